// A setting means what it says, or is refused with its place: file and key, variable, or option.

import Configuration
import Foundation
import Testing

@testable import Staffroom

@Suite struct SettingTests {
    private static func load(_ json: String? = nil, _ environment: [String: String] = [:]) async throws -> Settings {
        guard let json else { return try await Settings.load(file: nil, arguments: [:], environment: environment) }
        let file = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).json")
        try Data(json.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            return try await Settings.load(file: file.path, arguments: [:], environment: environment)
        } catch let failure as Failure {
            throw Failure(failure.sentence.replacing(file.path, with: "FILE"), failure.code)
        }
    }

    /// The sentence of the refusal, which ends the program with 78.
    private static func sentence(_ json: String? = nil, _ environment: [String: String] = [:]) async -> String? {
        do {
            _ = try await load(json, environment)
            return nil
        } catch let failure as Failure {
            #expect(failure.code == Ending.settings)
            return failure.sentence
        } catch {
            Issue.record("\(error) has no sentence")
            return nil
        }
    }

    @Test(
        "what is wrong in a file is refused with file and key",
        arguments: [
            ("port", "99999"), ("port", "-1"), ("port", "65536"), ("port", "\"http\""), ("port", "80.5"),
            ("port", "null"),
            ("port", "true"), ("port", "[8080]"), ("maxConnections", "0"), ("maxConnections", "-5"),
            ("commandsPerSecond", "-1"), ("commandsPerSecond", "0"), ("commandBurst", "0"), ("commandBurst", "-20"),
            ("newConnectionsPerAddress", "0"), ("newConnectionsPerAddress", "1e9"), ("backupWithinDays", "-1"),
            ("publicURL", "\"staffroom.example\""), ("publicURL", "\"https://a.example/x\""), ("publicURL", "7"),
            ("trustedProxies", "[\"localhost\"]"), ("trustedProxies", "[\"10.0.0.0/33\"]"), ("trustedProxies", "[7]"),
            ("trustedProxies", "\"nginx\""), ("listen", "\"localhost\""), ("listen", "\"[::1]\""),
            ("listen", "\"127.1\""),
            ("listen", "\"\""), ("logLevel", "\"loud\""), ("logLevel", "\"Info\""), ("data", "\"\""),
            ("networkName", "\"\""), ("networkName", "\"a\\nb\""), ("metricsAddress", "\"9464\""),
            ("metricsAddress", "\"127.0.0.1:0\""), ("metricsAddress", "\"localhost:9464\""),
            ("metricsAddress", "\"127.0.0.1:99999\""),
        ])
    func wrongInFile(_ key: String, _ value: String) async throws {
        let sentence = try #require(await Self.sentence("{\"\(key)\": \(value)}"), "\(key) \(value) was taken")
        #expect(sentence.contains(key) && sentence.contains("FILE"), "\(sentence)")
    }

    @Test(
        "what is wrong in the environment is refused with its variable",
        arguments: [
            ("STAFFROOM_PORT", "99999"), ("STAFFROOM_PORT", "http"), ("STAFFROOM_PORT", ""),
            ("STAFFROOM_MAX_CONNECTIONS", "0"),
            ("STAFFROOM_COMMANDS_PER_SECOND", "-3"), ("STAFFROOM_PUBLIC_URL", "a.example"),
            ("STAFFROOM_TRUSTED_PROXIES", "127.0.0.1,nginx"), ("STAFFROOM_X", "1"),
            ("STAFFROOM_PUBLICURL", "https://a.example"),
            ("STAFFROOM_", "1"), ("STAFFROOM_port", "8080"),
        ])
    func wrongInEnvironment(_ name: String, _ value: String) async throws {
        let sentence = try #require(await Self.sentence(nil, [name: value]), "\(name) was taken")
        #expect(sentence.contains(name), "\(sentence)")
    }

    @Test("every setting has a variable, and the variable is read", arguments: SettingKey.all.map(\.name))
    func everyVariable(_ name: String) async throws {
        let key = try #require(SettingKey.all.first { $0.name == name })
        let value =
            switch key.rule {
            case .number(let range): "\(range.upperBound)"
            case .text, .path, .line: "something"
            case .address: "127.0.0.9"
            case .publicAddress: "https://a.example"
            case .proxies: "10.0.0.0/8,fd00::/8"
            case .severity: "error"
            case .endpoint: "127.0.0.1:9464"
            }
        let settings = try await Self.load(nil, [SettingVariables.name(of: name): value])
        #expect(settings.isSet(name))
        let line = try #require(settings.lines.first { $0.hasPrefix("\(name) = ") })
        #expect(line.contains("(environment, \(SettingVariables.name(of: name));"), "\(line)")
    }

    @Test("the defaults keep their own rules, and Config/staffroom.json shows each of them")
    func defaults() async throws {
        for key in SettingKey.all where key.name != "publicURL" {
            let standard = try key.rule.normalised(key.standard)
            #expect("\(standard)" == "\(key.standard)", "\(key.name)")
        }
        let top = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let file = top.appending(path: "Config/staffroom.json")
        let shown = try await Settings.load(file: file.path, arguments: [:], environment: [:])
        let standard = try await Settings.load(file: nil, arguments: [:], environment: [:])
        func values(_ settings: Settings) -> [Substring] { settings.lines.map { $0.prefix { $0 != "(" } } }
        #expect(values(shown) == values(standard))
        #expect(SettingKey.all.allSatisfy { shown.isSet($0.name) })
    }

    @Test("the command line wins over the environment, and that over the file")
    func order() async throws {
        let json = #"{"port": 1001, "commandBurst": 7, "publicURL": "HTTP://A.Example:80/"}"#
        let one = try await Self.load(json, ["STAFFROOM_PORT": "1002"])
        #expect(one[int: "port"] == 1002 && one[int: "commandBurst"] == 7)
        #expect(one[string: "publicURL"] == "http://a.example")
        let two = try await Settings.load(
            file: nil, arguments: ["port": .int(1003)], environment: ["STAFFROOM_PORT": "1002"])
        #expect(two[int: "port"] == 1003)
        await #expect(throws: Failure.self) {
            try await Settings.load(file: nil, arguments: ["port": .int(99_999)], environment: [:])
        }
    }

    @Test("lists are lists in a file and between commas")
    func lists() async throws {
        let file = try await Self.load(#"{"trustedProxies": ["127.0.0.1", "fd00::/8"]}"#)
        #expect(file[list: "trustedProxies"] == ["127.0.0.1", "fd00::/8"])
        let environment = try await Self.load(nil, ["STAFFROOM_TRUSTED_PROXIES": "127.0.0.1, fd00::/8"])
        #expect(environment[list: "trustedProxies"] == ["127.0.0.1", "fd00::/8"])
    }

    @Test("unknown keys, broken files and files that are none are named")
    func files() async throws {
        #expect(await Self.sentence(#"{"prot": 1}"#)?.contains("\"prot\"") == true)
        #expect(await Self.sentence("[]")?.contains("FILE") == true)
        #expect(await Self.sentence("{")?.contains("FILE") == true)
        await #expect(throws: Failure.self) {
            try await Settings.load(file: "/nowhere/settings.json", arguments: [:], environment: [:])
        }
    }

    @Test("variables of tests and of other programs are nobody's typing errors")
    func others() async throws {
        _ = try await Self.load(nil, ["STAFFROOM_SEED": "4", "PATH": "/bin", "MY_STAFFROOM_X": "1", "STAFFROOMX": "1"])
    }
}
