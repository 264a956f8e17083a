// What a doctor says of facts: for each that fails, what to do.

import Storage
import Testing

@testable import Staffroom

@Suite struct DoctorTests {
    private static let now: Int64 = 1_773_334_250_000

    private static func local(_ change: (inout LocalFacts) -> Void = { _ in }) -> [DoctorCheck: Diagnosis] {
        var facts = LocalFacts(
            path: "/var/lib/staffroom", library: "4.1.6-debian", isThere: true, isWritable: true, isOwn: true,
            looseFiles: [],
            readings: Readings(
                disk: DataFolder.Disk(free: 1 << 40, total: 1 << 41), serverTime: now, wallTime: now, entryTime: now,
                latestEntry: now, backedUpAt: now, backupWithinDays: 7),
            look: .seen(StoreLook(latestEntry: now, linksOfAnotherKey: 0)), hasKey: true, isClockInStep: true)
        change(&facts)
        return Dictionary(grouping: facts.diagnoses, by: \.check).mapValues { $0[0] }
    }

    @Test("on a good machine nothing fails")
    func good() {
        #expect(Self.local().values.allSatisfy { $0.verdict == .passed })
    }

    @Test("each thing that is wrong fails by its name, alone, with what to do")
    func wrong() throws {
        let cases: [(DoctorCheck, (inout LocalFacts) -> Void)] = [
            (.library, { $0.library = "4.1.5" }), (.library, { $0.library = "3.2.1-old" }),
            (.library, { $0.library = "" }), (.dataFolder, { $0.isOwn = false }),
            (.dataFolder, { $0.isWritable = false }),
            (.fileRights, { $0.looseFiles = [.init(name: "secret.key", mode: 0o644, isOurs: true)] }),
            (.fileRights, { $0.looseFiles = [.init(name: ".", mode: 0o700, isOurs: false)] }),
            (.disk, { $0.readings.disk?.free = 1 << 20 }), (.log, { $0.readings.logBytes = 1 << 30 }),
            (.key, { $0.hasKey = false }), (.key, { $0.look = .refused("damagedFile") }),
            (.key, { $0.look = .seen(StoreLook(latestEntry: nil, linksOfAnotherKey: 2)) }),
            (.clock, { $0.readings.latestEntry = Self.now + 3_600_000 }), (.backup, { $0.readings.backedUpAt = 0 }),
        ]
        for (check, change) in cases {
            let found = Self.local(change)
            #expect(found.values.filter { $0.verdict == .failed }.map(\.check) == [check])
            #expect(found[check]?.do?.isEmpty == false)
        }
        #expect(Self.local { $0.isClockInStep = false }[.clock]?.verdict == .noted)
        #expect(Self.local { $0.isThere = false }[.dataFolder]?.verdict == .failed)
        #expect(Self.local { ($0.look, $0.hasKey) = (.noStore, false) }[.key]?.verdict == .passed)
        for library in ["4.1.6", "4.3.5-stable", "4.10.0", "5.0.0"] {
            #expect(Self.local { $0.library = library }[.library]?.verdict == .passed, "\(library)")
        }
    }

