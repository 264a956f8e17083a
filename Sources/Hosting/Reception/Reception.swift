// Knows every connection from its first byte: it reads hellos, asks who that is, and brings people to their rooms.

import Log
import Meetings
import Wire

/// Finds out who says hello; asks the store, so it answers later.
public protocol Doorkeeper: Sendable {
    /// The admission, or why the connection is closed.
    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason>
}

extension CloseReason: Error {}

/// The first address of every connection, an actor on the loop.
public actor Reception {
    /// What is known of a connection. Whoever says hello again keeps their seat until that hello is looked up, so that
    /// a connection that goes meanwhile is missed where it sat.
    struct Place {
        let cookies: String
        /// Where it sits, and by which claim; nil before the first hello that was let in.
        var seat: (host: RoomHost, claim: Hello.Claim)?
        /// What came while a hello is being looked up; nil when none is.
        var queued: [[UInt8]]?
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let log: any LogStore
    private let settings: any RoomSettings
    let doorkeeper: any Doorkeeper
    let outlet: any Outlet
    let limits: HostingLimits
    let read: @Sendable () -> TimeReading
    private let committer: Committer
    var places: [ConnectionNumber: Place] = [:]
    /// Whom the reception has told to go: nothing more is heard of what they had sent already.
    var dismissed: Set<ConnectionNumber> = []
    /// Whose hello was being looked up when rights ended: it is looked up again before they are let in.
    var doubted: Set<ConnectionNumber> = []
    var hosts: [String: RoomHost] = [:]
    /// Who was looked up and comes in next, by meeting.
    var arrivals: [String: [Arrival]] = [:]
    /// What each person may still ask for by saying hello; walls of a meeting are one.
    var greetings: Allowance<Greeted>
    /// How often others had their turn while people came in.
    var slices = 0
    private var loading: [String: Task<RoomHost?, any Error>] = [:]
    private let onUnreadable: @Sendable (_ meeting: String, any Error) -> Void

    /// The reception of one server. `now` is the machine's clock as it is set; `steady` one that nobody sets, the same
    /// where time is a test's or a replay's. `onUnreadable` is told of every room that is there and could not be read.
    public init(
        log: any LogStore, settings: any RoomSettings, doorkeeper: any Doorkeeper, outlet: any Outlet,
        limits: HostingLimits, executor: any SerialExecutor, now: @escaping @Sendable () -> Instant,
        steady: (@Sendable () -> Instant)? = nil,
        onUnreadable: @escaping @Sendable (_ meeting: String, any Error) -> Void = { _, _ in }
    ) {
        self.onUnreadable = onUnreadable
        (self.log, self.settings, self.doorkeeper, self.outlet) = (log, settings, doorkeeper, outlet)
        (self.limits, self.executor) = (limits, executor)
        let steady = steady ?? now
        read = { TimeReading(steady: steady(), wall: now()) }
        committer = Committer(log: log, executor: executor)
        greetings = Allowance(perSecond: limits.hellosPerSecond, burst: limits.helloBurst)
    }

    /// A socket is open; `cookies` are those of its handshake.
    public func opened(_ connection: ConnectionNumber, cookies: String) {
        places[connection] = Place(cookies: cookies)
    }

    /// One whole message.
    public func received(_ connection: ConnectionNumber, _ bytes: [UInt8]) {
        guard !dismissed.contains(connection), let place = places[connection] else { return }
        if let queued = place.queued {
            guard queued.count < limits.queuedBeforeWelcome else { return dismiss(connection, .tooFast) }
            places[connection]?.queued?.append(bytes)
            return
        }
        let message: ClientMessage
        do {
            message = try ClientMessage(bytes)
        } catch {
            return fault(connection, error)
        }
        switch message {
        case .hello(let hello): greet(connection, hello, place)
        case .command, .ping:
            guard let host = place.seat?.host else {
                return fault(connection, ProtocolFault("helloFirst", "the first message is hello"))
            }
            host.assumeIsolated { $0.receive(connection, message) }
        }
    }

    /// The socket is gone.
    public func closed(_ connection: ConnectionNumber) {
        doubted.remove(connection)
        dismissed.remove(connection)
        if let seat = places.removeValue(forKey: connection)?.seat { leave(connection, seat.host) }
    }

    /// The connection sits in that room no more.
    func leave(_ connection: ConnectionNumber, _ host: RoomHost) {
        host.assumeIsolated { $0.detach(connection) }
        sweep(host)
    }

    /// Carries out a command of the server itself, or of a person who is not connected; returns when it is durable.
    public func submit(_ command: Command, by actor: Actor, to meeting: String) async throws(Rejection) -> Int64 {
        guard let host = try await host(of: meeting) else { throw .notFound }
        let result: Result<Int64, Rejection> = await withCheckedContinuation { continuation in
            hand(command, by: actor, to: host) { continuation.resume(returning: $0) }
        }
        sweep(host)
        return try result.get()
    }

    /// What is published of a room; nil if there is none.
    public func room(of meeting: String) async throws(Rejection) -> Room? {
        guard let host = try await host(of: meeting) else { return nil }
        defer { sweep(host) }
        return await host.published
    }

    /// What is published of a room, with what earlier meetings say of its people; nil if there is none.
    public func roomAndHistory(
        of meeting: String
    ) async throws(Rejection) -> (room: Room, known: Acquaintance)? {
        guard let host = try await host(of: meeting) else { return nil }
        defer { sweep(host) }
        let known = await host.acquaintance()
        return (await host.published, known)
    }

    /// How many rooms are in memory, and how many people are present in them.
    public func census() -> (rooms: Int, present: Int) {
        let present = hosts.values.reduce(0) { sum, host in
            sum + host.assumeIsolated { $0.published.people.values.count(where: \.isPresent) }
        }
        return (hosts.count, present)
    }

    /// Returns when all that was decided is durable.
    public func drain() async { await committer.drain() }

    /// Storage has failed for good: everybody who is in is told so, before the connections are closed. `close` follows
    /// in the same turn, so that a line is told both in one answer.
    public func sayStorageFailed(then close: @Sendable () -> Void = {}) {
        for connection in places.keys.sorted() { outlet.send(ServerMessage.bye(Self.storageFailed), to: connection) }
        close()
    }

    /// The word of a good-bye after which it is worth coming back.
    static let storageFailed = "storageFailed"

    private func greet(_ connection: ConnectionNumber, _ hello: Hello, _ place: Place) {
        if let host = place.seat?.host, let meeting = hello.meeting, host.meeting != meeting {
            return fault(connection, ProtocolFault("otherMeeting", "one connection is for one meeting"))
        }
        places[connection]?.queued = []
        // A crowd at the door waits for those who are in.
        Task(priority: .utility) { await bringIn(connection, hello, place.cookies) }
    }

    func bringIn(_ connection: ConnectionNumber, _ hello: Hello, _ cookies: String) async {
        let admission: Admission
        doubted.remove(connection)
        switch await doorkeeper.identify(hello, cookies: cookies) {
        case .success(let found): admission = found
        case .failure(let reason):
            // Whoever sat there until now is nobody any more, from now on and not only once the socket is closed.
            if let seat = places[connection]?.seat {
                places[connection]?.seat = nil
                leave(connection, seat.host)
            }
            outlet.send(ServerMessage.bye(reason == .restarting ? Self.storageFailed : "unknown"), to: connection)
            return dismiss(connection, reason)
        }
        guard greetings.take(Greeted(admission), at: read().steady) == nil else { return sendOff(connection) }
        do {
            guard let host = try await host(of: admission.meeting) else { return dismiss(connection, .noMeeting) }
            queue(Arrival(connection: connection, admission: admission, hello: hello), at: host)
        } catch {
            outlet.send(ServerMessage.bye(Self.storageFailed), to: connection)
            dismiss(connection, .restarting)
        }
    }

    func hand(
        _ command: Command, by actor: Actor, to host: RoomHost,
        answer: @escaping @Sendable (Result<Int64, Rejection>) -> Void
    ) {
        host.assumeIsolated { $0.submit(command, by: actor, answer: answer) }
    }

    private func fault(_ connection: ConnectionNumber, _ fault: ProtocolFault) {
        outlet.send(ServerMessage.fault(fault), to: connection)
        dismiss(connection, .protocolFault)
    }

    /// Closes a connection, of which nothing is heard from now on.
    func dismiss(_ connection: ConnectionNumber, _ reason: CloseReason) {
        // The number of one that has gone is never used again: nothing is kept of it.
        if places[connection] != nil { dismissed.insert(connection) }
        outlet.close(connection, code: reason)
    }

    /// Whether a room can be looked at without being read from the log.
    public func isInMemory(_ meeting: String) -> Bool { hosts[meeting] != nil }

    func host(inMemory meeting: String) -> RoomHost? { hosts[meeting] }

    func forget(_ meeting: String) { hosts[meeting] = nil }

    /// The host of a room that is in memory, or on its way there.
    func hostIfLoaded(_ meeting: String) async -> RoomHost? {
        if let host = hosts[meeting] { return host }
        return try? await loading[meeting]?.value
    }

    /// Returns when all that was handed in until now is stored and answered.
    func settled() async { await committer.drain() }

    /// The host of a meeting; nil if there is no such meeting.
    ///
    /// - Throws: `.storageFailed` when it is there, or may be, and cannot be read.
    func host(of meeting: String) async throws(Rejection) -> RoomHost? {
        if let host = hosts[meeting] { return host }
        let task = loading[meeting] ?? Task { try await load(meeting) }
        loading[meeting] = task
        switch await task.result {
        case .success(let host): return host
        case .failure: throw .storageFailed
        }
    }

    private func load(_ meeting: String) async throws -> RoomHost? {
        defer { loading[meeting] = nil }
        let setting: RoomSetting
        let loaded: LoadedRoom
        do {
            guard let found = try await settings.setting(of: meeting) else { return nil }
            setting = found
            loaded = try await log.room(meeting, setting, newest: limits.resumeWindow)
            // Nothing is written into the log of a meeting that went while it was read.
            if loaded.room.sequence == 0, try await settings.setting(of: meeting) == nil { return nil }
        } catch {
            onUnreadable(meeting, error)
            throw error
        }
        let host = RoomHost(
            meeting: meeting, loaded: loaded, committer: committer, outlet: outlet, limits: limits,
            executor: executor, read: read, log: log)
        hosts[meeting] = host
        await host.wakeUp(lastSign: loaded.lastSign)
        return host
    }

    /// Whether there is no such meeting any more; not knowing is no yes.
    func isGone(_ meeting: String) async -> Bool {
        do { return try await settings.setting(of: meeting) == nil } catch { return false }
    }

    /// Lets a room go that nobody needs in memory.
    func sweep(_ host: RoomHost) {
        guard host.assumeIsolated({ $0.isIdle }) else { return }
        hosts[host.meeting] = nil
    }
}
