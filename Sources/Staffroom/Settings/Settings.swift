// Knows where the value in force of a setting came from: the command line, then the environment (STAFFROOM_PORT for
// `port`), then the file, then the default; whatever is wrong is refused with a sentence that names its place.

import Configuration
import Foundation
import SystemPackage

/// The settings in force.
struct Settings: Sendable {
    /// A value with where it came from.
    struct Value: Sendable {
        var content: ConfigContent
        var origin: String
    }

    private var values: [String: Value] = [:]

    /// Reads what is set, in its one spelling.
    ///
    /// - Throws: a sentence that names what is wrong and where it stands: file and key, variable, or option.
    static func load(
        file: String?, arguments: [String: ConfigContent],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws -> Settings {
        try SettingVariables.check(environment)
        let given = Dictionary(
            uniqueKeysWithValues: arguments.map {
                (AbsoluteConfigKey([$0.key]), ConfigValue($0.value, isSecret: false))
            })
        let variables = EnvironmentVariablesProvider(environmentVariables: environment)
        var sources: [Source] = [
            Source(provider: InMemoryProvider(name: "command line", values: given)) { _ in "command line" },
            Source(provider: variables.prefixKeys(with: "staffroom")) {
                "environment, \(SettingVariables.name(of: $0))"
            },
        ]
        if let file {
            try check(file)
            do {
                let provider = try await FileProvider<JSONSnapshot>(filePath: FilePath(file))
                sources.append(Source(provider: provider) { "\(file), key \($0)" })
            } catch {
                throw Failure("the settings file \(file) has a value of no kind that a setting has", Ending.settings)
            }
        }
        var settings = Settings()
        for key in SettingKey.all {
            settings.values[key.name] = try value(of: key, in: sources)
        }
        return settings
    }

    private struct Source {
        var provider: any ConfigProvider
        /// Where a key stands in it, in words.
        var place: (String) -> String
    }

    private static func value(of key: SettingKey, in sources: [Source]) throws -> Value {
        for source in sources {
            let origin = source.place(key.name)
            func refused(_ why: String) -> Failure {
                Failure("the setting \(key.name) (\(origin)) \(why)", Ending.settings)
            }
            let content: ConfigContent?
            do {
                content = try source.provider.value(
                    forKey: AbsoluteConfigKey([key.name]), type: key.standard.type
                ).value?.content
            } catch {
                throw refused("must be \(key.standard.kindInWords): \(key.meaning)")
            }
            guard let content else { continue }
            do {
                return Value(content: try key.rule.normalised(content), origin: origin)
            } catch {
                throw refused(error.why)
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
        let known = Set(SettingKey.all.map(\.name))
        if let wrong = object.keys.filter({ !known.contains($0) }).sorted().first {
            throw Failure(
                "the settings file \(file) has the unknown key \"\(wrong)\"; known are \(known.sorted().joined(separator: ", "))",
                Ending.settings)
        }
        // Foundation takes true for 1.
        let flags = (try? JSONDecoder().decode([String: Flag].self, from: data))?.filter(\.value.isFlag) ?? [:]
        if let flag = flags.keys.sorted().first {
            throw Failure("the setting \(flag) (\(file), key \(flag)) is neither true nor false", Ending.settings)
        }
        if let empty = object.filter({ $0.value is NSNull }).keys.sorted().first {
            throw Failure(
                "the setting \(empty) (\(file), key \(empty)) is null; leave it out to have the default",
                Ending.settings)
        }
    }

    private struct Flag: Decodable {
        var isFlag: Bool

        init(from decoder: any Decoder) throws {
            isFlag = (try? decoder.singleValueContainer().decode(Bool.self)) != nil
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

    /// Whether somebody has set it.
    func isSet(_ name: String) -> Bool { values[name].map { $0.origin != "default" } ?? false }

    /// One line for each setting: name, value, origin.
    var lines: [String] {
        SettingKey.all.map { key in
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
