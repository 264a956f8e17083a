// Knows the forms in which minutes leave the program, and which file and kind each is.

/// A form of minutes.
public enum MinutesForm: String, Codable, Sendable, CaseIterable {
    case text, html, csv

    public var contentType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    /// How a file of this form ends.
    public var ending: String {
        switch self {
        case .text: "txt"
        case .html: "html"
        case .csv: "csv"
        }
    }
}

extension Minutes {
    /// The whole file.
    public func written(as form: MinutesForm) -> String {
        switch form {
        case .text: MinutesText.write(self)
        case .html: MinutesHTML.write(self)
        case .csv: MinutesCSV.write(self)
        }
    }
}
