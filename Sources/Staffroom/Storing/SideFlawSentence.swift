// Knows how it is said that the marks or the key are not what the database knows of, and what can be done.

import Storage

/// Sentences about what lies beside the database.
enum SideFlawSentence {
    /// What was found.
    static func found(_ flaw: SideFlaw) -> String {
        switch flaw {
        case .marksMissing: "staffroom.marks is missing, though the marks of this log were kept"
        case .marksDamaged: "staffroom.marks is damaged: marks that were written are not there"
        case .marksOutdated: "staffroom.marks is older than the database: it was put there from elsewhere"
        case .keyMissing: "secret.key is missing, though there is a database"
        case .keyDamaged: "secret.key is damaged: it is not as long as a key"
        case .keyForeign: "secret.key is not the key of this database"
        }
    }

    /// What to do.
    static func advice(_ flaw: SideFlaw) -> String {
        flaw.isOfKey
            ? """
            Put your copy of secret.key there. Without one: staffroom verify --new-key makes a new key; links that \
            people have go on working, and the console shows new ones. A backup is put in place with staffroom restore
            """
            : """
            Without them nobody can tell whether the end of the log was lost. Put the file back, or restore a backup \
            with staffroom restore; to go on with what is there: staffroom verify --accept-loss
            """
    }
}
