// Knows how a meeting is made up in the format of recorded meetings: the same every time.

/// A recording of a meeting that never was.
struct RecordingMaker {
    /// Also names the meeting: the same one is played once only.
    var name: String
    var people: Int
    /// Messages and lines of speech, in turn.
    var acts: Int
    /// With raised hands and people called on, as in a real meeting.
    var hasHands = false
    /// Messages alone, no speech: a room takes 10,000.
    var hasMessagesOnly = false

    /// Messages that a room takes.
    private static let mostMessages = 10_000
    /// Acts between two raised hands.
    private static let turn = 8

    /// How many of the acts are messages; the rest is speech.
    var messages: Int { min(hasMessagesOnly ? acts : (acts + 1) / 2, Self.mostMessages) }

    var text: String {
        var lines = [
            #"{"type":"meeting","id":"\#(name)","clock":true,"start":"2026-03-02T16:00:00Z","flags":[]}"#
        ]
        for person in 0..<people {
            let id = "\(name)-p\(person)"
            lines.append(#"{"type":"attendee","p":"\#(id)","mode":"remote","org":"Ysgol \#(person % 9)"}"#)
            lines.append(#"{"type":"connect","p":"\#(id)","t":\#(person)}"#)
        }
        var written = 0
        for act in 0..<acts {
            let time = people + act / 4
            let person = "\(name)-p\(act * 7 % people)"
            if hasHands, act % Self.turn == 1 {
                lines.append(#"{"type":"hand_up","p":"\#(person)","t":\#(time)}"#)
                lines.append(#"{"type":"called","p":"\#(person)","t":\#(time)}"#)
            }
            if hasMessagesOnly || act.isMultiple(of: 2), written < messages {
                written += 1
                lines.append(#"{"type":"chat","p":"\#(person)","words":\#(1 + act % 40),"t":\#(time)}"#)
            } else {
                let words = 5 + act % 90
                lines.append(
                    #"{"type":"speech","p":"\#(person)","words":\#(words),"chars":\#(words * 6),"t":\#(time)}"#)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
