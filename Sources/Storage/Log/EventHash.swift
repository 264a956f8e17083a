/// The hash that chains the events of a stream: SHA-256 over exactly these bytes, in this order.
///
/// 1. the hash of the event before it, 32 bytes (zeros for the first);
/// 2. `stream`, `sequence`, `epoch`, `at`, `actor`, `kind`, `version`, `body`, each as a length of four bytes, the most
///    significant first, and that many bytes. Numbers are eight bytes, the most significant first, two's complement;
///    texts are UTF-8. An absent `actor` has the length FF FF FF FF and no bytes, so that it differs from an empty one;
/// 3. unless the event is of before there was one, the list `parts` of the hashes of its erasable parts (`PartHash`),
///    with its length like the others. It is empty, and there, when the event has no such part;
/// 4. when the event keeps the command that it came of (`KnownCommands`), that, with its length like the others.
///
/// The parts themselves are not in it, so that erasing them leaves the chain valid.
enum EventHash {
    static let start = [UInt8](repeating: 0, count: Sodium.hashBytes)

    struct Fields {
        let stream: String
        let sequence: Int64
        let epoch: String
        let at: Int64
        let actor: String?
        let kind: String
        let version: Int64
        let body: [UInt8]
        /// The list of the hashes of its parts; nil for an event of before.
        let parts: [UInt8]?
        /// What a repeated command is known by; nil when it lies elsewhere, or nobody gave one.
        let command: [UInt8]?
    }

    static func hash(_ fields: Fields, after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(previous.count + fields.body.count + 256)
        append(fields.stream.utf8, to: &bytes)
        append(fields.sequence, to: &bytes)
        append(fields.epoch.utf8, to: &bytes)
        append(fields.at, to: &bytes)
        append(fields.actor, to: &bytes)
        append(fields.kind.utf8, to: &bytes)
        append(fields.version, to: &bytes)
        append(fields.body, to: &bytes)
        if let parts = fields.parts { append(parts, to: &bytes) }
        if let command = fields.command { append(command, to: &bytes) }
        return Sodium.sha256(bytes)
    }

    static func append(_ field: some Collection<UInt8>, to bytes: inout [UInt8]) {
        appendBigEndian(UInt32(field.count), to: &bytes)
        bytes.append(contentsOf: field)
    }

    /// A text that may be absent, which differs from an empty one.
    static func append(_ text: String?, to bytes: inout [UInt8]) {
        guard let text else { return appendBigEndian(UInt32.max, to: &bytes) }
        append(text.utf8, to: &bytes)
    }

    static func append(_ number: Int64, to bytes: inout [UInt8]) {
        appendBigEndian(UInt32(8), to: &bytes)
        appendBigEndian(UInt64(bitPattern: number), to: &bytes)
    }

    private static func appendBigEndian(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
