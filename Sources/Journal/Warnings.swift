// Knows what an operator is warned of, by codes that stay: `GET /health` and the log say the same words.

/// Something that will hurt if nobody does anything; contributions are stored all the same.
public enum HealthWarning: String, Sendable, CaseIterable, Codable {
    /// Little is left on the disk of the data folder.
    case diskNearlyFull
    /// The write-ahead log grows: something reads for very long, or folding it in fails.
    case logGrowing
    /// The machine's clock was set while the server ran, or entries of the log are of the future.
    case clockOff
    /// No backup was taken for longer than `backupWithinDays`.
    case backupOld
    /// Links were made with another key: people's links work, the ones that are shown are others.
    case linksOfAnotherKey
}

/// A check that fails while contributions cannot be stored.
public enum FailingCheck: String, Sendable, CaseIterable, Codable {
    /// The store does not take anything.
    case storing
}
