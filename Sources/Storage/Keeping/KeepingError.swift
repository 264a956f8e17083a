/// Why a backup or a restore was not done. Nothing was changed then.
public enum KeepingError: Error, Equatable, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// The file is there already and was not to be replaced.
    case exists(path: String)
    /// The data folder has something in it and was not to be replaced.
    case notEmpty(path: String)
    /// What was to be written is a file that the data folder needs, under whatever name.
    case ownFile(path: String)
    /// What was to be read lies where a restore makes its store ready, which is emptied first.
    case inWorkplace(path: String)
    /// Another backup to the same file is under way.
    case underWay(path: String)
    /// A write-ahead log lies beside the file: it was copied from a running server and may lack its newest part.
    case liveCopy(path: String)
    /// The copy does not stand up to its examination.
    case flawed(Examination)
}
