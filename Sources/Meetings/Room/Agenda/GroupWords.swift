// Knows how a title says of how many people groups are, in English and in Welsh: what is prepared for them has to agree.

enum GroupWords {
    private static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "dau": 2, "ddau": 2, "dri": 3, "tri": 3, "dair": 3, "pedwar": 4, "bedwar": 4, "pump": 5, "bump": 5,
        "chwech": 6, "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "ddeg": 10,
    ]
    /// Words that say it all.
    private static let sets: [String: Int] = [
        "pairs": 2, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "barau": 2, "parau": 2,
        "drioedd": 3, "trioedd": 3,
    ]
    /// "groups of five", "tables of 8"; "grwpiau o bump", "byrddau o wyth".
    private static let ofWhat: Set<String> = [
        "groups", "group", "tables", "teams", "grwpiau", "grŵp", "grwp", "byrddau", "fyrddau", "timau", "dimau",
    ]

    /// How many people a group has by this title; nil where it does not say.
    static func size(in title: String) -> Int? {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (index, word) in words.enumerated() {
            let before = index > 0 ? words[index - 1] : ""
            if let size = sets[word], ["in", "mewn", "yn"].contains(before) { return size }
            if let size = numbers[word], before == "fesul" { return size }
            guard ofWhat.contains(word), words.count > index + 2, ["of", "o"].contains(words[index + 1]) else {
                continue
            }
            if let size = numbers[words[index + 2]] ?? Int(words[index + 2]) { return size }
        }
        return nil
    }
}
