// Knows the direction of arrows between the modules, and keeps it.

import Testing

@Suite struct ArrowTests {
    /// What each module may import of ours, and of others beside the standard library.
    private static let allowed: [String: (ours: Set<String>, others: Set<String>)] = [
        "Meetings": ([], []),
        "Matching": ([], []),
        "Analytics": (["Meetings"], system),
        "Journal": ([], system),
        "Log": (["Meetings"], []),
        "Wire": (["Log", "Meetings"], system),
        "Exchange": (["Meetings", "Analytics", "Matching", "CZlib"], system),
        "Storage": (["Journal", "Log", "Meetings", "CSodium"], system.union(["GRDB", "GRDBSQLite"])),
        "Sockets": (["CLibWebSockets", "CLibUV", "Journal"], system),
        "Hosting": (["Journal", "Log", "Meetings", "Matching", "Wire", "Analytics"], system.union(["Metrics"])),
        "Interface": (
            ["Meetings", "Matching", "Analytics", "Wire", "Exchange", "Hosting", "Journal"], system
        ),
        "Rehearsal": (["Meetings", "Wire"], system),
        "StaffroomBench": (
            [
                "Log", "Meetings", "Matching", "Wire", "Exchange", "Rehearsal", "Sockets", "Storage", "Hosting",
                "CBench",
            ],
            system.union(["ArgumentParser"])
        ),
        "Staffroom": (
            [
                "Log", "Meetings", "Matching", "Analytics", "Wire", "Exchange", "Storage", "Sockets", "Hosting",
                "Interface", "Journal",
                "Rehearsal", "CQRCode", "CZlib",
            ], system.union(["ArgumentParser", "Configuration", "CoreMetrics", "Metrics", "SystemPackage"])
        ),
    ]
    private static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin", "RegexBuilder",
    ]

    @Test("every module imports only what the design allows")
    func arrows() throws {
        let files = try Tree.files("Sources", endings: [".swift"])
        #expect(!files.isEmpty)
        for file in files {
            let module = String(file.path.split(separator: "/")[1])
            guard let row = Self.allowed[module] else {
                Issue.record("\(file): the module \(module) has no place in the table of arrows")
                continue
            }
            for name in file.imports {
                #expect(row.ours.contains(name) || row.others.contains(name), "\(file) imports \(name)")
            }
        }
    }

    @Test("the middle is pure: Meetings and Matching import nothing")
    func pureMiddle() throws {
        let middle = try Tree.files("Sources/Meetings", endings: [".swift"])
        #expect(!middle.isEmpty)
        for file in try middle + Tree.files("Sources/Matching", endings: [".swift"]) {
            #expect(file.imports.isEmpty, "\(file) imports \(file.imports)")
        }
    }

    @Test("imports are read as Swift reads them")
    func importsAreRead() {
        let text = """
            // import Never
            import One
            @testable import Two
            public import struct Three.Part
            let text = "import Never"
            /* import Never */
            """
        #expect(TextFile(path: "x.swift", text: text).imports == ["One", "Two", "Three"])
    }
}
