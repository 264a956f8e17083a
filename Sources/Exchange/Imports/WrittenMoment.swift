// Knows how programs write down a day and a time of day, in whatever order, and that nobody but whoever was there knows
// which of two numbers is the day.

import Meetings

/// A moment as a report writes it, without a zone.
struct WrittenMoment: Equatable {
    enum Day: Equatable {
        case certain(Meetings.Day)
        /// `03/04/2026`: the two numbers in the order in which they stand.
        case slashed(Int, Int, year: Int)
    }

    let line: Int
    let day: Day
    /// Since midnight.
    let seconds: Int
    let isUTC: Bool

    private static let longest = 48

    /// Nil where the text is no day and time.
    init?(_ text: String, line: Int) {
        guard text.unicodeScalars.count <= Self.longest else { return nil }
        var tokens = Token.all(text)
        guard let time = Self.takeTime(&tokens) else { return nil }
        var (half, isUTC, month, numbers, mark) = (Half?.none, false, Int?.none, [Token.Number](), UInt8?.none)
        for token in tokens {
            switch token {
            case .number(let number): numbers.append(number)
            case .mark(let one):
                // What parts the first two numbers says what they are.
                if mark == nil, numbers.count == 1 { mark = one }
            case .word(let word):
                if let said = Half(word) {
                    half = said
                } else if ["z", "utc", "gmt"].contains(word) {
                    isUTC = true
                } else if let known = Self.month(word), month == nil {
                    month = known
                } else if !["t", "at"].contains(word) {
                    return nil
                }
            }
        }
        guard let seconds = Self.seconds(time, half), let day = Self.day(numbers, month: month, mark: mark) else {
            return nil
        }
        (self.line, self.day, self.seconds, self.isUTC) = (line, day, seconds, isUTC)
    }

    /// The half of a day of twelve hours.
    private enum Half {
        case morning, afternoon

        init?(_ word: String) {
            switch word {
            case "am", "yb": self = .morning
            case "pm", "yh": self = .afternoon
            default: return nil  // foreign: String
            }
        }
    }

    private static func takeTime(_ tokens: inout [Token]) -> (Int, Int, Int)? {
        guard let colon = tokens.firstIndex(of: .mark(UInt8(ascii: ":"))), colon > 0, colon + 1 < tokens.count,
            case .number(let hour) = tokens[colon - 1], case .number(let minute) = tokens[colon + 1]
        else { return nil }
        var (end, second) = (colon + 2, 0)
        if end + 1 < tokens.count, tokens[end] == .mark(UInt8(ascii: ":")), case .number(let one) = tokens[end + 1] {
            (end, second) = (end + 2, one.value)
            // Parts of a second say nothing here.
            if end + 1 < tokens.count, tokens[end] == .mark(UInt8(ascii: ".")), case .number = tokens[end + 1] {
                end += 2
            }
        }
        tokens.removeSubrange(colon - 1..<end)
        return (hour.value, minute.value, second)
    }

    private static func seconds(_ time: (hour: Int, minute: Int, second: Int), _ half: Half?) -> Int? {
        guard (0..<60).contains(time.minute), (0..<60).contains(time.second) else { return nil }
        var hour = time.hour
        switch half {
        case nil: guard (0..<24).contains(hour) else { return nil }
        case .morning:
            guard (1...12).contains(hour) else { return nil }
            hour %= 12
        case .afternoon:
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + 12
        }
        return hour * 3_600 + time.minute * 60 + time.second
    }

    private static func day(_ numbers: [Token.Number], month: Int?, mark: UInt8?) -> Day? {
        if let month {
            guard numbers.count == 2 else { return nil }
            let (day, year) = numbers[0].digits == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
            return Self.known(self.year(year), month, day.value).map { .certain($0) }
        }
        guard numbers.count == 3 else { return nil }
        if numbers[0].digits == 4 {
            return known(numbers[0].value, numbers[1].value, numbers[2].value).map { .certain($0) }
        }
        let (one, other) = (numbers[0].value, numbers[1].value)
        guard let year = year(numbers[2]) else { return nil }
        // Where points part them, the day comes first.
        if mark == UInt8(ascii: ".") { return known(year, other, one).map { .certain($0) } }
        let isDay = known(year, other, one) != nil || known(year, one, other) != nil
        return isDay ? .slashed(one, other, year: year) : nil
    }

    private static func year(_ number: Token.Number) -> Int? {
        switch number.digits {
        case 2: 2_000 + number.value
        case 4: number.value
        default: nil  // foreign: Int
        }
    }

    /// A day of the calendar, if it is one.
    static func known(_ year: Int?, _ month: Int, _ day: Int) -> Meetings.Day? {
        guard let year, (1_970...9_998).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return Meetings.Day("\(year)-\(two(month))-\(two(day))")
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3, let at = months.firstIndex(where: { $0.hasPrefix(word) }) else {
            return word == "sept" ? 9 : nil
        }
        return at + 1
    }
}

/// A piece of a written moment.
private enum Token: Equatable {
    struct Number: Equatable {
        var value: Int
        var digits: Int
    }

    case number(Number)
    case word(String)
    case mark(UInt8)

    /// What nobody sees, spaces and commas part tokens and are none; no tokens where something foreign is among them.
    static func all(_ text: String) -> [Token] {
        let text = text.lowercased().replacing("a.m.", with: "am").replacing("p.m.", with: "pm")
        var tokens: [Token] = []
        var isParted = true
        for scalar in text.unicodeScalars {
            if ListTable.isSpace(scalar) || scalar == "," {
                isParted = true
                continue
            }
            guard scalar.isASCII else { return [] }
            let byte = UInt8(scalar.value)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte - UInt8(ascii: "0"))
                if case .number(let number)? = tokens.last, number.digits < 9, !isParted {
                    tokens[tokens.count - 1] = .number(
                        Number(value: number.value * 10 + digit, digits: number.digits + 1))
                } else {
                    tokens.append(.number(Number(value: digit, digits: 1)))
                }
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                if case .word(let word)? = tokens.last, !isParted {
                    tokens[tokens.count - 1] = .word(word + String(scalar))
                } else {
                    tokens.append(.word(String(scalar)))
                }
            default: tokens.append(.mark(byte))  // foreign: bytes
            }
            isParted = false
        }
        return tokens
    }
}
