// Knows the manifest of the pack: what it was made of, and by what each file in it is known.

import Analytics
import Meetings

/// `manifest.json`.
struct PackManifest: Encodable {
    struct File: Encodable {
        var path: String
        var bytes: Int
        var sha256: String
    }

    struct Rules: Encodable {
        var fewestShown: Int
        var fewestPublished: Int
        var complements = true
    }

    var release: String
    var series: String?
    var form: PackForm
    /// How close to people it goes.
    var depth: PackDepth
    /// The name of the key of the pseudonyms, which says nothing about it.
    var key: String
    /// How far the log of each meeting that is in it is in it.
    var meetings: [PackRange]
    var software: String
    var definitionsVersion: String
    var suppression: Rules
    /// The release before it, of the same meetings.
    var previous: String?
    /// Every other file.
    var files: [File]
}
