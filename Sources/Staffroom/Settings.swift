// Knows every setting, its default, and where the value in force came from: the command line, then the environment
// (STAFFROOM_PORT for `port`), then the file, then the default.

import Configuration
import Foundation
import SystemPackage

/// The settings in force.
struct Settings: Sendable {
    /// A key with its default as text, and what it is for.
    struct Key: Sendable {
        var name: String
        var standard: ConfigContent
        var meaning: String
    }

    /// A value with where it came from.
    struct Value: Sendable {
        var content: ConfigContent
        var origin: String
    }

    static let keys: [Key] = [
        Key(name: "listen", standard: .string("127.0.0.1"), meaning: "IPv4 address to listen on; 0.0.0.0 for all"),
        Key(name: "port", standard: .int(8080), meaning: "port to listen on; 0 for any free one"),
        Key(name: "publicURL", standard: .string(""), meaning: "address under which browsers reach the server"),
        Key(name: "data", standard: .string("data"), meaning: "folder of the store"),
        Key(name: "resources", standard: .string(""), meaning: "folder that holds Web and Config; empty: looked for"),
        Key(name: "networkName", standard: .string("Our network"), meaning: "name of the network made at first start"),
        Key(name: "trustedProxies", standard: .stringArray([]), meaning: "addresses whose X-Forwarded-For is believed"),
        Key(name: "logLevel", standard: .string("info"), meaning: "trace, debug, info, notice, warning, error"),
        Key(name: "commandsPerSecond", standard: .int(5), meaning: "contributions a second of one person"),
        Key(name: "commandBurst", standard: .int(20), meaning: "contributions of one person that may come at once"),
        Key(name: "maxConnections", standard: .int(10_000), meaning: "sockets at once"),
        Key(name: "newConnectionsPerAddress", standard: .int(400), meaning: "sockets of one address not yet joined"),
    ]

    private var values: [String: Value] = [:]

    /// Reads what is set; throws a sentence that names file and key.
    static func load(file: String?, arguments: [String: ConfigContent]) async throws -> Settings {
        let given = Dictionary(
            uniqueKeysWithValues: arguments.map {
                (AbsoluteConfigKey([$0.key]), ConfigValue($0.value, isSecret: false))
            })
        var sources: [(String, any ConfigProvider)] = [
            ("command line", InMemoryProvider(name: "command line", values: given)),
            ("environment", EnvironmentVariablesProvider().prefixKeys(with: "staffroom")),
        ]
        if let file {
            try check(file)
            do {
                sources.append((file, try await FileProvider<JSONSnapshot>(filePath: FilePath(file))))
            } catch {
                throw Failure("cannot read the settings file \(file): \(error)", Ending.settings)
            }
        }
        var settings = Settings()
        for key in keys {
            settings.values[key.name] = try value(of: key, in: sources)
        }
        return settings
    }

    private static func value(of key: Key, in sources: [(String, any ConfigProvider)]) throws -> Value {
        for (origin, provider) in sources {
            do {
                let found = try provider.value(forKey: AbsoluteConfigKey([key.name]), type: key.standard.type)
                if let content = found.value?.content { return Value(content: content, origin: origin) }
            } catch {
                throw Failure(
                    "the setting \(key.name) (\(origin)) must be \(key.standard.kindInWords): \(key.meaning)",
                    Ending.settings)
            }
        }
        return Value(content: key.standard, origin: "default")
    }

    /// A key that nobody reads is a typing error: it is named.
    private static func check(_ file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("the settings file \(file) cannot be read", Ending.settings)
        }
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw Failure("the settings file \(file) is not a JSON object", Ending.settings)
        }
        let known = Set(keys.map(\.name))
        if let wrong = object.keys.filter({ !known.contains($0) }).sorted().first {
            throw Failure(
                "the settings file \(file) has the unknown key \"\(wrong)\"; known are \(known.sorted().joined(separator: ", "))",
                Ending.settings)
        }
    }

    subscript(string name: String) -> String {
        if case .string(let text)? = values[name]?.content { text } else { "" }
    }

    subscript(int name: String) -> Int {
        if case .int(let number)? = values[name]?.content { number } else { 0 }
    }

    subscript(list name: String) -> [String] {
        if case .stringArray(let list)? = values[name]?.content { list } else { [] }
    }

    /// One line for each setting: name, value, origin.
    var lines: [String] {
        Self.keys.map { key in
            let value = values[key.name] ?? Value(content: key.standard, origin: "default")
            return "\(key.name) = \(value.content.text)  (\(value.origin); \(key.meaning))"
        }
    }
}

extension ConfigContent {
    fileprivate var type: ConfigType {
        switch self {
        case .int: .int
        case .stringArray: .stringArray
        default: .string
        }
    }

    fileprivate var kindInWords: String {
        switch self {
        case .int: "a whole number"
        case .stringArray: "a list of texts"
        default: "a text"
        }
    }

    fileprivate var text: String {
        switch self {
        case .int(let number): "\(number)"
        case .stringArray(let list): list.isEmpty ? "[]" : list.joined(separator: ", ")
        case .string(let text): text.isEmpty ? "\"\"" : text
        default: ""
        }
    }
}
