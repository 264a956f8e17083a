// Knows where lists and reports are read: beside the loop, one at a time, so that a large one never makes a room wait.

import Exchange
import Foundation
import Meetings

/// Reads lists and reports.
struct ListReader: Sendable {
    private actor Desk {
        private var waiting = 0

        /// Nil if too many are waiting.
        func read<Read, No>(
            most: Int, _ read: @Sendable () throws(No) -> Read
        ) async -> Result<Read, No>? {
            guard waiting < most else { return nil }
            waiting += 1
            defer { waiting -= 1 }
            // Lets go once, so that whoever asks meanwhile is counted.
            await Task.yield()
            do throws(No) { return .success(try read()) } catch { return .failure(error) }
        }
    }

    private static let mostWaiting = 8
    private let desk = Desk()

    /// Nil if too many are waiting.
    func read(_ bytes: [UInt8], known: [String], commas: ListCommas?) async -> Result<PeopleList, ListError>? {
        await desk.read(most: Self.mostWaiting) { () throws(ListError) in
            try PeopleList(FileText(bytes), known: known, commas: commas)
        }
    }

    /// A report of another program. Nil if too many are waiting.
    func report(_ bytes: [UInt8], day: Day?, zone: TimeZone) async -> Result<ImportedFile, ImportError>? {
        await desk.read(most: Self.mostWaiting) { () throws(ImportError) in
            try ImportedFile(bytes, day: day, zone: zone)
        }
    }
}
