// swift-tools-version: 6.2
import PackageDescription

/// Strict where it is free: `any` is spelled out, members are imported where they are used.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Servers that are broken on purpose, each by a flag: the tests that never lose anything must lose something with them.
let broken: [SwiftSetting] =
    Context.environment["STAFFROOM_MUTANT"].map { [.define($0)] } ?? []

let package = Package(
    name: "staffroom",
    products: [
        .executable(name: "staffroom", targets: ["Staffroom"]),
        .executable(name: "staffroom-bench", targets: ["StaffroomBench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibWebSockets", pkgConfig: "libwebsockets", providers: [.apt(["libwebsockets-dev"])]),
        .systemLibrary(name: "CLibUV", pkgConfig: "libuv", providers: [.apt(["libuv1-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        // Ten thousand random meetings and a search of millions of moves are no use unoptimised, not even while
        // developing.
        .target(name: "Meetings", swiftSettings: strict + optimised),
        .target(name: "Matching", swiftSettings: strict + optimised),
        .target(name: "Journal", swiftSettings: strict),
        .target(name: "Log", dependencies: ["Meetings"], swiftSettings: strict),
        .target(name: "Wire", dependencies: ["Log", "Meetings"], exclude: ["Protocol.md"], swiftSettings: strict),
        .target(name: "Analytics", dependencies: ["Meetings"], swiftSettings: strict),
        .target(name: "Exchange", dependencies: ["Analytics", "CZlib", "Matching", "Meetings"], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "CSodium", "Journal", "Log", "Meetings", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict + broken),
        .target(
            name: "Sockets", dependencies: ["CLibWebSockets", "CLibUV", "Journal"],
            swiftSettings: strict),
        .target(
            name: "Hosting",
            dependencies: [
                "Journal", "Log", "Matching", "Meetings", "Wire", .product(name: "Metrics", package: "swift-metrics"),
            ],
            swiftSettings: strict + broken),
        .target(
            name: "Interface",
            dependencies: [
                "Analytics", "Exchange", "Hosting", "Journal", "Matching", "Meetings", "Wire",
            ],
            swiftSettings: strict),
        .target(name: "Rehearsal", dependencies: ["Meetings"], swiftSettings: strict),
        .executableTarget(
            name: "Staffroom",
            dependencies: [
                "Analytics", "CQRCode", "CZlib", "Exchange", "Hosting", "Interface", "Journal", "Log", "Matching",
                "Meetings", "Rehearsal", "Sockets", "Storage", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Metrics", package: "swift-metrics"),
            ],
            swiftSettings: strict),

        .target(
            name: "CBench", dependencies: ["CLibWebSockets"],
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("websockets")]),
        .executableTarget(
            name: "StaffroomBench",
            dependencies: [
                "CBench", "Exchange", "Matching", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .testTarget(name: "MeetingsTests", dependencies: ["Meetings"]),
        .testTarget(name: "JournalTests", dependencies: ["Journal"]),
        .testTarget(name: "AnalyticsTests", dependencies: ["Analytics", "Exchange", "Meetings"]),
        .testTarget(name: "RehearsalTests", dependencies: ["Meetings", "Rehearsal"]),
        .testTarget(name: "MatchingTests", dependencies: ["Exchange", "Matching"]),
        .testTarget(name: "ExchangeTests", dependencies: ["Analytics", "CZlib", "Exchange", "Matching", "Meetings"]),
        .testTarget(name: "WireTests", dependencies: ["Log", "Wire", "Meetings"]),
        // A log in memory that keeps the contract of a store: what the tests of hosts run on.
        .target(name: "MemoryLog", dependencies: ["Log", "Meetings"], path: "Tests/MemoryLog"),
        .testTarget(name: "StorageTests", dependencies: ["Log", "Meetings", "MemoryLog", "Storage"]),
        .testTarget(name: "SocketsTests", dependencies: ["Journal", "Sockets"]),
        .testTarget(
            name: "HostingTests",
            dependencies: [
                "Analytics", "Hosting", "Log", "Matching", "Meetings", "MemoryLog", "Sockets", "Wire",
            ]),
        .testTarget(
            name: "InterfaceTests",
            dependencies: [
                "Analytics", "Exchange", "Hosting", "Interface", "Journal", "Log", "Meetings", "MemoryLog", "Sockets",
                "Wire",
            ]),
        .testTarget(
            name: "StaffroomTests",
            dependencies: [
                "Hosting", "Interface", "Journal", "Log", "Meetings", "Sockets", "Staffroom", "Storage", "Wire",
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Configuration", package: "swift-configuration"),
            ]),
        .testTarget(name: "BenchTests", dependencies: ["StaffroomBench"]),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)
