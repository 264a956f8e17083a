// Knows what can be seen of a data folder and its machine, and what each means. Facts come in, diagnoses come out.

import Foundation
import Journal
import Meetings
import Sockets
import Storage

/// What is so on this machine.
struct LocalFacts: Sendable {
    /// What a look into the store gave.
    enum Look: Sendable, Equatable {
        case noStore
        case seen(StoreLook)
        case refused(String)
    }

    var path: String
    var library: String
    var isThere: Bool
    var isWritable: Bool
    /// Whether the folder belongs to whoever asks, who then is the user of the server.
    var isOwn: Bool
    var looseFiles: [DataFolder.LooseFile]
    var readings: Readings
    var look: Look
    var hasKey: Bool
    /// Nil when the system does not say.
    var isClockInStep: Bool?

    /// The library's oldest version that is known to work.
    static let oldestLibrary = [4, 1, 6]

    var diagnoses: [Diagnosis] {
        guard isThere else {
            return [libraryDiagnosis] + [
                .failed(
                    .dataFolder, "there is no data folder \(path)",
                    do: "name it with --data or the setting data, or start the server once")
            ]
        }
        return [libraryDiagnosis, folder, rights, disk, log, key, clock, backup]
    }

    private var libraryDiagnosis: Diagnosis {
        let numbers = library.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
        guard !numbers.lexicographicallyPrecedes(Self.oldestLibrary) else {
            return .failed(.library, "libwebsockets is \(library)", do: "install libwebsockets 4.1.6 or newer")
        }
        return .passed(.library, "libwebsockets is \(library)")
    }

    private var folder: Diagnosis {
        guard isOwn else {
            return .failed(
                .dataFolder, "the data folder \(path) belongs to another user",
                do: "run doctor and every other command as the user of the server: sudo -u staffroom …")
        }
        guard isWritable else {
            return .failed(
                .dataFolder, "the data folder \(path) cannot be written", do: "mount its disk for writing, or chown it")
        }
        return .passed(.dataFolder, "the data folder is \(path)")
    }

    private var rights: Diagnosis {
        guard !looseFiles.isEmpty else { return .passed(.fileRights, "the folder and its files are private") }
        let names = looseFiles.map { "\($0.name) (\($0.isOurs ? String($0.mode, radix: 8) : "another owner"))" }
        return .failed(
            .fileRights, "others can reach, or own: \(names.joined(separator: ", "))",
            do: "chmod 700 \(path); chmod 600 \(path)/*; and chown all of it to the user of the server")
    }

    private var disk: Diagnosis {
        guard let disk = readings.disk else {
            return .notLooked(.disk, "the system does not say how much is left on the disk")
        }
        let left = "\(disk.free >> 20) MiB are left on the disk"
        guard readings.warnings.contains(.diskNearlyFull) else { return .passed(.disk, left) }
        return .failed(
            .disk, left,
            do: "make room: at least \(WatchLimits.leastFreeBytes >> 20) MiB; contributions are refused when it is full"
        )
    }

    private var log: Diagnosis {
        let size = "the write-ahead log has \(readings.logBytes >> 20) MiB"
        guard readings.warnings.contains(.logGrowing) else { return .passed(.log, size) }
        return .failed(.log, size, do: "end what reads the database for so long (a shell, a backup tool), then restart")
    }

    private var key: Diagnosis {
        guard hasKey || look == .noStore else {
            return .failed(.key, "secret.key is missing", do: "put the copy that you kept back before the next start")
        }
        switch look {
        case .noStore: return .passed(.key, "there is no store yet")
        case .refused(let why):
            return .failed(.key, "the store cannot be read: \(why)", do: "staffroom verify --data \(path)")
        case .seen(let look) where look.linksOfAnotherKey > 0:
            return .failed(
                .key, "\(look.linksOfAnotherKey) links were made with another key than secret.key",
                do: "put the right secret.key back; if it is lost, hand out the links that the console shows now")
        case .seen: return .passed(.key, "secret.key made the links")
        }
    }

    private var clock: Diagnosis {
        if readings.warnings.contains(.clockOff) {
            return .failed(
                .clock, "the log has entries of the future",
                do: "set the machine's clock right, and keep it so with NTP")
        }
        guard isClockInStep ?? true else {
            return .noted(
                .clock, "the system does not know its clock to be in step", do: "install systemd-timesyncd or chrony")
        }
        return .passed(.clock, "the clock agrees with the log")
    }

    private var backup: Diagnosis {
        let days = readings.backedUpAt.map { max(0, (readings.wallTime - $0) / WatchLimits.dayMilliseconds) }
        let says = days.map { "the last backup is \($0) days old" } ?? "no backup is known of"
        guard readings.warnings.contains(.backupOld) else { return .passed(.backup, says) }
        return .failed(
            .backup, says,
            do:
                "staffroom backup --force --data \(path) FILE, from a daily timer; or set backupWithinDays to 0 if others do it"
        )
    }
}
