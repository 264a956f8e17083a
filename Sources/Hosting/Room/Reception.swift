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
    enum Place {
        /// No hello yet.
        case stranger(cookies: String)
        /// The hello is being looked up; what comes meanwhile waits.
        case greeting(cookies: String, queued: [[UInt8]])
        case seated(RoomHost, cookies: String, claim: Hello.Claim)
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let log: any LogStore
    private let settings: any RoomSettings
    private let doorkeeper: any Doorkeeper
    private let outlet: any Outlet
    let limits: HostingLimits
    private let now: @Sendable () -> Instant
    private let committer: Committer
    var places: [ConnectionNumber: Place] = [:]
    var hosts: [String: RoomHost] = [:]
    /// Who was looked up and comes in next, by meeting.
    var arrivals: [String: [Arrival]] = [:]
    /// How often others had their turn while people came in.
    var slices = 0
    private var loading: [String: Task<RoomHost?, Never>] = [:]

    /// The reception of one server.
    public init(
        log: any LogStore, settings: any RoomSettings, doorkeeper: any Doorkeeper, outlet: any Outlet,
        limits: HostingLimits, executor: any SerialExecutor, now: @escaping @Sendable () -> Instant
    ) {
        (self.log, self.settings, self.doorkeeper, self.outlet) = (log, settings, doorkeeper, outlet)
        (self.limits, self.executor, self.now) = (limits, executor, now)
        committer = Committer(log: log, executor: executor)
    }

    /// A socket is open; `cookies` are those of its handshake.
    public func opened(_ connection: ConnectionNumber, cookies: String) {
        places[connection] = .stranger(cookies: cookies)
    }

    /// One whole message.
    public func received(_ connection: ConnectionNumber, _ bytes: [UInt8]) {
        switch places[connection] {
        case .greeting(let cookies, var queued):
            guard queued.count < limits.queuedBeforeWelcome else { return outlet.close(connection, code: .tooFast) }
            queued.append(bytes)
            places[connection] = .greeting(cookies: cookies, queued: queued)
            return
        case nil: return
        case .stranger, .seated: break
        }
        let message: ClientMessage
        do {
            message = try ClientMessage(bytes)
        } catch {
            return fault(connection, error)
        }
        switch (places[connection], message) {
        case (.stranger(let cookies)?, .hello(let hello)), (.seated(_, let cookies, _)?, .hello(let hello)):
            greet(connection, hello, cookies)
        case (.seated(let host, _, _)?, .command), (.seated(let host, _, _)?, .ping):
            host.assumeIsolated { $0.receive(connection, message) }
        case (.stranger, .command), (.stranger, .ping), (.greeting, _), (nil, _):
            fault(connection, ProtocolFault("helloFirst", "the first message is hello"))
        }
    }

    /// The socket is gone.
    public func closed(_ connection: ConnectionNumber) {
        if case .seated(let host, _, _)? = places.removeValue(forKey: connection) {
            host.assumeIsolated { $0.detach(connection) }
            sweep(host)
        }
    }

    /// Closes the connections of a coordinator whose session has ended; `isOf` looks at the cookies of a handshake.
    public func signOut(_ isOf: @Sendable (String) -> Bool) {
        for (connection, place) in places.sorted(by: { $0.key < $1.key }) {
            guard case .seated(_, let cookies, .coordinator) = place, isOf(cookies) else { continue }
            outlet.send(ServerMessage.bye("unknown"), to: connection)
            outlet.close(connection, code: .unknown)
        }
    }

    /// Carries out a command of the server itself, or of a person who is not connected; returns when it is durable.
    public func submit(_ command: Command, by actor: Actor, to meeting: String) async throws(Rejection) -> Int64 {
        guard let host = await host(of: meeting) else { throw .notFound }
        let result: Result<Int64, Rejection> = await withCheckedContinuation { continuation in
            hand(command, by: actor, to: host) { continuation.resume(returning: $0) }
        }
        sweep(host)
        return try result.get()
    }

    /// What is published of a room; nil if there is none.
    public func room(of meeting: String) async -> Room? {
        guard let host = await host(of: meeting) else { return nil }
        defer { sweep(host) }
        return await host.published
    }

    /// What is published of a room, with what earlier meetings say of its people; nil if there is none.
    public func roomAndHistory(of meeting: String) async -> (room: Room, known: Acquaintance)? {
        guard let host = await host(of: meeting) else { return nil }
        defer { sweep(host) }
        let known = await host.acquaintance()
        return (await host.published, known)
    }

    /// Returns when all that was decided is durable.
    public func drain() async { await committer.drain() }

    private func greet(_ connection: ConnectionNumber, _ hello: Hello, _ cookies: String) {
        if case .seated(let host, _, _)? = places[connection], let meeting = hello.meeting, host.meeting != meeting {
            return fault(connection, ProtocolFault("otherMeeting", "one connection is for one meeting"))
        }
        places[connection] = .greeting(cookies: cookies, queued: [])
        // A crowd at the door waits for those who are in.
        Task(priority: .utility) { await bringIn(connection, hello, cookies) }
    }

    private func bringIn(_ connection: ConnectionNumber, _ hello: Hello, _ cookies: String) async {
        let admission: Admission
        switch await doorkeeper.identify(hello, cookies: cookies) {
        case .success(let found): admission = found
        case .failure(let reason):
            outlet.send(ServerMessage.bye("unknown"), to: connection)
            return outlet.close(connection, code: reason)
        }
        guard let host = await host(of: admission.meeting) else { return outlet.close(connection, code: .noMeeting) }
        queue(Arrival(connection: connection, admission: admission, hello: hello), at: host)
    }

    func hand(
        _ command: Command, by actor: Actor, to host: RoomHost,
        answer: @escaping @Sendable (Result<Int64, Rejection>) -> Void
    ) {
        host.assumeIsolated { $0.submit(command, by: actor, answer: answer) }
    }

    private func fault(_ connection: ConnectionNumber, _ fault: ProtocolFault) {
        outlet.send(ServerMessage.fault(fault), to: connection)
        outlet.close(connection, code: .protocolFault)
    }

    func host(inMemory meeting: String) -> RoomHost? { hosts[meeting] }

    func forget(_ meeting: String) { hosts[meeting] = nil }

    func host(of meeting: String) async -> RoomHost? {
        if let host = hosts[meeting] { return host }
        if let task = loading[meeting] { return await task.value }
        let task = Task { await load(meeting) }
        loading[meeting] = task
        return await task.value
    }

    private func load(_ meeting: String) async -> RoomHost? {
        defer { loading[meeting] = nil }
        guard let setting = try? await settings.setting(of: meeting),
            let loaded = try? await log.room(meeting, setting, newest: limits.resumeWindow)
        else { return nil }
        let host = RoomHost(
            meeting: meeting, loaded: loaded, committer: committer, outlet: outlet, limits: limits,
            executor: executor, now: now, log: log)
        hosts[meeting] = host
        await host.wakeUp()
        return host
    }

    /// Lets a room go that nobody needs in memory.
    func sweep(_ host: RoomHost) {
        guard host.assumeIsolated({ $0.isIdle }) else { return }
        hosts[host.meeting] = nil
    }
}
