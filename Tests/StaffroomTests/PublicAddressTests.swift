// The public address is taken in every spelling that means one, and compared in the spelling of browsers.

import Testing

@testable import Staffroom

@Suite struct PublicAddressTests {
    @Test(
        "one spelling for what means the same",
        arguments: [
            ("https://staffroom.example.org", "https://staffroom.example.org"),
            ("HTTPS://Staffroom.Example.ORG", "https://staffroom.example.org"),
            ("https://staffroom.example.org/", "https://staffroom.example.org"),
            ("https://staffroom.example.org:443", "https://staffroom.example.org"),
            ("https://staffroom.example.org:443/", "https://staffroom.example.org"),
            ("http://staffroom.example.org:80", "http://staffroom.example.org"),
            ("http://staffroom.example.org:443", "http://staffroom.example.org:443"),
            ("https://staffroom.example.org:80", "https://staffroom.example.org:80"),
            ("https://staffroom.example.org:0443", "https://staffroom.example.org"),
            ("https://staffroom.example.org.", "https://staffroom.example.org"),
            ("http://[::1]:8080", "http://[::1]:8080"), ("http://[2001:DB8:0:0::1]", "http://[2001:db8::1]"),
            ("https://[2001:db8::1]:443/", "https://[2001:db8::1]"),
            ("http://192.168.1.5:8080", "http://192.168.1.5:8080"),
            ("  https://a.example ", "https://a.example"),
            ("https://xn--ysgol-mr-q1a.example", "https://xn--ysgol-mr-q1a.example"),
            ("http://localhost:8080", "http://localhost:8080"), ("http://a_b.example", "http://a_b.example"),
        ])
    func normalised(_ written: String, _ address: String) throws {
        #expect(try PublicAddress(written).text == address)
        #expect(try PublicAddress(address).text == address)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "staffroom.example.org", "ftp://a.example", "https://", "https:///", "https://a.example/meetings",
            "https://a.example?x", "https://a.example#x", "https://user@a.example", "https://user:secret@a.example",
            "https://a.example:0", "https://a.example:99999", "https://a.example:", "https://a.example:-1",
            "https://a.example:+1", "https://a.example:８０", "http://::1", "http://2001:db8::1:8080", "http://[::1",
            "http://::1]",
            "http://[a.example]", "http://[127.0.0.1]", "http://[fe80::1%25eth0]", "https://ysgol-môr.example",
            "https://a..b",
            "https://.a", "https://-a.example", "https://a b.example", "http://127.1", "http://256.1.1.1",
            "http://1.2.3.0x4",
            "https://a.example\\b", "https://a.example//", "//a.example",
            "https://" + String(repeating: "a", count: 64),
        ])
    func refused(_ written: String) {
        #expect(throws: PublicAddress.Complaint.self) { try PublicAddress(written) }
    }

    @Test("browsers may come by the public address and from this machine, each once")
    func origins() throws {
        let own = try Addresses(listen: "127.0.0.1", port: 8080, publicURL: "HTTPS://A.example:443/")
        #expect(own.base == "https://a.example" && own.isSecure)
        #expect(own.origins == ["https://a.example", "http://127.0.0.1:8080", "http://localhost:8080"])
        #expect(own.socketSources == "wss://a.example ws://127.0.0.1:8080 ws://localhost:8080")
        let plain = try Addresses(listen: "127.0.0.1", port: 8080, publicURL: "")
        #expect(plain.base == "http://127.0.0.1:8080" && plain.origins.first == plain.base)
        let onDefault = try Addresses(listen: "127.0.0.1", port: 80, publicURL: "")
        #expect(onDefault.origins == ["http://127.0.0.1", "http://localhost"])
        let own6 = try Addresses(listen: "::1", port: 8080, publicURL: "")
        #expect(own6.base == "http://[::1]:8080" && own6.origins.contains("http://localhost:8080"))
        let every = try Addresses(listen: "::", port: 80, publicURL: "https://a.example")
        #expect(every.origins == ["https://a.example", "http://127.0.0.1", "http://localhost", "http://[::1]"])
        #expect(Addresses.here("::", 80) == "127.0.0.1:80" && Addresses.here("::1", 80) == "[::1]:80")
        #expect(try Addresses.freePort("127.0.0.1") > 0)
        let six = try Addresses(listen: "127.0.0.1", port: 8080, publicURL: "http://[::1]:8080")
        #expect(six.base == "http://[::1]:8080" && six.socketSources.hasPrefix("ws://[::1]:8080 "))
    }
}
