"""Who may see what of buddies: links that were passed on, devices, sessions, and what does not fit."""

from __future__ import annotations

import pytest

from Tests.EndToEnd.buddies import Buddy, Coordinator, RULE, made, open_meeting, opted_in, teacher
from Tests.EndToEnd.server import Server
from Tests.EndToEnd.test_backup import good


def test_a_link_that_was_passed_on_shows_nothing(server):
    desk, (owner, partner) = made(server)
    link = desk.ask("invite", {"person": owner.person})["link"]
    assert owner.post("link").body["link"] == link
    token = link.split("#k=", 1)[1]
    stranger = Buddy(server, "somebody else")
    page = stranger.post("open", {"link": token}).body
    assert set(page) == {"confirmed", "network", "now"} and page["confirmed"] is False
    for verb, body in (("contacts", {"pair": owner.pair}), ("link", {}), ("renew", {}),
                       ("act", {"id": "x", "do": {"optOutBuddy": {}}}),
                       ("device", {"device": "x", "isOwn": True})):
        assert stranger.post(verb, body).body["error"]["code"] == "deviceWaits", verb
    # The owner sees it, says no, and the link is another one from then on.
    waiting = owner.page()["devices"]
    assert len(waiting) == 1
    assert owner.post("device", {"device": waiting[0]["id"], "isOwn": False}).status == 200
    assert stranger.post("page").status == 401
    assert Buddy(server, "again").post("open", {"link": token}).body["error"]["code"] == "unknownLink"
    assert not any(one.contact in text or one.name in text for text in stranger.heard for one in (owner, partner))
    # A device that is theirs is let in by a yes.
    fresh = owner.post("link").body["link"].split("#k=", 1)[1]
    assert fresh != token
    second = Buddy(server, "their laptop")
    assert second.post("open", {"link": fresh}).body["confirmed"] is False
    owner.post("device", {"device": owner.page()["devices"][0]["id"], "isOwn": True})
    assert second.page()["you"]["name"] == owner.name
    assert second.post("contacts", {"pair": owner.pair}).body["contacts"][0]["contact"] == partner.contact


def test_a_lost_device_comes_back_through_the_coordinator(server):
    desk = open_meeting(server)
    owner, _ = opted_in(server, 2)
    link = desk.ask("invite", {"person": owner.person, "renew": True})["link"]
    fresh = Buddy(server, "their new phone")
    assert fresh.post("open", {"link": link.split("#k=", 1)[1]}).body["confirmed"] is True
    assert fresh.page()["wish"]["contact"] == owner.contact
    # The old one waits now, like any other.
    assert owner.page()["confirmed"] is False


def test_who_may_do_what(server):
    desk = open_meeting(server)
    one, _ = opted_in(server, 2)
    for verb in ("overview", "preview", "publish", "invite"):
        body = {"rule": RULE, "everybody": False, "groups": [], "person": one.person, "csrf": "guessed"}
        assert server.post(f"/api/buddies/{verb}", body, cookie=one.cookie).status == 401, verb
        assert server.post(f"/api/buddies/{verb}", body, cookie=desk.cookie).status == 403, verb
        origin = {"Origin": "http://elsewhere.example"}
        assert server.post(f"/api/buddies/{verb}", body, cookie=desk.cookie, headers=origin).status == 403, verb
    for verb in ("page", "act", "contacts", "link", "renew", "device"):
        body = {"id": "x", "do": {"optOutBuddy": {}}, "pair": "b1-1", "device": "x", "isOwn": True}
        assert server.post(f"/api/buddies/{verb}", body).status == 401, verb
        # A coordinator's session is no teacher's ticket.
        assert server.post(f"/api/buddies/{verb}", body, cookie=desk.cookie).status == 401, verb
    proposal = {"rule": RULE, "isForEverybody": False, "groups": [], "unmatched": [], "engine": "mine", "points": 0}
    assert one.act({"proposeBuddies": {"proposal": proposal}}).body["error"]["code"] == "notAllowed"
    assert one.act({"removeMember": {"person": one.person}}).body["error"]["code"] == "notAllowed"


def test_a_restored_backup_keeps_buddies_links_and_devices(server, tmp_path):
    desk, (owner, partner) = made(server)
    owner.do({"setBuddyGoal": {"pair": owner.pair, "text": "Survive"}})
    link = owner.post("link").body["link"].split("#k=", 1)[1]
    copy = tmp_path / "copy.db"
    good("backup", "--data", server.data, copy)
    assert owner.contact.encode() in copy.read_bytes()
    assert link.encode() not in copy.read_bytes()
    # With the key links are the same; without it the old ones go on working.
    for number, key in enumerate([["--key", server.data / "secret.key"], []]):
        folder = tmp_path / f"restored-{number}"
        good("restore", copy, "--data", folder / "data", *key)
        good("verify", "--data", folder / "data")
        with Server(folder) as again:
            owner.server = again
            page = owner.page()
            assert page["buddies"]["goal"] == "Survive" and page["confirmed"]
            assert owner.contacts().body["contacts"] == [{"person": partner.person, "contact": partner.contact}]
            assert Buddy(again, "another device").post("open", {"link": link}).body["confirmed"] is False
            shown = owner.post("link").body["link"].split("#k=", 1)[1]
            assert (shown == link) == bool(key)
            assert len(Coordinator(again).overview()["pairs"]) == 1


@pytest.mark.parametrize("wish", [
    {"contact": "", "phase": "primary", "band": "3-5", "offers": [], "needs": []},
    {"contact": "me", "phase": "primary", "band": "3-5", "offers": [], "needs": [], "farthestKilometres": 20},
    {"contact": "me", "phase": "primary", "band": "3-5", "offers": [], "needs": [], "farthestKilometres": -1,
     "place": {"latitudeTenths": 520, "longitudeTenths": -30}},
    {"contact": "me", "phase": "primary", "band": "3-5", "offers": ["a", "b", "c", "d", "e", "f"], "needs": []},
    {"contact": "x" * 500, "phase": "primary", "band": "3-5", "offers": [], "needs": []},
    {"contact": "me", "phase": "moon", "band": "3-5", "offers": [], "needs": []},
])
def test_what_does_not_fit_is_refused(server, wish):
    open_meeting(server)
    one = teacher(server, 1)
    answer = one.act({"optInBuddy": {"wish": wish}})
    assert answer.status in (400, 409) and answer.body["error"]["code"]
    assert "wish" not in one.page()
