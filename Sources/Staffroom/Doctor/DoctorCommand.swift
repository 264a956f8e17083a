// Knows `staffroom doctor`: everything an operator would look at by hand, with what to do where something is wrong.

import ArgumentParser
import Configuration
import Foundation
import Glibc
import Meetings
import Sockets
import Storage

/// Looks at the server and its surroundings.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look whether everything around the server is as it should be.",
        discussion: """
            Works beside a running server and without one; changes nothing. Run it as the user of the server, with the \
            --config and --data of the server. Ends with 0 when nothing fails; else with the code of the first that \
            fails: 78 a setting or the proxy, 65 the key, 69 the server does not answer, 75 folder, rights or disk, 70 \
            the rest.
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("public-url"), help: "Address under which browsers reach the server, as given to serve.")
    var publicURL: String?
    @Flag(name: .long, help: "Print one JSON object instead of sentences.")
    var json = false

    func run() async throws {
        let diagnoses = await look()
        let first = diagnoses.first { $0.verdict == .failed }
        if json {
            struct Report: Encodable {
                var good: Bool
                var checks: [Diagnosis]
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let report = try encoder.encode(Report(good: first == nil, checks: diagnoses))
            Output.line(String(decoding: report, as: UTF8.self))
        } else {
            for diagnosis in diagnoses { tell(diagnosis) }
        }
        if let first { throw first.check.ending }
    }

    private func tell(_ diagnosis: Diagnosis) {
        let sign =
            switch diagnosis.verdict {
            case .passed: "ok     "
            case .noted: "note   "
            case .failed: "FAILED "
            case .notLooked: "-      "
            }
        Output.line("\(sign) \(diagnosis.check.rawValue): \(diagnosis.says)")
        if let advice = diagnosis.do { Output.line("          \(advice)") }
    }

    private func look() async -> [Diagnosis] {
        var given: [String: ConfigContent] = [:]
        given["data"] = common.data.map(ConfigContent.string)
        given["publicURL"] = publicURL.map(ConfigContent.string)
        let settings: Settings
        do {
            settings = try await Settings.load(file: common.config, arguments: given)
        } catch {
            let why = (error as? Failure)?.sentence ?? "the settings cannot be read"
            return [.failed(.settings, why, do: "correct it; staffroom settings shows what is in force")]
        }
        let folder = DataFolder(URL(fileURLWithPath: settings[string: "data"]))
        return [.passed(.settings, "all settings are valid")] + Self.local(folder, settings).diagnoses
            + Self.reached(folder, settings).diagnoses
    }

    private static func local(_ folder: DataFolder, _ settings: Settings) -> LocalFacts {
        let look: LocalFacts.Look
        if folder.hasStore {
            do { look = .seen(try folder.look()) } catch {
                look = .refused((error as? StoreError)?.faultName.description ?? "\(type(of: error))")
            }
        } else {
            look = .noStore
        }
        let now = ServerClock().now
        var latest: Instant?
        var foreign = 0
        if case .seen(let seen) = look { (latest, foreign) = (seen.latestEntry, seen.linksOfAnotherKey) }
        return LocalFacts(
            path: folder.path, library: webSocketLibraryVersion(), isThere: folder.isThere,
            isWritable: access(folder.path, W_OK | X_OK) == 0,
            isOwn: folder.owner == geteuid() || geteuid() == 0, looseFiles: folder.looseFiles(),
            readings: Readings(
                disk: folder.disk, logBytes: folder.logBytes, serverTime: now, wallTime: now, entryTime: now,
                latestEntry: latest, backedUpAt: folder.backedUpAt, storeMadeAt: folder.madeAt,
                backupWithinDays: settings[int: "backupWithinDays"], linksOfAnotherKey: foreign),
            look: look, hasKey: folder.hasKey,
            isClockInStep: isClockInStep())
    }

    /// What the kernel knows of its clock; nil where it does not say. Swift sees no `adjtimex`, so it is looked up.
    private static func isClockInStep() -> Bool? {
        typealias Adjust = @convention(c) (UnsafeMutableRawPointer) -> Int32
        let (unknown, size) = (Int32(5), 512)  // TIME_ERROR; more than a `timex` has
        guard let symbol = dlsym(nil, "adjtimex") else { return nil }
        let timex = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        defer { timex.deallocate() }
        timex.initializeMemory(as: UInt8.self, repeating: 0, count: size)  // all zero: it changes nothing
        let state = unsafeBitCast(symbol, to: Adjust.self)(timex)
        return state < 0 ? nil : state != unknown
    }

    private static func reached(_ folder: DataFolder, _ settings: Settings) -> PublicFacts {
        struct Started: Decodable { var url: String }
        let started = folder.read(.start).flatMap { try? JSONDecoder().decode(Started.self, from: Data($0)) }
        let base = settings[string: "publicURL"]
        var facts = PublicFacts(
            isRunning: folder.isInUse, version: Version.text, publicURL: base, announced: started?.url)
        guard facts.isRunning else { return facts }
        let own =
            folder.read(.address).map { String(decoding: $0, as: UTF8.self) }
            ?? Addresses.here(settings[string: "listen"], settings[int: "port"])
        facts.health = WebLook.ask("http://\(own)/health")
        guard !base.isEmpty else { return facts }
        facts.publicHealth = WebLook.ask("\(base)/health")
        guard case .answer(200, _, _)? = facts.publicHealth else { return facts }
        facts.handshake = WebLook.ask(
            "\(base)/socket",
            headers: [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Origin: \(base)",
            ])
        let secret = folder.read(.probe).map { String(decoding: $0, as: UTF8.self) } ?? ""
        facts.probe = WebLook.ask(
            "\(base)/api/probe", headers: ["X-Forwarded-For: \(PublicFacts.forged)"], body: "{\"secret\":\"\(secret)\"}"
        )
        return facts
    }
}
