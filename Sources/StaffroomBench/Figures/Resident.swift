// Knows how much memory of a process is in the machine now.

import Foundation

enum Resident {
    /// MiB; 0 when there is no such process.
    static func mebibytes(of process: pid_t) -> Double {
        let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
        let pages = text?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
}
