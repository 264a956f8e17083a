import Foundation
import Testing

@testable import Storage

@Suite struct PasswordTests {
    @Test func aHashVerifiesItsPasswordOnly() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("correct horse ü")
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hasher.hash("correct horse ü") != hash, "every hash has its own salt")
        let table: [(String, String?, Bool)] = [
            ("correct horse ü", hash, true), ("correct horse u\u{308}", hash, true), ("correct horse u", hash, false),
            ("", hash, false), ("correct horse ü", nil, false), ("correct horse ü", "", false),
            ("correct horse ü", "$argon2id$nonsense", false),
        ]
        for (password, phc, isRight) in table {
            #expect(try await hasher.verify(password, against: phc) == isRight, "\(password) \(phc ?? "nil")")
        }
        let long = String(repeating: "x", count: PasswordRule.maximumBytes + 1)
        await #expect(throws: PasswordHasher.Failure.tooLong) { try await hasher.hash(long) }
        await #expect(throws: PasswordHasher.Failure.tooLong) { try await hasher.verify(long, against: hash) }
    }

    /// The pages say how long a password is to be before they send it.
    @Test func thePagesKnowTheLeastLength() throws {
        struct File: Decodable { var limits: [String: Int] }
        let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: top.appendingPathComponent("Web/shared/limits.json"))
        let limits = try JSONDecoder().decode(File.self, from: data).limits
        #expect(limits["passwordLeastCharacters"] == PasswordRule.minimumCharacters)
    }

    @Test func otherParametersAreNoticed() async throws {
        let hasher = PasswordHasher()
        #expect(!hasher.needsRehash(try await hasher.hash("twelve letters")))
        let weaker = "$argon2id$v=19$m=8192,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        #expect(hasher.needsRehash(weaker))
        #expect(hasher.needsRehash("nonsense"))
    }

    /// An unknown user costs a hash with the same parameters as a known one does. No clock says so: it would measure
    /// what else the machine does.
    @Test func anUnknownUserCostsAsMuch() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("correct horse")
        var costs: [Int] = []
        for phc in [hash, nil, hash, nil] {
            let before = await hasher.computed
            #expect(try await !hasher.verify("wrong password", against: phc))
            costs.append(await hasher.computed - before)
        }
        // The first of all makes the hash of no password, whoever asks.
        #expect(costs == [2, 1, 1, 1])
        #expect(!hasher.needsRehash(try #require(await hasher.dummy)) && !hasher.needsRehash(hash))
    }

    @Test func onlySoManyWait() async throws {
        let hasher = PasswordHasher()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try await hasher.hash("twelve letters")
                        return true
                    } catch {
                        return error as? PasswordHasher.Failure != .busy
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false), "forty at once are more than may wait")
        #expect(try await !hasher.hash("afterwards there is room").isEmpty)
    }

    @Test func theRuleNamesItsReason() {
        let table: [(String, PasswordRefusal?)] = [
            ("", .tooShort), ("elevenchars", .tooShort), ("twelve chars", nil), ("ünïcödé wörds", nil),
            ("Password1234", .common), ("CorrectHorseBatteryStaple", .common),
            ("correct horse battery staple", .common), ("aaaaaaaaaaaaaaaa", .common), ("abababababababab", .common),
            ("a sentence that nobody has used", nil), (String(repeating: "word ", count: 204), nil),
            (String(repeating: "word ", count: 205), .tooLong),
        ]
        for (password, refusal) in table { #expect(PasswordRule.refusal(of: password) == refusal, "\(password)") }
        #expect(
            PasswordRefusal.allCases.map(\.rawValue) == ["password_too_short", "password_too_long", "password_common"])
        let reachable = PasswordRule.common.filter { $0.count < PasswordRule.minimumCharacters }
        #expect(reachable == [], "shorter ones are refused anyway")
    }
}
