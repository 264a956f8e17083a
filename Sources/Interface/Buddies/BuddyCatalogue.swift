// Knows what the interface asks about personal links to pages of buddies, and the devices that opened them.

import Meetings

/// A device on which somebody's page of buddies was opened.
public struct DeviceRecord: Sendable, Equatable {
    /// No secret.
    public var id: String
    public var network: String
    public var person: PersonID
    /// When it was opened there first.
    public var created: Instant
    /// Whether it is the person's own: the first one, or one to which they said yes.
    public var isConfirmed: Bool

    public init(id: String, network: String, person: PersonID, created: Instant, isConfirmed: Bool) {
        (self.id, self.network, self.person) = (id, network, person)
        (self.created, self.isConfirmed) = (created, isConfirmed)
    }
}

/// Personal links, one a person, and devices: the first one of a person is trusted, every later one waits for a yes.
public protocol BuddyCatalogue: Sendable {
    /// Whose link this is; nil when it is unknown or was renewed.
    func person(buddyLink token: String) async throws -> PersonRecord?
    /// The token of a person's link, made if there is none; nil when there is no such person.
    func buddyLink(of person: PersonID, network: String, at now: Instant) async throws -> String?
    /// Ends the link and makes the next one. Devices that wait are forgotten, with `forgetsDevices` all of them; nil
    /// when there is no such person.
    func renewBuddyLink(
        of person: PersonID, network: String, forgetsDevices: Bool, at now: Instant
    ) async throws -> String?

    /// Gives a device that came by the link a secret of its own.
    func addBuddyDevice(
        person: PersonID, network: String, at now: Instant
    ) async throws -> (secret: String, device: DeviceRecord)
    /// The device with this secret; nil when it is unknown, or the person said that it is not theirs.
    func buddyDevice(_ secret: String) async throws -> DeviceRecord?
    /// The device with this ticket of the person, noted when it is new; nil when the person said that it is not theirs.
    func buddyDevice(
        ticket: String, person: PersonID, network: String, at now: Instant
    ) async throws -> DeviceRecord?
    /// The newest first.
    func waitingBuddyDevices(person: PersonID, network: String) async throws -> [DeviceRecord]
    /// "It is mine", or "it is not"; false when no such device waits.
    func settleBuddyDevice(
        _ id: String, person: PersonID, network: String, isOwn: Bool, at now: Instant
    ) async throws -> Bool
    /// By its secret or ticket; an unknown one is no error.
    func forgetBuddyDevice(_ secret: String) async throws
}
