"""Knows how a coordinator plans over HTTP: signed in, with the token that shows the page is ours."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass

from Tests.EndToEnd.server import HTTP_SECONDS, Answer, Server


@dataclass
class Reply:
    """An answer with its headers and its text as it is."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def body(self) -> dict:
        return json.loads(self.text)


class Planner:
    """The sample's coordinator."""

    def __init__(self, server: Server, cookie: str | None = None):
        self.server = server
        self.cookie = cookie or server.sign_in()
        self.csrf = self.get("/api/account").body["csrf"]

    def get(self, path: str, *, is_signed_in: bool = True) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=HTTP_SECONDS)
        try:
            connection.request("GET", path, headers={"Cookie": self.cookie} if is_signed_in else {})
            response = connection.getresponse()
            return Reply(response.status, response.read().decode(), dict(response.getheaders()))
        finally:
            connection.close()

    def post(self, path: str, body: dict | None = None) -> Answer:
        return self.server.post(path, {**(body or {}), "csrf": self.csrf}, cookie=self.cookie)

    def template(self, identifier: str, language: str = "en") -> dict:
        """The plan of a template, as the page makes it."""
        found = next(one for one in self.get("/api/agendas").body["agendas"] if one["id"] == identifier)
        segments = [
            {"kind": one["kind"], "timeboxSeconds": one["timeboxSeconds"], "title": one["title"][language],
             "note": one.get("note", {}).get(language), "bench": self._bench(one.get("bench"), language),
             **({"prompts": [asked[language] for asked in one["prompts"]]} if "prompts" in one else {})}
            for one in found["segments"]]
        return {"title": found["title"][language], "zone": "Europe/London", "options": found["options"],
                "segments": segments}

    @staticmethod
    def _bench(bench: dict | None, language: str) -> dict | None:
        if bench is None:
            return None
        steps = [{**step, "text": step["text"][language]} for step in bench["steps"]]
        return {"steps": steps} | ({"kit": bench["kit"][language]} if "kit" in bench else {})

    def create(self, plan: dict, **fields: object) -> dict:
        """A new meeting, as it stands in the list."""
        answer = self.post("/api/meetings", {**plan, **fields})
        assert answer.status == 200, answer
        return self.listed(answer.body["meeting"])

    def listed(self, meeting: str) -> dict:
        return next(one for one in self.get("/api/meetings").body["meetings"] if one["id"] == meeting)
