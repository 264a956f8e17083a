import Foundation

/// A plain thread as the executor of one actor, for work that blocks: file writes that wait for the disk, and
/// password hashing. It knows jobs and nothing of what they do.
///
/// Jobs of low priority (a crowd that is looked up at the door) are patient: one of them has its turn whenever all
/// others have had theirs, so that who is in a meeting does not wait for who comes to another.
///
/// `@unchecked Sendable` because the lists of jobs and the flag are touched only while `condition` is held, which the
/// compiler cannot see.
final class OwnThread: SerialExecutor, @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [UnownedJob] = []
    private var patientJobs: [UnownedJob] = []
    /// The first of the patient ones that has not had its turn.
    private var nextPatient = 0
    private var isStopping = false

    init(name: String) {
        let thread = Thread { [self] in run() }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let priority = job.priority.rawValue  // 0: nothing was said
        let isPatient = priority != 0 && priority < TaskPriority.medium.rawValue
        let job = UnownedJob(job)
        condition.lock()
        if isPatient { patientJobs.append(job) } else { jobs.append(job) }
        condition.signal()
        condition.unlock()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Whether nothing waits behind the job that is running now.
    var isIdle: Bool {
        condition.lock()
        defer { condition.unlock() }
        return jobs.isEmpty && patientJobs.isEmpty
    }

    /// Lets the thread end after the jobs it already has. Called when the actor goes away, so that no job can follow.
    func stop() {
        condition.lock()
        isStopping = true
        condition.signal()
        condition.unlock()
    }

    private func run() {
        while true {
            condition.lock()
            while jobs.isEmpty, patientJobs.isEmpty, !isStopping { condition.wait() }
            var batch = jobs
            jobs = []
            if let patient = firstPatient() { batch.append(patient) }
            condition.unlock()
            if batch.isEmpty { return }
            for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    /// Called with the condition held.
    private func firstPatient() -> UnownedJob? {
        guard nextPatient < patientJobs.count else { return nil }
        let job = patientJobs[nextPatient]
        nextPatient += 1
        if nextPatient == patientJobs.count { (patientJobs, nextPatient) = ([], 0) }
        return job
    }
}
