// Knows how what was sent becomes what a route expects: the body of a POST, the query of a GET.

import Foundation
import Wire

extension Request {
    /// Names what is wrong without repeating it.
    func decoded<Body: Decodable>(as type: Body.Type) throws -> Body {
        return try Self.decode(type, method == Method.post.rawValue ? body : queryAsJSON)
    }

    private static func decode<Body: Decodable>(_ type: Body.Type, _ bytes: [UInt8]) throws -> Body {
        guard JSONBounds.holds(bytes) else { throw Refusal(400, "tooComplex") }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let refusal as Refusal {
            throw refusal
        } catch DecodingError.keyNotFound(let key, let context) {
            throw Refusal.badRequest("missing: \(field(context, key))")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw Refusal.badRequest("wrong: \(field(context))")
        } catch DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty {
            throw Refusal.badRequest("wrong: \(field(context))")
        } catch {
            throw Refusal.badRequest("not JSON of the expected form")
        }
    }

    private static func field(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
        (context.codingPath + [last].compactMap { $0 }).map(\.stringValue).joined(separator: ".")
    }

    /// `?meeting=m1` as `{"meeting":"m1"}`; of a name that repeats the first one counts.
    private var queryAsJSON: [UInt8] {
        let items = URLComponents(string: "?" + query)?.queryItems ?? []
        return ServerMessage.encode(Dictionary(items.map { ($0.name, $0.value ?? "") }) { first, _ in first })
    }
}
