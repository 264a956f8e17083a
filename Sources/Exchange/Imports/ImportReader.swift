// Knows which report a file is, by what is in it and not by its name.

import Foundation
import Meetings

extension ImportedFile {
    /// Reads a report.
    ///
    /// - Parameters:
    ///   - bytes: as they came: nothing is known of them.
    ///   - day: the day of the meeting, where somebody said it.
    ///   - zone: where its clocks stand.
    public init(_ bytes: [UInt8], day: Day? = nil, zone: TimeZone) throws(ImportError) {
        let text: String
        do throws(ListError) { text = try FileText(bytes).text } catch { throw .unreadable(error) }
        if text.hasPrefix(TranscriptCues.mark) {
            self = try Transcript.read(text)
        } else if ZoomChat.isOne(text) {
            self = try ZoomChat.read(text, day: day, zone: zone)
        } else if let table = try ReportTable(text) {
            self =
                table.isZooms
                ? try ZoomParticipants.read(table, day: day, zone: zone)
                : try TeamsAttendance.read(table, day: day, zone: zone)
        } else {
            throw .unknownKind
        }
    }
}
