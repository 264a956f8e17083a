// Knows how a one-time link opens an account that is waiting for its owner.

/// Whoever has a one-time link that is good now.
struct OneTimeHolder: Sendable {
    var token: String
    var purpose: LinkPurpose
    var account: AccountRecord
}

extension Routes {
    private struct Token: Decodable {
        var token: Secret
    }

    func oneTime(_ arrival: Visit) async throws -> OneTimeHolder {
        let token = try arrival.request.decoded(as: Token.self).token.text
        guard let link = try await parts.catalogue.oneTimeLink(token, at: parts.now()) else {
            throw Refusal.unknownLink
        }
        return OneTimeHolder(token: token, purpose: link.purpose, account: try await usable(link.account))
    }

    func usable(_ id: String) async throws -> AccountRecord {
        guard let account = try await parts.catalogue.account(id), !account.isDisabled else {
            throw Refusal.unknownLink
        }
        return account
    }
}
