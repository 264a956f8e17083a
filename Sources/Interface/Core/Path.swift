// Knows the paths of routes: words, and parameters that are bounded like all that comes from outside.

/// The path of a route, written `"/api/meetings/\(.meeting)/plan"`.
struct Path: ExpressibleByStringInterpolation, CustomStringConvertible, Sendable {
    /// What may stand for a step of a path.
    enum Parameter: String, Sendable, CaseIterable {
        /// The identifier of a meeting.
        case meeting
    }

    fileprivate enum Step: Equatable {
        case word(String)
        case parameter(Parameter)
    }

    private let steps: [Step]

    init(stringLiteral path: String) { steps = Self.words(path) }

    init(stringInterpolation path: Interpolation) { steps = path.steps }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var steps: [Step] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { steps += Path.words(literal) }

        mutating func appendInterpolation(_ parameter: Parameter) { steps.append(.parameter(parameter)) }
    }

    fileprivate static func words(_ text: String) -> [Step] { text.split(separator: "/").map { .word(String($0)) } }

    var hasParameters: Bool { !parameters.isEmpty }

    var parameters: [Parameter] {
        steps.compactMap { step in
            switch step {
            case .word: nil
            case .parameter(let parameter): parameter
            }
        }
    }

    var description: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .word(let word): text += "/" + word
            case .parameter(let parameter): text += "/{\(parameter.rawValue)}"
            }
        }
    }

    /// What stands for the parameters; nil if it is another path.
    func match(_ path: String) -> [Parameter: Key]? {
        let given = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard path.hasPrefix("/"), given.count == steps.count else { return nil }
        var keys: [Parameter: Key] = [:]
        for (step, text) in zip(steps, given) {
            switch step {
            case .word(let word): guard word == text else { return nil }
            case .parameter(let parameter):
                guard let key = Key(String(text)) else { return nil }
                keys[parameter] = key
            }
        }
        return keys
    }
}
