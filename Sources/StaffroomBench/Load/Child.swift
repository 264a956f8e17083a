// Knows how another program is run beside this one, and what it took.

import Glibc

/// What a program took that has ended.
struct Spent {
    var code: Int32
    /// Of all its threads, in the program and in the kernel.
    var processorSeconds: Double
    var wallSeconds: Double
    /// The most memory it ever had in the machine, in MiB.
    var peakMebibytes = 0.0
}

/// A running program.
final class Child {
    let process: pid_t
    private let output: Int32
    private let began = ContinuousClock.now
    private var isBuried = false

    /// What it says as errors goes to the file `log`; so does the rest, unless its lines are wanted.
    init(_ program: String, _ arguments: [String], log: String, wantsLines: Bool) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchFailure("no pipe: \(errno)") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        if wantsLines {
            posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, log + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var made = pid_t()
        let code = posix_spawn(&made, program, &actions, nil, &words, environ)
        close(ends[1])
        (process, output) = (made, ends[0])
        guard code == 0 else {
            isBuried = true
            throw BenchFailure("\(program) does not start: \(String(cString: strerror(code)))")
        }
    }

    deinit {
        if !isBuried { _ = end(SIGKILL) }
        close(output)
    }

    /// The first line it says; nil when it ends or says nothing for so long.
    func line(seconds: Double) -> String? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while !text.contains(10), ContinuousClock.now < deadline {
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 100) > 0 else { continue }
            let count = read(output, &buffer, buffer.count)
            guard count > 0 else { return nil }
            text += buffer[..<count]
        }
        guard let end = text.firstIndex(of: 10) else { return nil }
        return String(decoding: text[..<end], as: UTF8.self)
    }

    /// Runs a program of `folder` to its end, which has to be a good one; what it says is in `name`.out there.
    static func run(_ program: String, _ arguments: [String], in folder: Folder, as name: String) throws -> Spent {
        let cost = try Child(program, arguments, log: folder.path(name), wantsLines: false).wait()
        guard cost.code == 0 else {
            throw BenchFailure("\(arguments[0]) ended with \(cost.code): see \(folder.keep().path(name))")
        }
        return cost
    }

    func end(_ signal: Int32) -> Spent {
        kill(process, signal)
        return wait()
    }

    /// Waits until it ends by itself.
    func wait() -> Spent {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        isBuried = true
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        return Spent(
            code: code, processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            wallSeconds: began.duration(to: .now) / .seconds(1), peakMebibytes: Double(usage.ru_maxrss) / 1_024)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
