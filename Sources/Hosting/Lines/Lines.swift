// Knows the connections that come by requests instead of a socket: a client sends messages with one kind of request
// and takes frames with another, which is held until there is one. To rooms they are connections like any other.

import Meetings

/// All lines of one server, an actor on the loop.
public actor Lines {
    /// From here on connection numbers are those of lines; no socket ever gets so far.
    public static let firstNumber: ConnectionNumber = 1 << 62

    public typealias Answer = @Sendable (Result<LineAnswer, LineRefusal>) -> Void

    /// One line with its client. Never leaves the actor.
    private final class Seat {
        let number: ConnectionNumber
        let token: String
        let address: String
        let credentials: Set<String>
        var line = Line()
        var channel: ObjectIdentifier?
        var isJoined = false
        let openedAt: Instant
        /// When the last take began.
        var takenAt: Instant
        var take: Answer?
        /// An answer is due at the end of the turn, or when more had time to come.
        var isDueNow = false
        var isDueSoon = false
        var ending: (reason: CloseReason, at: Instant)?

        init(_ number: ConnectionNumber, _ token: String, _ address: String, _ credentials: Set<String>, at: Instant) {
            (self.number, self.token, self.address, self.credentials) = (number, token, address, credentials)
            (openedAt, takenAt) = (at, at)
        }
    }

    private let executor: any SerialExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    public nonisolated let limits: LineLimits
    private let now: @Sendable () -> Instant
    private let after: @Sendable (Int, @escaping @Sendable () -> Void) -> Void
    private var reception: Reception?
    private var seats: [ConnectionNumber: Seat] = [:]
    private var numbers: [String: ConnectionNumber] = [:]
    private var addresses: [String: Int] = [:]
    private var members: [ObjectIdentifier: Set<ConnectionNumber>] = [:]
    private var ledger = LineLedger()
    private var lastNumber = Lines.firstNumber
    private var isSweeping = false
    private var isStopping = false

    /// No lines yet. `after` runs work on the executor after some milliseconds, never at once.
    public init(
        limits: LineLimits = LineLimits(), executor: any SerialExecutor, now: @escaping @Sendable () -> Instant,
        after: @escaping @Sendable (Int, @escaping @Sendable () -> Void) -> Void
    ) {
        (self.limits, self.executor, self.now, self.after) = (limits, executor, now, after)
    }

    /// Where messages go.
    public func connect(_ reception: Reception) { self.reception = reception }

    // MARK: From clients

    /// A new line and its secret. `cookies` say who it may be; with every request at least `credentials` must come.
    public func open(
        cookies: String, credentials: Set<String>, address: String
    ) throws(LineRefusal) -> String {
        guard !isStopping else { throw .stopping }
        let address = CodeGuard.network(address)
        guard seats.count < limits.lines, addresses[address, default: 0] < limits.linesPerAddress else {
            throw .tooMany
        }
        lastNumber += 1
        let token = Self.secret()
        let seat = Seat(lastNumber, token, address, credentials, at: now())
        seats[seat.number] = seat
        numbers[token] = seat.number
        addresses[address, default: 0] += 1
        let number = lastNumber
        reception?.assumeIsolated { $0.opened(number, cookies: cookies) }
        if !isSweeping { sweepLater() }
        return token
    }

    /// Hands on the messages that did not come before; returns the number of the last one.
    public func send(
        _ token: String, credentials: Set<String>, from first: Int, _ messages: [String]
    ) throws(LineRefusal) -> Int {
        let seat = try seat(token, credentials)
        let number = seat.number
        for index in try seat.line.accept(from: first, count: messages.count) where seat.ending == nil {
            let bytes = Array(messages[index].utf8)
            reception?.assumeIsolated { $0.received(number, bytes) }
        }
        return seat.line.taken
    }

    /// Confirms everything up to `last` and waits for what comes after it; answers exactly once.
    public func take(_ token: String, credentials: Set<String>, after last: Int, answer: @escaping Answer) {
        let seat: Seat
        do {
            seat = try self.seat(token, credentials)
            // Where the end is told, what was dropped before it is no gap.
            if seat.ending == nil { ledger.drop(try seat.line.confirm(last)) }
        } catch {
            return answer(.failure(error))
        }
        // The client has given up the take before this one: its answer carries nothing that could be lost.
        let earlier = seat.take
        seat.take = answer
        seat.takenAt = now()
        earlier?(.success(LineAnswer(frames: [], through: last, ending: nil)))
        if !seat.line.frames.isEmpty || seat.ending != nil { reply(seat) }
    }

    /// The client goes.
    public func close(_ token: String, credentials: Set<String>) throws(LineRefusal) {
        let seat = try seat(token, credentials)
        remove(seat)
    }

    /// What waits for all clients together, in bytes.
    public var bytesWaiting: Int { ledger.bytes }

    /// Whether somebody on this line was let in.
    public func isJoined(_ token: String) -> Bool { numbers[token].flatMap { seats[$0] }?.isJoined ?? false }

    /// Ends all lines, and opens no more.
    public func stop() {
        isStopping = true
        for seat in seats.values.sorted(by: { $0.number < $1.number }) {
            end(seat, .restarting)
            remove(seat)
        }
    }

    private func seat(_ token: String, _ credentials: Set<String>) throws(LineRefusal) -> Seat {
        guard let seat = numbers[token].flatMap({ seats[$0] }), seat.credentials.isSubset(of: credentials) else {
            throw .unknown
        }
        return seat
    }

    private static func secret() -> String {
        var chance = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(chance.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    // MARK: To clients

    func say(_ pieces: [[UInt8]], to number: ConnectionNumber, isForMany: Bool = false) {
        guard let seat = seats[number], seat.ending == nil else { return }
        ledger.keep(pieces)
        guard seat.line.add(pieces, bound: limits.bytes) else {
            ledger.drop(seat.line.clear())
            return close(number, .slow)
        }
        isForMany ? replySoon(seat) : replyNow(seat)
        while ledger.bytes > limits.bytesOfAll, giveUpTheMostSilent() {}
    }

    /// Of those for whom something waits, the one that asked for it longest ago; false when there is none.
    private func giveUpTheMostSilent() -> Bool {
        let waiting = seats.values.filter { !$0.line.frames.isEmpty }
        guard let seat = waiting.min(by: { ($0.takenAt, $0.number) < ($1.takenAt, $1.number) }) else { return false }
        ledger.drop(seat.line.clear())
        close(seat.number, .slow)
        return true
    }

    func publish(_ bytes: [UInt8], on channel: ObjectIdentifier) {
        for number in members[channel] ?? [] { say([bytes], to: number, isForMany: true) }
    }

    func join(_ number: ConnectionNumber, _ channel: ObjectIdentifier) {
        guard let seat = seats[number], seat.ending == nil else { return }
        leave(number)
        seat.channel = channel
        members[channel, default: []].insert(number)
    }

    func leave(_ number: ConnectionNumber) {
        guard let seat = seats[number], let channel = seat.channel else { return }
        seat.channel = nil
        members[channel]?.remove(number)
        if members[channel]?.isEmpty ?? false { members[channel] = nil }
    }

    func markJoined(_ number: ConnectionNumber) { seats[number]?.isJoined = true }

    /// After everything that was said before. The reception hears of it later: it may be what asks.
    func close(_ number: ConnectionNumber, _ reason: CloseReason) {
        guard let seat = seats[number], seat.ending == nil else { return }
        end(seat, reason)
        after(0) { [weak self] in self?.assumeIsolated { $0.tellClosed(number) } }
    }

    private func end(_ seat: Seat, _ reason: CloseReason) {
        guard seat.ending == nil else { return }
        leave(seat.number)
        seat.ending = (reason, now())
        reply(seat)
    }

    private func tellClosed(_ number: ConnectionNumber) {
        reception?.assumeIsolated { $0.closed(number) }
    }

    private func replyNow(_ seat: Seat) {
        guard !seat.isDueNow, seat.take != nil else { return }
        seat.isDueNow = true
        let number = seat.number
        after(0) { [weak self] in self?.assumeIsolated { $0.replyIfAny(number) } }
    }

    private func replySoon(_ seat: Seat) {
        guard !seat.isDueSoon, seat.take != nil else { return }
        seat.isDueSoon = true
        let number = seat.number
        after(limits.gatherMilliseconds) { [weak self] in self?.assumeIsolated { $0.replyIfAny(number) } }
    }

    private func replyIfAny(_ number: ConnectionNumber) {
        guard let seat = seats[number] else { return }
        (seat.isDueNow, seat.isDueSoon) = (false, false)
        if !seat.line.frames.isEmpty { reply(seat) }
    }

    private func reply(_ seat: Seat) {
        guard let take = seat.take else { return }
        seat.take = nil
        take(
            .success(
                LineAnswer(
                    frames: seat.line.frames.map { $0.count == 1 ? $0[0] : Array($0.joined()) },
                    through: seat.line.through, ending: seat.ending?.reason)))
    }

    // MARK: Time

    private func sweepLater() {
        isSweeping = true
        after(limits.sweepMilliseconds) { [weak self] in self?.assumeIsolated { $0.sweep() } }
    }

    private func sweep() {
        isSweeping = false
        let at = now()
        for seat in seats.values.sorted(by: { $0.number < $1.number }) {
            if let ending = seat.ending {
                if at - ending.at >= Int64(limits.farewellMilliseconds) { remove(seat) }
            } else if !seat.isJoined, at - seat.openedAt >= Int64(limits.joinMilliseconds) {
                close(seat.number, .joinTimeout)
            } else if at - seat.takenAt >= Int64(limits.lostMilliseconds) {
                remove(seat)
            } else if at - seat.takenAt >= Int64(limits.holdMilliseconds) {
                reply(seat)
            }
        }
        if !seats.isEmpty { sweepLater() }
    }

    private func remove(_ seat: Seat) {
        reply(seat)
        leave(seat.number)
        ledger.drop(seat.line.clear())
        seats[seat.number] = nil
        numbers[seat.token] = nil
        addresses[seat.address, default: 1] -= 1
        if addresses[seat.address] == 0 { addresses[seat.address] = nil }
        tellClosed(seat.number)
    }
}
