// Knows the table of routes: how each is reached, who may, whether it needs the token that is in no cookie, what it
// costs, and what answers. What has no row here does not exist. `Sources/Wire/Protocol.md` has the same list.

extension Routes {
    static let table = RouteTable(
        server + door + accounts + meetings + networks + series + people + groups + lines + buddies + buddyRounds)

    @RouteRows private static var server: [Route] {
        Route(.get, "/health", May.anybody, csrf: .notNeeded, cost: .look) { $0.health($1) }
        Route(.head, "/health", May.anybody, csrf: .notNeeded, cost: .look) { $0.health($1) }
        Route(.post, "/api/probe", May.theOperator, csrf: .notNeeded, cost: .look) { $0.probe($1) }
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
        Route(.post, "/api/account/password", May.account, csrf: .needed, cost: .login) {
            try await $0.changePassword($1)
        }
        Route(.post, "/api/account/invite", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.inviteCoordinator($1)
        }
        Route(.get, "/api/account", May.account, csrf: .notNeeded, cost: .look) { try await $0.showAccount($1) }
    }

    @RouteRows private static var meetings: [Route] {
        Route(.get, "/api/meetings", May.account, csrf: .notNeeded, cost: .look) { try await $0.listMeetings($1) }
        Route(.post, "/api/meetings", May.coordinator, csrf: .needed, cost: .write) { try await $0.createMeeting($1) }
        Route(.get, "/api/agendas", May.account, csrf: .notNeeded, cost: .look) { $0.listAgendas($1) }
        Route(.get, "/api/prompts", May.account, csrf: .notNeeded, cost: .look) { $0.listPrompts($1) }
        Route(.get, "/api/prompts/own", May.account, csrf: .notNeeded, cost: .look) {
            try await $0.showOwnPrompts($1)
        }
        Route(.post, "/api/prompts/keep", May.coordinator, csrf: .needed, cost: .write) { try await $0.keepPrompt($1) }
        Route(.post, "/api/prompts/drop", May.coordinator, csrf: .needed, cost: .write) { try await $0.dropPrompt($1) }
        Route(.get, "/api/meetings/\(.meeting)/plan", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.showPlan($1)
        }
        Route(.get, "/api/meetings/\(.meeting)/calendar.ics", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.calendar($1)
        }
        Route(.get, "/api/meetings/\(.meeting)/report", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.report($1)
        }
        Route(.get, "/api/meetings/\(.meeting)/figures", May.accountAtMeeting, csrf: .notNeeded, cost: .look) {
            try await $0.figures($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/carry", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.carry($1)
        }
        Route(.post, "/api/ahead", May.member, csrf: .withSession, cost: .look) { try await $0.ahead($1) }
        Route(.post, "/api/minutes", May.member, csrf: .withSession, cost: .look) { try await $0.minutes($1) }
        Route(.post, "/api/own", May.member, csrf: .withSession, cost: .file) { try await $0.own($1) }
        Route(.post, "/api/import/list", May.member, csrf: .withSession, cost: .look) {
            try await $0.listImports($1)
        }
        Route(.post, "/api/import/look", May.member, csrf: .withSession, cost: .file) {
            try await $0.lookAtReport($1)
        }
        Route(.post, "/api/import/bring", May.member, csrf: .withSession, cost: .file) {
            try await $0.bringReport($1)
        }
        Route(.post, "/api/import/undo", May.member, csrf: .withSession, cost: .write) {
            try await $0.undoImport($1)
        }
        Route(.post, "/api/takeaway", May.member, csrf: .withSession, cost: .look) { try await $0.takeaway($1) }
        Route(.post, "/api/meetings/\(.meeting)/archive", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.archiveMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/reopen", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.reopenMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/delete", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.deleteMeeting($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/rehearse", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.rehearse($1)
        }
        Route(.post, "/api/meetings/\(.meeting)/personal", May.coordinatorAtMeeting, csrf: .needed, cost: .write) {
            try await $0.personalLink($1)
        }
    }

    @RouteRows private static var networks: [Route] {
        Route(.get, "/api/network", May.account, csrf: .notNeeded, cost: .look) { try await $0.showNetwork($1) }
        Route(.post, "/api/kits", May.coordinator, csrf: .needed, cost: .look) { try await $0.listKits($1) }
        Route(.post, "/api/network", May.coordinator, csrf: .needed, cost: .write) { try await $0.changeNetwork($1) }
    }

    @RouteRows private static var series: [Route] {
        Route(.get, "/api/series", May.account, csrf: .notNeeded, cost: .look) { try await $0.listSeries($1) }
        Route(.post, "/api/series/make", May.coordinator, csrf: .needed, cost: .write) { try await $0.makeSeries($1) }
        Route(.post, "/api/series/rename", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.renameSeries($1)
        }
        Route(.post, "/api/series/drop", May.coordinator, csrf: .needed, cost: .write) { try await $0.dropSeries($1) }
        Route(.post, "/api/series/place", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.placeMeeting($1)
        }
        Route(.post, "/api/series/figures", May.account, csrf: .needed, cost: .look) {
            try await $0.seriesFigures($1)
        }
        Route(.post, "/api/series/asked", May.account, csrf: .needed, cost: .look) { try await $0.seriesAsked($1) }
        Route(.get, "/api/packs", May.account, csrf: .notNeeded, cost: .look) { try await $0.listPacks($1) }
        Route(.post, "/api/packs/preview", May.account, csrf: .needed, cost: .look) { try await $0.previewPack($1) }
        Route(.post, "/api/packs/release", May.account, csrf: .needed, cost: .write) { try await $0.releasePack($1) }
        Route(.post, "/api/packs/file", May.account, csrf: .needed, cost: .file) { try await $0.packFile($1) }
    }

    @RouteRows private static var people: [Route] {
        Route(.post, "/api/people", May.coordinator, csrf: .needed, cost: .look) { try await $0.listPeople($1) }
        Route(.post, "/api/people/traces", May.coordinator, csrf: .needed, cost: .look) {
            try await $0.showTraces($1)
        }
        Route(.post, "/api/complaint", May.member, csrf: .withSession, cost: .write) { try await $0.complain($1) }
        Route(.post, "/api/ledger", May.coordinator, csrf: .needed, cost: .look) { try await $0.showLedger($1) }
        Route(.post, "/api/ledger/acknowledge", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.acknowledgeComplaint($1)
        }
        Route(.post, "/api/ledger/settle", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.settleComplaint($1)
        }
        Route(.post, "/api/people/erase", May.coordinator, csrf: .needed, cost: .write) {
            try await $0.erasePerson($1)
        }
    }

    @RouteRows private static var groups: [Route] {
        Route(.post, "/api/groups", May.member, csrf: .withSession, cost: .search) { try await $0.proposeGroups($1) }
        Route(.post, "/api/file", May.member, csrf: .withSession, cost: .file) { try await $0.takeFilePiece($1) }
        Route(.post, "/api/photo", May.member, csrf: .withSession, cost: .file) { try await $0.addPhoto($1) }
        Route(.post, "/api/photo/see", May.member, csrf: .withSession, cost: .look) { try await $0.showPhoto($1) }
        Route(.post, "/api/list", May.member, csrf: .withSession, cost: .file) { try await $0.readList($1) }
        Route(.post, "/api/groups/seats", May.member, csrf: .withSession, cost: .search) {
            try await $0.offerSeats($1)
        }
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
