import Foundation
import Testing

@testable import Storage

@Suite struct AccountTests {
    let directory = TestDirectory()
    let hour: Int64 = 3_600_000

    private func openWithAccount() async throws -> (Store, AccountRow, String) {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let (account, token) = try await store.addAccount(
            network: network.id, role: .coordinator, login: "Zoë@Example.org", displayName: "Zoë",
            setupExpires: 1_000, now: 1)
        return (store, account, token)
    }

    @Test func aLoginNameIsOneWhateverItsCase() async throws {
        let (store, account, _) = try await openWithAccount()
        for login in ["Zoë@Example.org", "zoë@example.ORG", "Zoe\u{308}@example.org", " ZOË@EXAMPLE.ORG "] {
            #expect(try await store.account(login: login) == account, "\(login)")
            await #expect(throws: StoreError.loginTaken) {
                try await store.addAccount(
                    network: account.network, role: .evaluator, login: login, displayName: "", setupExpires: 1, now: 1)
            }
        }
        #expect(try await store.account(login: "zoe@example.org") == nil)
        await #expect(throws: StoreError.notFound) {
            try await store.addAccount(
                network: "none", role: .evaluator, login: "eve", displayName: "", setupExpires: 1, now: 1)
        }
        let eve = try await store.addAccount(
            network: account.network, role: .evaluator, login: "eve", displayName: "Eve", setupExpires: 1, now: 1)
        #expect(try await store.accounts(network: account.network) == [eve.account, account])
        #expect(try await store.accounts(network: nil).count == 2)
        #expect(try await store.account(eve.account.id, network: account.network)?.role == .evaluator)
    }

    @Test func completingAnAccountNamesItsPersonToo() async throws {
        let store = try directory.open()
        let network = try await store.makeNetwork()
        let person = try await store.createPerson(network: network.id, name: "Coordinator", now: 1)
        let (account, token) = try await store.addAccount(
            network: network.id, role: .coordinator, login: "coordinator", displayName: "Coordinator",
            person: person.id, setupExpires: 1_000, now: 1)
        try await store.completeAccount(token: token, login: "ffion", displayName: "Ffion", phc: "phc", now: 2)
        #expect(try await store.account(login: "ffion")?.id == account.id)
        #expect(try await store.person(person.id, network: network.id)?.name == "Ffion")
        await #expect(throws: StoreError.notFound) {
            try await store.completeAccount(token: token, login: "eve", displayName: "Eve", phc: "phc", now: 3)
        }
    }

    @Test func aOneTimeLinkWorksOnce() async throws {
        let (store, account, token) = try await openWithAccount()
        #expect(token.count == 52)
        #expect(try directory.files(containing: token) == [])
        let link = OneTimeLinkRow(account: account.id, purpose: .setup, expires: 1_000)
        for _ in 0..<2 { #expect(try await store.peekOneTimeLink(token, now: 999) == link) }
        #expect(try await store.peekOneTimeLink(token, now: 1_000) == nil)
        #expect(try await store.useOneTimeLink(token, now: 1_000) == nil)
        #expect(try await store.useOneTimeLink(token, now: 999) == link)
        #expect(try await store.useOneTimeLink(token, now: 999) == nil)
        #expect(try await store.peekOneTimeLink(token, now: 999) == nil)
        for wrong in ["", "x", String(repeating: "0", count: 52), token + "0"] {
            #expect(try await store.useOneTimeLink(wrong, now: 1) == nil)
        }
        for purpose in OneTimePurpose.allCases {
            let another = try await store.makeOneTimeLink(
                account: account.id, network: account.network, purpose: purpose, expires: 50)
            #expect(try await store.useOneTimeLink(another, now: 2)?.purpose == purpose)
        }
    }

    @Test func aNewPasswordEndsWhatWasOpen() async throws {
        let (store, account, setup) = try await openWithAccount()
        let session = try await store.createSession(account: account.id, now: 1)
        try await store.setPassword(account.id, phc: "$one", now: 2)
        #expect(try await store.account(login: account.login)?.password == "$one")
        #expect(try await store.session(session.token, now: 3) == nil)
        #expect(try await store.peekOneTimeLink(setup, now: 3) == nil)
        await #expect(throws: StoreError.notFound) { try await store.setPassword("none", phc: "x", now: 2) }

        let next = try await store.createSession(account: account.id, now: 4)
        try await store.rehashPassword(account.id, phc: "$two", replacing: "$one")
        await #expect(throws: StoreError.notFound) {
            try await store.rehashPassword(account.id, phc: "$three", replacing: "$one")
        }
        #expect(try await store.account(login: account.login)?.password == "$two")
        #expect(try await store.session(next.token, now: 5) != nil)
    }

    @Test func aSessionEndsAfterTwelveIdleHours() async throws {
        let (store, account, _) = try await openWithAccount()
        let (token, csrf) = try await store.createSession(account: account.id, now: 0)
        #expect(token.count == 52 && csrf.count == 52 && token != csrf)
        #expect(try directory.files(containing: token) == [])
        let info = try #require(try await store.session(token, now: 12 * hour - 1))
        #expect(info.account == account && info.csrf == csrf && info.created == 0)
        // That use counts: idle time begins anew.
        #expect(try await store.session(token, now: 24 * hour - 2) != nil)
        #expect(try await store.session(token, now: 36 * hour - 2) == nil)
        #expect(try await store.session("", now: 1) == nil)
        #expect(try await store.session(csrf, now: 1) == nil)
    }

    @Test func aUseIsWrittenDownOnceAMinute() async throws {
        let (store, account, _) = try await openWithAccount()
        let token = try await store.createSession(account: account.id, now: 0).token
        // Not written down at 59,999 ms, so twelve hours count from 0; written down at 60,000 ms.
        #expect(try await store.session(token, now: 59_999) != nil)
        #expect(try await store.session(token, now: 12 * hour) == nil)
        #expect(try await store.session(token, now: 60_000) != nil)
        #expect(try await store.session(token, now: 12 * hour + 59_999) != nil)
    }

    @Test func sessionsEnd() async throws {
        let (store, account, _) = try await openWithAccount()
        var tokens: [String] = []
        for _ in 0..<4 { tokens.append(try await store.createSession(account: account.id, now: 1).token) }
        try await store.revokeSession(tokens[0], now: 2)
        #expect(try await store.session(tokens[0], now: 2) == nil)
        // Signing in again replaces the token the browser had.
        let fresh = try await store.createSession(account: account.id, replacing: tokens[1], now: 2).token
        #expect(try await store.session(tokens[1], now: 2) == nil)
        #expect(try await store.session(tokens[2], now: 2) != nil)
        #expect(try await store.session(fresh, now: 2) != nil)
        try await store.revokeSessions(account: account.id, now: 3)
        for token in tokens + [fresh] { #expect(try await store.session(token, now: 3) == nil) }

        let last = try await store.createSession(account: account.id, now: 4).token
        let reset = try await store.makeOneTimeLink(
            account: account.id, network: account.network, purpose: .reset, expires: 99)
        try await store.setDisabled(account.id, network: account.network, true, now: 5)
        #expect(try await store.session(last, now: 5) == nil)
        #expect(try await store.peekOneTimeLink(reset, now: 5) == nil)
        await #expect(throws: StoreError.notFound) { try await store.createSession(account: account.id, now: 6) }
        try await store.setDisabled(account.id, network: account.network, false, now: 7)
        #expect(try await store.session(last, now: 7) == nil)
        _ = try await store.createSession(account: account.id, now: 7)
    }
}
