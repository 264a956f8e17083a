// Knows the table of routes: how each is reached, who may, whether it needs the token that is in no cookie, what it
// costs, and what answers. What has no row here does not exist. `Sources/Wire/Protocol.md` has the same list.

extension Routes {
    static let table = RouteTable(
        server + door + accounts + meetings + networks + groups + lines + buddies + buddyRounds)

    @RouteRows private static var server: [Route] {
        Route(.get, "/health", May.anybody, csrf: .notNeeded, cost: .look) { $0.health($1) }
        Route(.head, "/health", May.anybody, csrf: .notNeeded, cost: .look) { $0.health($1) }
    }

    @RouteRows private static var door: [Route] {
        Route(.post, "/api/door", May.code, csrf: .notNeeded, cost: .guess) { try await $0.lookAtDoor($1) }
        Route(.post, "/api/join", May.code, csrf: .notNeeded, cost: .guess) { try await $0.join($1) }
        Route(.post, "/api/bring", May.member, csrf: .withSession, cost: .write) { try await $0.bringIn($1) }
        Route(.post, "/api/forget", May.anybody, csrf: .notNeeded, cost: .write) { try await $0.forget($1) }
    }

    @RouteRows private static var accounts: [Route] {
        Route(.post, "/api/account/peek", May.oneTimeLink, csrf: .notNeeded, cost: .look) { try await $0.peek($1) }
        Route(.post, "/api/account/setup", May.oneTimeLink, csrf: .notNeeded, cost: .hash) { try await $0.setUp($1) }
        Route(.post, "/api/account/login", May.anybody, csrf: .notNeeded, cost: .login) { try await $0.logIn($1) }
        Route(.post, "/api/account/logout", May.account, csrf: .needed, cost: .write) { try await $0.logOut($1) }
        Route(.get, "/api/account", May.account, csrf: .notNeeded, cost: .look) { try await $0.showAccount($1) }
    }

    @RouteRows private static var meetings: [Route] {
        Route(.get, "/api/meetings", May.account, csrf: .notNeeded, cost: .look) { try await $0.listMeetings($1) }
        Route(.post, "/api/meetings", May.coordinator, csrf: .needed, cost: .write) { try await $0.createMeeting($1) }
        Route(.get, "/api/agendas", May.account, csrf: .notNeeded, cost: .look) { $0.listAgendas($1) }
        Route(.get, "/api/meetings/\(.meeting)/plan", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.showPlan($1)
        }
        Route(.get, "/api/meetings/\(.meeting)/calendar.ics", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.calendar($1)
        }
        Route(.get, "/api/meetings/\(.meeting)/report", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.report($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/archive", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.archiveMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/reopen", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.reopenMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/delete", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.deleteMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/personal", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.personalLink($1)
        }
    }

    @RouteRows private static var networks: [Route] {
        Route(.get, "/api/network", May.account, csrf: .notNeeded, cost: .look) { try await $0.showNetwork($1) }
        Route(.post, "/api/network", May.coordinator, csrf: .needed, cost: .write) { try await $0.changeNetwork($1) }
    }

    @RouteRows private static var groups: [Route] {
        Route(.post, "/api/groups", May.member, csrf: .withSession, cost: .search) { try await $0.proposeGroups($1) }
    }

    @RouteRows private static var lines: [Route] {
        Route(.post, "/api/line/open", May.anybody, csrf: .notNeeded, cost: .line) { try $0.openLine($1) }
        Route(.post, "/api/line/send", May.line, csrf: .notNeeded, cost: .line) { try $0.sendOnLine($1) }
        Route(.post, "/api/line/take", May.line, csrf: .notNeeded, cost: .line) { try await $0.takeFromLine($1) }
        Route(.post, "/api/line/close", May.line, csrf: .notNeeded, cost: .line) { try $0.closeLine($1) }
    }

    @RouteRows private static var buddies: [Route] {
        Route(.post, "/api/buddies/open", May.personalLink, csrf: .notNeeded, cost: .guess) {
            try await $0.openBuddies($1)
        }
        Route(.post, "/api/buddies/page", May.teacher, csrf: .notNeeded, cost: .look) { try await $0.showBuddies($1) }
        Route(.post, "/api/buddies/act", May.trusted, csrf: .notNeeded, cost: .write) { try await $0.actOnBuddies($1) }
        Route(.post, "/api/buddies/contacts", May.trusted, csrf: .notNeeded, cost: .look) {
            try await $0.buddyContacts($1)
        }
        Route(.post, "/api/buddies/link", May.trusted, csrf: .notNeeded, cost: .write) {
            try await $0.ownBuddyLink($1)
        }
        Route(.post, "/api/buddies/renew", May.trusted, csrf: .notNeeded, cost: .write) {
            try await $0.renewOwnBuddyLink($1)
        }
        Route(.post, "/api/buddies/device", May.trusted, csrf: .notNeeded, cost: .write) {
            try await $0.settleBuddyDevice($1)
        }
        Route(.post, "/api/buddies/forget", May.teacher, csrf: .notNeeded, cost: .write) {
            try await $0.forgetBuddies($1)
        }
        // Whoever has no buddies, or is nobody, is asked nothing.
        Route(.get, "/api/buddies/mine", May.anybody, csrf: .notNeeded, cost: .look) { try await $0.buddyQuestion($1) }
    }

    @RouteRows private static var buddyRounds: [Route] {
        Route(.post, "/api/buddies/overview", May.coordinator, csrf: .needed, cost: .look) {
            try await $0.overviewOfBuddies($1)
        }
        Route(.post, "/api/buddies/preview", May.coordinator, csrf: .needed, cost: .search) {
            try await $0.previewBuddies($1)
        }
        Route(.post, "/api/buddies/publish", May.coordinator, csrf: .needed, cost: .search) {
            try await $0.publishBuddies($1)
        }
        Route(.post, "/api/buddies/invite", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.inviteBuddy($1)
        }
    }
}
