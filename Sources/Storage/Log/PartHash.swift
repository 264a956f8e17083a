/// The hash by which an event vouches for one of its erasable parts: SHA-256 over exactly these bytes, in this order.
///
/// 1. the salt, 16 bytes of chance that lie beside the part and go with it: once it is erased nobody can find out by
///    trying whether a short text was the one;
/// 2. one byte, 1 for a part that goes when the meeting ends and 0 for one that stays;
/// 3. `person`, `object`, `json`, each as a length of four bytes, the most significant first, and that many bytes. What
///    is absent has the length FF FF FF FF and no bytes.
///
/// An event lists its parts in `parts`, the one that stays first: that one byte and the 32 bytes of the hash for each.
/// Events of before have no such list, and nothing vouches for their parts.
enum PartHash {
    /// Bytes in a salt.
    static let saltBytes = 16
    /// Bytes in the list for each part.
    private static let listed = 1 + Sodium.hashBytes

    struct Fields {
        let person: String?
        let object: String?
        let json: [UInt8]
        let untilEnd: Bool
    }

    static func hash(_ fields: Fields, salt: [UInt8]) -> [UInt8] {
        var bytes = salt
        bytes.reserveCapacity(salt.count + fields.json.count + 256)
        bytes.append(fields.untilEnd ? 1 : 0)
        EventHash.append(fields.person, to: &bytes)
        EventHash.append(fields.object, to: &bytes)
        EventHash.append(fields.json, to: &bytes)
        return Sodium.sha256(bytes)
    }

    /// The list of an event, of the hashes of its parts.
    static func list(_ hashes: [(untilEnd: Bool, hash: [UInt8])]) -> [UInt8] {
        hashes.sorted { !$0.untilEnd && $1.untilEnd }.flatMap { [$0.untilEnd ? 1 : 0] + $0.hash }
    }

    /// What a list says of one kind of part; nil when the event never had one.
    static func listed(_ list: [UInt8], untilEnd: Bool) -> [UInt8]? {
        let flag: UInt8 = untilEnd ? 1 : 0
        for start in stride(from: 0, to: list.count, by: listed)
        where list[start] == flag && start + listed <= list.count {
            return Array(list[start + 1..<start + listed])
        }
        return nil
    }
}
