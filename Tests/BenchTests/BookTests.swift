// Knows what a bench's client makes of what it hears, and that it notices what is lost, doubled or out of order.

import Testing

@testable import StaffroomBench

@Suite struct BookTests {
    private static func entry(_ sequence: Int, _ number: Int? = nil) -> String {
        let text = number.map { Scan.text($0) } ?? "x"
        return #"{"at":1,"event":{"messagePosted":{"text":"\#(text)"}},"sequence":\#(sequence)}"#
    }

    private static func events(_ entries: [String], through: Int) -> [UInt8] {
        Array(#"{"events":[\#(entries.joined(separator: ","))],"through":\#(through)}"#.utf8)
    }

    private static let welcome = Array(
        #"{"welcome":{"epoch":"9f","resumed":false,"room":{"phase":"open"},"sequence":4,"you":{"as":"participant"}}}"#
            .utf8)

    private static func welcomed() -> Book {
        var book = Book()
        _ = book.take(welcome)
        return book
    }

    @Test("a welcome says where the room is and that one is in it")
    func welcomes() {
        let book = Self.welcomed()
        #expect((book.epoch, book.through, book.isIn) == ("9f", 4, true))
        var waiting = Book()
        #expect(
            waiting.take(Array(#"{"welcome":{"resumed":false,"room":{},"sequence":4,"you":{"as":"waiting"}}}"#.utf8))
                == .welcome(isResumed: false))
        #expect(!waiting.isIn)
    }

    @Test("a prompt that was prepared is known by its name, whatever else is told with it")
    func prepared() {
        var book = Self.welcomed()
        let asked = #"{"event":{"promptOpened":{"prompt":"w1","text":"What?"}},"sequence":5}"#
        let prepared = #"{"event":{"promptPrepared":{"kind":"open","prompt":"w2","text":"Why?"}},"sequence":6}"#
        _ = book.take(Self.events([asked], through: 5))
        #expect(book.prompt == nil)
        _ = book.take(Self.events([prepared], through: 6))
        #expect(book.prompt == "w2")
    }

    @Test("messages are known by their numbers, in order, and nothing is wrong with gaps that are for others")
    func good() {
        var book = Self.welcomed()
        #expect(book.take(Self.events([Self.entry(5, 0), Self.entry(7, 1)], through: 7)) == .events)
        #expect(book.take(Self.events([], through: 9)) == .events)
        #expect(book.marks == [0, 1])
        #expect((book.through, book.beforeMarks) == (9, 4))
        #expect(book.wrong.isEmpty)
    }

    @Test("a repeat, disorder and a `through` that goes back are found")
    func bad() {
        for (entries, through) in [([4], 5), ([6, 5], 6), ([5, 5], 5), ([5, 6], 5), ([], 4)] {
            var book = Self.welcomed()
            _ = book.take(Self.events(entries.map { Self.entry($0) }, through: through))
            #expect(!book.wrong.isEmpty, "\(entries) through \(through)")
        }
    }

    @Test("a resume brings what was missed, and leaves one in the room")
    func resume() {
        var book = Self.welcomed()
        let text = #"{"welcome":{"epoch":"9f","events":[\#(Self.entry(5, 3))],"resumed":true,"sequence":6}}"#
        #expect(book.take(Array(text.utf8)) == .welcome(isResumed: true))
        #expect((book.marks, book.through, book.isIn) == ([3], 6, true))
    }

    @Test("answers are known by their ids")
    func answers() {
        var book = Self.welcomed()
        #expect(book.take(Array(#"{"ack":{"id":"b1","sequence":5}}"#.utf8)) == .ack(id: "b1"))
        #expect(book.take(Array(#"{"nack":{"code":16,"id":"b2","rejection":{}}}"#.utf8)) == .nack(id: "b2"))
        #expect(book.take(Array(#"{"pong":{"now":1}}"#.utf8)) == .other)
        #expect(book.take([]) == .other)
        #expect(book.through == 4)
    }

    @Test("a made-up recording has as many acts as it says, and no more messages than a room takes")
    func recording() {
        let short = RecordingMaker(name: "a", people: 3, acts: 101)
        #expect(short.messages == 51)
        #expect(Self.count("chat", in: short.text) == 51)
        #expect(Self.count("speech", in: short.text) == 50)
        #expect(Self.count("attendee", in: short.text) == 3)
        let long = RecordingMaker(name: "b", people: 3, acts: 20_500, hasHands: true)
        #expect(Self.count("chat", in: long.text) == 10_000)
        #expect(Self.count("speech", in: long.text) == 10_500)
        #expect(Self.count("hand_up", in: long.text) == Self.count("called", in: long.text))
        let written = RecordingMaker(name: "c", people: 3, acts: 70, hasMessagesOnly: true)
        #expect((Self.count("chat", in: written.text), Self.count("speech", in: written.text)) == (70, 0))
        #expect(long.text == RecordingMaker(name: "b", people: 3, acts: 20_500, hasHands: true).text)
    }

    private static func count(_ type: String, in text: String) -> Int {
        text.split(separator: "\n").count { $0.hasPrefix("{\"type\":\"\(type)\"") }
    }
}