    private static let healthy = WebAnswer.answer(
        status: 200, body: #"{"status":"ok","version":"1.0","warnings":[]}"#, location: "")

    private static func probe(_ socket: String, _ trusted: Bool, _ forwarded: String?) -> WebAnswer {
        let header = forwarded.map { #","forwardedFor":"\#($0)""# } ?? ""
        return .answer(
            status: 200,
            body: #"{"socket":"\#(socket)","trusted":\#(trusted),"address":"x","version":"1.0"\#(header)}"#,
            location: "")
    }

    private static func reached(_ change: (inout PublicFacts) -> Void = { _ in }) -> [DoctorCheck: Diagnosis] {
        var facts = PublicFacts(
            isRunning: true, version: "1.0", health: healthy, publicURL: "https://a.example",
            announced: "https://a.example",
            publicHealth: healthy,
            handshake: .answer(status: 400, body: #"{"error":{"code":"no_subprotocol"}}"#, location: ""),
            probe: probe("127.0.0.1", true, "192.0.2.77, 203.0.113.5"))
        change(&facts)
        return Dictionary(grouping: facts.diagnoses, by: \.check).mapValues { $0[0] }
    }

    @Test(
        "a server behind a good proxy passes, one without a public address is noted, one that does not run not looked at"
    )
    func reachedWell() {
        #expect(Self.reached().values.allSatisfy { $0.verdict == .passed })
        let plain = Self.reached { $0.publicURL = "" }
        #expect(plain[.publicURL]?.verdict == .noted && plain[.proxy] == nil)
        #expect(Self.reached { $0.isRunning = false }.values.allSatisfy { $0.verdict == .notLooked })
        let direct = Self.reached {
            ($0.publicURL, $0.announced) = ("http://a.example:8080", "http://a.example:8080")
            $0.probe = Self.probe("10.0.0.5", false, PublicFacts.forged)
        }
        #expect(direct[.proxy]?.verdict == .passed)
        #expect(Self.reached { $0.publicHealth = .nothing("curl") }[.publicURL]?.verdict == .notLooked)
    }

    @Test("what is wrong between browser and server fails by its name, with what to do")
    func reachedBadly() {
        func answer(_ status: Int, _ body: String = "", _ location: String = "") -> WebAnswer {
            .answer(status: status, body: body, location: location)
        }
        let cases: [(DoctorCheck, String, (inout PublicFacts) -> Void)] = [
            (.server, "log", { $0.health = .nothing("refused") }),
            (.server, "port", { $0.health = answer(200, "<html>") }),
            (.server, "log", { $0.health = answer(503, #"{"status":"failing","failing":"storing","version":"1.0"}"#) }),
            (.server, "restart", { $0.version = "1.1" }),
            (.server, "NTP", { $0.health = answer(200, #"{"status":"ok","version":"1.0","warnings":["clockOff"]}"#) }),
            (.publicURL, "restart", { $0.announced = "https://b.example" }),
            (.publicURL, "certificate", { $0.publicHealth = .nothing("certificate has expired") }),
            (.publicURL, "where it ends", { $0.publicHealth = answer(301, "", "https://www.a.example/health") }),
            (.publicURL, "proxy_pass", { $0.publicHealth = answer(502, "Bad Gateway") }),
            (.publicURL, "proxy_pass", { $0.publicHealth = answer(200, "<html>") }),
            (.upgrade, "Upgrade", { $0.handshake = answer(426) }),
            (.upgrade, "Upgrade", { $0.handshake = answer(400, "nginx") }),
            (.upgrade, "restart", { $0.handshake = answer(403, #"{"error":{"code":"wrong_origin"}}"#) }),
            (.upgrade, "/socket", { $0.handshake = answer(404) }),
            (.proxy, "port of this server", { $0.probe = answer(404) }),
            (.proxy, "trustedProxies", { $0.probe = Self.probe("10.0.0.2", false, "192.0.2.77, 203.0.113.5") }),
            (.proxy, "X-Forwarded-For", { $0.probe = Self.probe("127.0.0.1", true, nil) }),
            (.proxy, "X-Forwarded-For", { $0.probe = Self.probe("127.0.0.1", true, "192.0.2.77") }),
        ]
        for (check, word, change) in cases {
            let found = Self.reached(change)
            #expect(found.values.filter { $0.verdict == .failed }.map(\.check) == [check], "\(found)")
            #expect(found[check]?.do?.contains(word) == true, "\(String(describing: found[check]))")
        }
        // A proxy that sets the header anew instead of appending to it does no harm.
        #expect(Self.reached { $0.probe = Self.probe("127.0.0.1", true, "203.0.113.5") }[.proxy]?.verdict == .passed)
    }
}
