// Knows every setting: its default, what it is for, and what it may be.

import Configuration
import Journal
import Sockets

/// A setting.
struct SettingKey: Sendable {
    var name: String
    var standard: ConfigContent
    var rule: SettingRule
    var meaning: String

    static let all: [SettingKey] = [
        SettingKey(
            name: "listen", standard: .string("127.0.0.1"), rule: .address,
            meaning: "address to listen on; 0.0.0.0 for all of IPv4, :: for all"),
        SettingKey(
            name: "port", standard: .int(8080), rule: .number(0...65_535),
            meaning: "port to listen on; 0 for any free one"),
        SettingKey(
            name: "publicURL", standard: .string(""), rule: .publicAddress,
            meaning: "address under which browsers reach the server"),
        SettingKey(name: "data", standard: .string("data"), rule: .path, meaning: "folder of the store"),
        SettingKey(
            name: "resources", standard: .string(""), rule: .text,
            meaning: "folder that holds Web and Config; empty: looked for"),
        SettingKey(
            name: "networkName", standard: .string("Our network"), rule: .line,
            meaning: "name of the network made at first start"),
        SettingKey(
            name: "trustedProxies", standard: .stringArray([]), rule: .proxies,
            meaning: "addresses and networks (10.0.0.0/8) whose X-Forwarded-For is believed"),
        SettingKey(
            name: "logLevel", standard: .string("info"), rule: .severity,
            meaning: Severity.allCases.map(\.rawValue).joined(separator: ", ")),
        SettingKey(
            name: "metricsAddress", standard: .string(""), rule: .endpoint,
            meaning: "address and port of /metrics, such as 127.0.0.1:9464; empty: none"),
        SettingKey(
            name: "backupWithinDays", standard: .int(7), rule: .number(0...3_650),
            meaning: "days without a backup before /health warns; 0: never"),
        SettingKey(
            name: "talkDays", standard: .int(30), rule: .number(Periods.days),
            meaning: "days after a meeting that chat and questions are kept"),
        SettingKey(
            name: "workMonths", standard: .int(12), rule: .number(Periods.months),
            meaning: "months after the programme year that notes and answers are kept"),
        SettingKey(
            name: "recordMonths", standard: .int(12), rule: .number(Periods.months),
            meaning: "months after the programme year that logs of meetings are kept; then only figures"),
        SettingKey(
            name: "programmeYearMonth", standard: .int(9), rule: .number(Periods.monthsOfYear),
            meaning: "month in which a programme year begins"),
        SettingKey(
            name: "commandsPerSecond", standard: .int(5), rule: .number(1...1_000_000),
            meaning: "contributions a second of one person"),
        SettingKey(
            name: "commandBurst", standard: .int(20), rule: .number(1...1_000_000),
            meaning: "contributions of one person that may come at once"),
        SettingKey(
            name: "maxConnections", standard: .int(10_000), rule: .number(1...1_000_000), meaning: "sockets at once"),
        SettingKey(
            name: "newConnectionsPerAddress", standard: .int(400), rule: .number(1...1_000_000),
            meaning: "sockets of one address not yet joined"),
    ]
}

/// What a setting may be.
enum SettingRule: Sendable {
    case number(ClosedRange<Int>)
    case text, path, line, address, publicAddress, proxies, severity, endpoint

    /// Why a value is refused: the end of a sentence that begins with the setting and its place.
    struct Complaint: Error {
        var why: String
    }

    /// The longest name of a network, in bytes.
    private static let lineBytes = 1_000

    /// The value in its one spelling.
    func normalised(_ content: ConfigContent) throws(Complaint) -> ConfigContent {
        switch (self, content) {
        case (.number(let range), .int(let number)):
            guard range.contains(number) else {
                throw Complaint(
                    why: "must be a whole number from \(range.lowerBound) to \(range.upperBound); it is \(number)")
            }
        case (.path, .string(let text)):
            guard !text.isEmpty, !text.contains("\0") else { throw Complaint(why: "must name a folder; it is empty") }
        case (.line, .string(let text)):
            let isLine = !text.isEmpty && text.utf8.count <= Self.lineBytes && !text.contains(where: \.isNewline)
            guard isLine else { throw Complaint(why: "must be one line of text, not empty") }
        case (.address, .string(let text)):
            guard let address = NetworkAddress(text) else {
                throw Complaint(
                    why:
                        "must be an address of this machine in figures, such as 127.0.0.1, 0.0.0.0 or ::; it is \(text)"
                )
            }
            return .string(address.text)
        case (.publicAddress, .string(let text)):
            if text.isEmpty { return content }
            do { return .string(try PublicAddress(text).text) } catch {
                throw Complaint(why: "\(error.why); it is \(text)")
            }
        case (.proxies, .stringArray(let list)):
            do { _ = try TrustedProxies(list) } catch {
                throw Complaint(
                    why: """
                        must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, and no names; \
                        one of them is \"\(error.text)\"
                        """)
            }
        case (.severity, .string(let text)):
            guard Severity(rawValue: text) != nil else {
                let all = Severity.allCases.map(\.rawValue).joined(separator: ", ")
                throw Complaint(why: "must be one of \(all); it is \(text)")
            }
        case (.endpoint, .string(let text)):
            if text.isEmpty { return content }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let port = UInt16(parts[1]), port > 0 else {
                throw Complaint(why: "must be an IPv4 address with a port, such as 127.0.0.1:9464; it is \(text)")
            }
            return .string("\(try Self.fourByteAddress(String(parts[0]))):\(port)")
        case (.text, _), (.number, _), (.path, _), (.line, _), (.address, _), (.publicAddress, _), (.proxies, _),
            (.severity, _), (.endpoint, _):
            break
        }
        return content
    }

    private static func fourByteAddress(_ text: String) throws(Complaint) -> String {
        guard let address = NetworkAddress(text), address.text == text, !text.contains(":") else {
            throw Complaint(
                why: "must be an IPv4 address of this machine with a port, such as 127.0.0.1:9464; it is \(text)")
        }
        return text
    }
}
