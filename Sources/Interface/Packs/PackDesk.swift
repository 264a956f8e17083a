// Knows where packs are made: beside the loop, one at a time, so that a season never makes a room wait and two of them
// never need their memory at once.

import Exchange

/// Makes packs.
actor PackDesk {
    private var isBusy = false

    /// Nil while another one is made.
    func make(_ body: @Sendable () async throws -> PackFile) async throws -> PackFile? {
        guard !isBusy else { return nil }
        isBusy = true
        defer { isBusy = false }
        return try await body()
    }
}
