// A list of meetings, a door and an outlet that remembers what was said to whom.

import Foundation
import Hosting
import Meetings
import Sockets
import Wire

/// Every meeting is one of the same network.
struct FakeSettings: RoomSettings {
    func setting(of meeting: String) -> RoomSetting? {
        RoomSetting(network: "n1", links: nil, card: NetworkCard(name: "North", contact: nil))
    }
}

final class FakeChannel: OutletChannel {}

/// What was said, in order. On the loop only, like the outlet itself.
actor Ears {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private(set) var heard: [Hosting.ConnectionNumber: [String]] = [:]
    private(set) var closed: [Hosting.ConnectionNumber: CloseReason] = [:]
    private var seats: [Hosting.ConnectionNumber: ObjectIdentifier] = [:]
    private var hopes: [(Hosting.ConnectionNumber, String, CheckedContinuation<Void, Never>)] = []

    init(loop: EventLoop) { self.loop = loop }

    func hear(_ bytes: [UInt8], _ connection: Hosting.ConnectionNumber) {
        heard[connection, default: []].append(String(decoding: bytes, as: UTF8.self))
        let fulfilled = hopes.filter { has($0.0, $0.1) }
        hopes.removeAll { has($0.0, $0.1) }
        for hope in fulfilled { hope.2.resume() }
    }

    func publish(_ bytes: [UInt8], on channel: ObjectIdentifier) {
        for connection in seats.filter({ $0.value == channel }).keys { hear(bytes, connection) }
    }

    func sit(_ connection: Hosting.ConnectionNumber, on channel: ObjectIdentifier?) { seats[connection] = channel }
    func close(_ connection: Hosting.ConnectionNumber, _ reason: CloseReason) { closed[connection] = reason }

    /// Returns once the connection has heard something that contains `text`.
    func wait(_ connection: Hosting.ConnectionNumber, for text: String) async {
        if has(connection, text) { return }
        await withCheckedContinuation { hopes.append((connection, text, $0)) }
    }

    private func has(_ connection: Hosting.ConnectionNumber, _ text: String) -> Bool {
        heard[connection, default: []].contains { $0.contains(text) }
    }
}

struct FakeOutlet: Outlet {
    let ears: Ears

    func send(_ bytes: [UInt8], to connection: Hosting.ConnectionNumber) {
        ears.assumeIsolated { $0.hear(bytes, connection) }
    }
    func publish(_ bytes: [UInt8], on channel: any OutletChannel) {
        ears.assumeIsolated { $0.publish(bytes, on: ObjectIdentifier(channel)) }
    }
    func makeChannel() -> any OutletChannel { FakeChannel() }
    func join(_ connection: Hosting.ConnectionNumber, _ channel: any OutletChannel) {
        ears.assumeIsolated { $0.sit(connection, on: ObjectIdentifier(channel)) }
    }
    func leave(_ connection: Hosting.ConnectionNumber) { ears.assumeIsolated { $0.sit(connection, on: nil) } }
    func markJoined(_ connection: Hosting.ConnectionNumber) {}
    func close(_ connection: Hosting.ConnectionNumber, code: CloseReason) {
        ears.assumeIsolated { $0.close(connection, code) }
    }
}

/// Whoever names themselves in the cookie is believed.
struct FakeDesk: Doorkeeper {
    func identify(_ hello: Hello, cookies: String) async -> Result<Admission, CloseReason> {
        guard let meeting = hello.meeting else { return .failure(.unknown) }
        let isCoordinator = hello.as == .coordinator
        return .success(
            Admission(
                meeting: meeting, person: PersonID(rawValue: cookies),
                introduction: isCoordinator ? ("Carys", nil) : nil))
    }
}
