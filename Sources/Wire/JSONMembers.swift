// Knows the members of a JSON object without reading what is in them, so that objects can be put together as bytes.

/// Objects that were taken apart before.
enum JSONMembers {
    /// One object of the members of all; the later ones go before the earlier ones. Nil if one is no object.
    static func merged(_ objects: [[UInt8]]) -> [UInt8]? {
        guard objects.count > 1 else { return objects.first }
        var members: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
        for object in objects {
            guard let own = Self.members(of: object) else { return nil }
            for member in own {
                members.removeAll { $0.key == member.key }
                members.append(member)
            }
        }
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += member.key
            bytes.append(UInt8(ascii: ":"))
            bytes += member.value
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// The members of an object, keys in their quotes; nil if it is none.
    private static func members(
        of object: [UInt8]
    ) -> [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]? {
        guard object.first == UInt8(ascii: "{"), object.last == UInt8(ascii: "}") else { return nil }
        var members: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []
        var (depth, isInString, isEscaped) = (0, false, false)
        var (from, colon) = (1, -1)
        for index in 1..<object.count {
            let byte = object[index]
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            let isEnd = index == object.count - 1
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ":") where depth == 0: colon = index
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth > 0 {
                    if byte != UInt8(ascii: ",") { depth -= 1 }
                } else if colon > from {
                    members.append((object[from..<colon], object[(colon + 1)..<index]))
                    (from, colon) = (index + 1, -1)
                } else if !isEnd || index > from {
                    return nil
                }
            default: break  // foreign: UInt8
            }
        }
        return isInString || depth > 0 ? nil : members
    }
}
