// Whose address a request has, by what proxies write, and which proxies are believed.

import Testing

@testable import Sockets

@Suite struct NetworkAddressTests {
    @Test(
        "a hop is an address, with a port and brackets or without",
        arguments: [
            ("1.2.3.4", "1.2.3.4"), ("1.2.3.4:5678", "1.2.3.4"), ("::1", "::1"), ("[::1]", "::1"), ("[::1]:80", "::1"),
            ("\"[2001:DB8::0:1]:4711\"", "2001:db8::1"), ("\"1.2.3.4\"", "1.2.3.4"), ("::ffff:10.0.0.1", "10.0.0.1"),
            ("[::ffff:10.0.0.1]:443", "10.0.0.1"), ("2001:db8:0:0:0:0:0:1", "2001:db8::1"),
        ])
    func hops(_ written: String, _ address: String) {
        #expect(NetworkAddress(hop: written)?.text == address)
    }

    @Test(
        "what is no address is none",
        arguments: [
            "", "unknown", "_hidden", "1.2.3", "1.2.3.4:", "1.2.3.4:99999", "1.2.3.4:80:80", "[::1", "::1]",
            "[1.2.3.4]:80",
            "[::1]80", "[::1]:", "fe80::1%eth0", "\"", "1.2.3.4 ", "example.org", "256.1.1.1", "[]:80", "1.2.3.4:+80",
        ])
    func nothing(_ written: String) {
        #expect(NetworkAddress(hop: written) == nil)
    }

    @Test(
        "networks hold their addresses and no others",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.4.0/22", "192.168.7.9", true),
            ("192.168.4.0/22", "192.168.8.1", false), ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("fd00::/8", "fd12:3456::1", true), ("fd00::/8", "fe80::1", false), ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false), ("::/0", "2001:db8::1", true), ("::/0", "1.2.3.4", false),
            ("::1", "0:0:0:0:0:0:0:1", true), ("10.1.2.3/32", "10.1.2.3", true), ("10.1.2.3/31", "10.1.2.2", true),
            ("10.0.0.0/8", "::ffff:10.2.3.4", true), ("10.0.0.0/8", "?", false),
            ("2001:db8::/33", "2001:db8:8000::", false),
        ])
    func networks(_ network: String, _ address: String, _ isIn: Bool) throws {
        #expect(try TrustedProxies([network]).contains(address) == isIn)
    }

    @Test(
        "a name or half a network is refused by its text",
        arguments: [
            "localhost", "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/-1", "/8", "", "10.0.0/8",
        ])
    func refused(_ text: String) {
        #expect(throws: TrustedProxies.NotANetwork(text: text)) { try TrustedProxies(["127.0.0.1", text]) }
    }

    @Test(
        "the client is the right-most hop that is no trusted proxy",
        arguments: [
            ("127.0.0.1", "1.2.3.4", "1.2.3.4"), ("127.0.0.1", "9.9.9.9, 1.2.3.4:5678, 10.0.0.7", "1.2.3.4"),
            ("127.0.0.1", "[2001:db8::1]:80", "2001:db8::1"), ("127.0.0.1", "1.2.3.4, unknown", "127.0.0.1"),
            ("127.0.0.1", "10.0.0.7, 10.0.0.8", "127.0.0.1"), ("5.5.5.5", "1.2.3.4", "5.5.5.5"),
            ("127.0.0.1", "", "127.0.0.1"),
            ("10.1.1.1", "1.2.3.4,fd00::5", "1.2.3.4"),
        ])
    func client(_ peer: String, _ forwardedFor: String, _ client: String) throws {
        let trusted = try TrustedProxies(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])
        #expect(PeerAddress.client(peer: peer, forwardedFor: forwardedFor, trusted: trusted) == client)
    }
}
