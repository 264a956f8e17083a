// Knows what all measuring commands take, and how they end.

import ArgumentParser
import Foundation

struct BenchOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON, with every single measurement.")
    var json = false
    @Option(name: .long, help: "The program that is measured; left out: the staffroom beside this program.")
    var program: String?
    @Option(name: .long, help: "Compare with the JSON of an earlier run.")
    var against: String?
    @Option(name: .long, help: "Folder for data while measuring, best on the disk that counts; else the system's.")
    var scratch: String?

    func validate() throws {
        guard program != nil || FileManager.default.isExecutableFile(atPath: staffroom) else {
            throw ValidationError("\(staffroom) is missing: build it with `swift build -c release --product staffroom`")
        }
    }

    var staffroom: String {
        if let program { return program }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("staffroom").path
    }

    /// Tells what was found; ends with 1 when something was wrong.
    func tell(_ findings: Findings) throws {
        var findings = findings
        if let against { try findings.compare(with: against) }
        try findings.tell(asJSON: json)
        if !findings.wrong.isEmpty { throw ExitCode.failure }
    }

    func folder() throws -> Folder { try Folder(in: scratch) }
}

/// What can be served with nothing of ours.
enum BareKind: String, ExpressibleByArgument {
    /// Bare libwebsockets that answers each message.
    case answers
    /// Bare libwebsockets, and a bare epoll loop, that send to everybody in a room what one of it says.
    case direct, epoll
}

/// A floor in a process of its own, so that it is measured like ours.
struct BareFloor: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "floor", shouldDisplay: false)

    @Option(name: .long) var kind = BareKind.answers
    @Option(name: .long) var bytes: Int

    func run() throws {
        Socket.allowMany()
        throw ExitCode(Floors.serve(kind, answering: bytes))
    }
}
