// Knows how an anonymous answer is written for the place where it is kept apart from the log.

import Foundation
import Meetings

extension PromptAnswer {
    /// As it is kept.
    public var sealed: [UInt8] { JSONWriter.bytes(self) }

    /// What was kept; nil where it is no answer that this program can read.
    public init?(sealed bytes: [UInt8]) {
        guard let answer = try? JSONDecoder().decode(PromptAnswer.self, from: Data(bytes)) else { return nil }
        self = answer
    }
}
