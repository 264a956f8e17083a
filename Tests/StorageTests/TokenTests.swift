import Foundation
import Testing

@testable import Storage

@Suite struct TokenTests {
    @Test func base32ReadsWhatItWrote() {
        for count in 0...40 {
            let bytes = Sodium.randomBytes(count)
            let text = Base32.encode(bytes)
            #expect(Base32.decode(text, count: count) == bytes)
            #expect(Base32.decode(text.uppercased(), count: count) == bytes)
            #expect(Base32.decode(text + "0", count: count) == nil)
        }
        #expect(Base32.encode([0xff, 0x00, 0x42]) == "zw044")
        #expect(Base32.decode("ZWO44", count: 3) == [0xff, 0x00, 0x42], "an O is read as 0")
        let wrong = ["zw04u", "zw04-", "zw04", "zw0444", "zw045", "zw04é", "zw04\0"]
        for text in wrong { #expect(Base32.decode(text, count: 3) == nil, "\(text)") }
    }

    @Test func primitivesGiveThePublishedValues() {
        func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
        #expect(
            hex(Sodium.sha256(bytes("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        // RFC 4231, case 1, with its key filled up with zeros to 32 bytes, which HMAC does by itself.
        let key = [UInt8](repeating: 0x0b, count: 20) + [UInt8](repeating: 0, count: 12)
        #expect(
            hex(Sodium.hmacSHA256(bytes("Hi There"), key: key))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(Sodium.randomBytes(32) != Sodium.randomBytes(32))
        #expect(Token.hash("short", bytes: 16) == nil)
        #expect(Set((0..<100).map { _ in Token.identifier() }).count == 100)
    }
}
