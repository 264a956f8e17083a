// Knows every no by HTTP: a status, a stable code, and what of it a page can use.

import Meetings
import Wire

/// A refusal by HTTP, with its stable code. One kind of error has one code, wherever it is found.
struct Refusal: Error, Equatable {
    var status: Int
    var code: String
    var waitMilliseconds: Int?
    var limit: Int?
    /// Where in the request the value stands that is out of bounds.
    var field: String?
    var detail: String?

    init(
        _ status: Int, _ code: String, wait: Int? = nil, limit: Int? = nil, field: String? = nil,
        detail: String? = nil
    ) {
        (self.status, self.code, waitMilliseconds) = (status, code, wait)
        (self.limit, self.field, self.detail) = (limit, field, detail)
    }

    /// A no of the domain, by its name; `field` is where in the request its cause stands.
    init(_ rejection: Rejection, field: String? = nil) {
        self.init(409, String(String(describing: rejection).prefix { $0 != "(" }), field: field)
        if case .textTooLong(let limit) = rejection { self.limit = limit }
        if case .tooMany(let limit) = rejection { self.limit = limit }
        if case .slowDown(let wait) = rejection { (status, waitMilliseconds) = (429, wait) }
        if case .storageFailed = rejection { status = 503 }
    }

    static let notFound = Refusal(404, "notFound")
    static let unknownLink = Refusal(404, "unknownLink")
    static let unknownCode = Refusal(404, "unknownCode")
    static let signedOut = Refusal(401, "signedOut")
    static let notAllowed = Refusal(403, "notAllowed")

    static func slowDown(_ waitMilliseconds: Int) -> Refusal { Refusal(429, "slowDown", wait: waitMilliseconds) }

    /// What was sent has not the form that is expected of it.
    static func badRequest(_ detail: String) -> Refusal { Refusal(400, "badRequest", detail: detail) }

    var response: Response {
        var error: [String: ErrorField] = ["code": .text(code)]
        error["waitMilliseconds"] = waitMilliseconds.map(ErrorField.number)
        error["limit"] = limit.map(ErrorField.number)
        error["field"] = field.map(ErrorField.text)
        error["detail"] = detail.map(ErrorField.text)
        return .json(["error": error], status: status)
    }
}

/// A field of an error: a text or a number.
private enum ErrorField: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
