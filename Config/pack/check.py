#!/usr/bin/env python3
"""Computes the shipped figures again from the tables of this pack alone, and compares. Standard library only.

    python3 check.py [FOLDER]      prints what differs; exit code 0 if nothing does

FOLDER holds the unpacked files (here, where it is left out). What each figure means stands in method.md.
"""
import csv
import hashlib
import json
import math
import sys
from collections import defaultdict
from datetime import datetime
from pathlib import Path

MODES = {"P": "received", "A": "acted", "C": "made", "I?": "exchange_candidates"}
ORDER = ["P", "A", "C", "I?"]
PLACES = {"room_device": "room", "room_no_device": "room", "table_device": "room", "remote": "remote",
          "phone_in": "remote", "unknown": "unknown"}
Z = 1.959963984540054


def read(folder, name):
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def moment(text):
    """Milliseconds since 1970."""
    if not text:
        return None
    span = datetime.fromisoformat(text.replace("Z", "+00:00")) - datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return (span.days * 86400 + span.seconds) * 1000 + span.microseconds // 1000


def common(ones, others):
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ones for b in others)


def within(ones, others):
    shared = [(max(a[0], b[0]), min(a[1], b[1])) for a in ones for b in others]
    return [s for s in shared if s[0] < s[1]]


# Spread over people

def gini(counts):
    n, total, ascending = len(counts), sum(counts), sorted(counts)
    if n < 2 or total == 0:
        return None
    return sum((2 * (i + 1) - n - 1) * x for i, x in enumerate(ascending)) / (n * total)


def chance(n, units):
    """The Gini of dealing out units one by one, each to anybody with equal chance."""
    if n < 2 or units < 1:
        return None

    def choose(a, b):
        return math.lgamma(a + 1) - math.lgamma(b + 1) - math.lgamma(a - b + 1)

    total, pair = 0.0, 2 / n
    for m in range(1, units + 1):
        if n == 2 and m < units:
            continue
        rest = 0 if m == units else (units - m) * math.log(1 - pair)
        half = (m + 1) // 2
        distance = 2 * half * math.exp(choose(m, half) - m * math.log(2))
        total += math.exp(choose(units, m) + m * math.log(pair) + rest) * distance
    return (n - 1) / (2 * units) * total


def evenness(counts, n):
    total = sum(counts)
    if total == 0 or n < 2:
        return None
    return -sum(x / total * math.log(x / total) for x in counts if x) / math.log(n)


def half(counts):
    total, reached = sum(counts), 0
    if total == 0:
        return None
    for place, count in enumerate(sorted(counts, reverse=True)):
        reached += count
        if 2 * reached >= total:
            return place + 1


def wilson(taken, offered):
    if offered == 0:
        return None, None
    p = taken / offered
    centre = (p + Z * Z / (2 * offered)) / (1 + Z * Z / offered)
    width = Z * math.sqrt(p * (1 - p) / offered + Z * Z / (4 * offered * offered)) / (1 + Z * Z / offered)
    return max(0, centre - width), min(1, centre + width)


class Meeting:
    """The tables of one meeting."""

    def __init__(self, row, tables, limits):
        self.row, self.limits, self.id = row, limits, row["meeting"]
        self.recorded = row["recorded"] == "true"
        own = {name: rows[self.id] for name, rows in tables.items()}
        self.own = own
        self.people = {r["person"]: r for r in own["participations"] if r["attended"] == "true"}
        self.leads = {p for p, r in self.people.items() if r["role"] == "lead"}
        self.counted = int(row["counted_n"])
        self.spans = defaultdict(list)
        for r in own["spans"]:
            self.spans[r["what"], r["id"]].append((moment(r["from_utc"]), moment(r["to_utc"])))
        self.open = self.spans["meeting", self.id]
        self.stays = defaultdict(list)
        for r in own["attendance"]:
            stay = (moment(r["join_utc"]), moment(r["leave_utc"]), r["has_device"] == "true", r["leave_reason"])
            self.stays[r["person"]].append(stay)
        self.acts = defaultdict(list)
        for r in own["events"]:
            if r["icap"] in ORDER[1:] and r["person"] in self.people:
                self.acts[r["person"]].append(r)
        self.segments = sorted(own["segments"], key=lambda r: int(r["n"]))
        self.held = [r["segment"] for r in self.segments if self.spans["segment", r["segment"]]]

    def who(self, leads=False):
        return [p for p in self.people if leads or p not in self.leads]

    def presence(self, person, spans=None):
        stays = [s[:2] for s in self.stays[person]]
        return sum(b - a for a, b in stays) if spans is None else common(stays, spans)

    def observed(self, person, spans):
        return common([s[:2] for s in self.stays[person] if s[2] or self.recorded], spans)

    def observable(self, person, spans):
        if self.recorded:
            return True
        present = self.presence(person, spans)
        return present > 0 and self.observed(person, spans) >= self.limits["observableShare"] * present

    def elapsed(self, at):
        return sum(max(0, min(at, b) - a) for a, b in self.open)


class Figures:
    """Rows of metrics, computed."""

    def __init__(self, meeting):
        self.m, self.rows = meeting, {}
        self.fewest = meeting.limits["fewestShown"]
        parts = [self.heads, self.sums, self.spreads, self.subgroups, self.ties]
        # A recording says neither when somebody went nor what was offered to them.
        if not meeting.recorded:
            parts += [self.times, self.uptake, self.modes, self.leaving, self.talk, self.confidence]
        for part in parts:
            part()

    def put(self, name, subset, value, scope="meeting", id=None, few=False, numerator=None, denominator=None, n=None,
            lo=None, hi=None, chance=None):
        key = (name, scope, "/".join([self.m.id] + ([id] if id is not None else [])), subset)
        if few:
            value = numerator = denominator = n = lo = hi = chance = None
        self.rows[key] = dict(value=value, numerator=numerator, denominator=denominator, n=n, lo=lo, hi=hi,
                              chance=chance, suppressed=few)

    def share(self, name, subset, taken, offered, n, **rest):
        lo, hi = wilson(taken, offered)
        self.put(name, subset, taken / offered if offered else None, numerator=taken, denominator=offered, n=n, lo=lo,
                 hi=hi, **rest)

    def heads(self):
        m = self.m
        own, leads = m.who(), len(m.leads)
        every = len(m.people)
        known = {r["reason"]: int(r["n"]) for r in m.own["missing"] if r["what"] == "people"}
        self.put("attended", "no_lead", len(own) + m.counted, n=len(own) + m.counted)
        self.put("leads", "lead", leads, n=leads)
        self.put("counted_only", "no_lead", m.counted, n=m.counted)
        seen = sum(m.people[p]["observable"] == "true" for p in own)
        self.share("observable", "no_lead", seen, len(own), len(own))
        self.put("removed", "all", known["put_out"], n=every)
        self.put("erased", "all", known["erased"], n=every)

    def times(self):
        m = self.m
        own, every = m.who(), len(m.people)
        self.put("person_minutes", "no_lead", sum(m.presence(p) for p in own) / 60000, n=len(own))
        self.put("minutes_open", "all", sum(b - a for a, b in m.open) / 60000, n=every)
        planned = self.scheduled()
        if planned and own:
            stay = sum(min(1, m.presence(p) / 1000 / planned) for p in own) / len(own)
            self.put("stay", "no_lead", stay, n=len(own))

    def scheduled(self):
        """Seconds of all items as planned; of a recording and without an agenda not known."""
        m = self.m
        if m.recorded or not m.segments:
            return None
        return sum(int(r["planned_s"]) for r in m.segments)

    def uptake(self):
        m = self.m
        every = m.own["opportunities"]
        own = [r for r in every if r["person"] not in m.leads]

        def row(subset, those, few=False, **rest):
            offered = [r for r in those if r["offered"] == "true" and r["observable"] == "true"]
            taken = sum(r["taken"] == "true" for r in offered)
            self.share("uptake", subset, taken, len(offered), len({r["person"] for r in offered}), few=few, **rest)

        row("observable_no_lead", own)
        row("observable_with_leads", every)
        for item in self.asked():
            those = [r for r in own if r["item"] == item]
            row("observable_no_lead", those, scope="item", id=item)
            unseen = sum(r["offered"] == "true" and r["observable"] == "false" for r in those)
            self.put("not_observable", "no_lead", unseen, scope="item", id=item, n=unseen)
        for segment in m.held:
            those = [r for r in own if r["segment"] == segment]
            if those:
                row("observable_no_lead", those, scope="segment", id=segment)
        places = defaultdict(list)
        for r in own:
            places[PLACES[m.people[r["person"]]["mode"]]].append(r)
        few = self.few(len({r["person"] for r in rows if r["offered"] == r["observable"] == "true"})
                       for rows in places.values())
        for place, rows in places.items():
            row(place, rows, few=few)

    def few(self, parts):
        """Whether one of several parts is of few: it could be computed from the others and their sum, so none is shown."""
        return any(0 < part < self.fewest for part in parts)

    def asked(self):
        """Items that asked people to do something, from the table of who is in what."""
        return {r["what"] for r in self.m.own["missing"] if r["reason"] == "answers_counted_only"}

    def marks(self):
        """The highest mode of somebody in an item of the agenda."""
        m, marks = self.m, {}

        def mark(person, segment, mode):
            if segment and mode:
                key = (person, segment)
                if key not in marks or ORDER.index(mode) > ORDER.index(marks[key]):
                    marks[key] = mode

        for r in m.own["events"]:
            mark(r["person"], r["segment"], r["icap"])
        for r in m.own["opportunities"]:
            if r["taken"] == "true":
                mark(r["person"], r["segment"], "A")
        for r in m.own["exchanges"]:
            mark(r["u"], r["segment"], "I?")
            mark(r["v"], r["segment"], "I?")
        return marks

    def modes(self):
        m, marks = self.m, self.marks()
        offered = {(r["person"], r["segment"]) for r in m.own["opportunities"] if r["offered"] == "true"}
        cells = {}
        for person in m.people:
            for segment in m.held:
                spans = m.spans["segment", segment]
                present = m.presence(person, spans)
                if present < m.limits["presentSeconds"] * 1000:
                    continue
                if (person, segment) in marks:
                    mode = MODES[marks[person, segment]]
                elif not m.observable(person, spans):
                    mode = "not_observable"
                elif (person, segment) not in offered:
                    mode = "not_offered"
                else:
                    mode = "received"
                cells[person, segment] = (mode, present / 60000)

        def rows(those, subset, n, **rest):
            minutes = defaultdict(float)
            for mode, time in those:
                minutes[mode] += time
            seen = sum(minutes[mode] for mode in MODES.values())
            for mode in ["not_observable", "not_offered", *MODES.values()]:
                whole = seen if mode in MODES.values() and seen > 0 else None
                self.put(f"minutes_{mode}", subset, minutes[mode], numerator=minutes[mode], denominator=whole, n=n,
                         **rest)

        for subset, leads in (("no_lead", False), ("with_leads", True)):
            people = set(m.who(leads))
            rows([c for (p, _), c in cells.items() if p in people], subset, len(people))
        for segment in m.held:
            own = [c for (p, s), c in cells.items() if s == segment and p not in m.leads]
            rows(own, "no_lead", len(own), scope="segment", id=segment)

    COUNTS = {
        "made": lambda acts: sum(r["icap"] in ("C", "I?") for r in acts),
        "acts": len,
        "turns": lambda acts: sum(r["kind"] == "talk.turn" for r in acts),
        "turn_seconds": lambda acts: sum(int(r["duration_ms"] or 0) // 1000 for r in acts),
        "spoken_words": lambda acts: sum(int(r["words"] or 0) for r in acts if r["kind"] == "talk.turn"),
        "written_words": lambda acts: sum(int(r["words"] or 0) for r in acts if r["kind"] != "talk.turn"),
    }

    def sums(self):
        """Of whom no spread tells: people who are counted only, devices of tables; and of everybody."""
        m = self.m
        acts = [r for r in m.own["events"] if r["icap"] in ORDER[1:]]
        counted = [r for r in acts if not r["person"]]
        tables = [r for r in acts if r["scope"] == "table"]
        every = counted + tables + [r for r in acts if r["person"] in m.people]
        # Acts of few who are counted only are in no table: neither their sum nor that of everybody can be told.
        few = self.few([m.counted]) or any(r["reason"] == "few_counted_only_left_out" for r in m.own["missing"])
        parts = {"counted_only": (counted, m.counted, few), "table": (tables, len({r["person"] for r in tables}), False),
                 "everybody": (every, len(m.people) + m.counted, few)}
        for name, count in self.COUNTS.items():
            for subset, (own, n, withheld) in parts.items():
                self.put(f"sum_{name}", subset, count(own), n=n, few=withheld)

    def counts(self, name, leads=False):
        return {p: self.COUNTS[name](self.m.acts[p]) for p in self.m.who(leads)}

    def spreads(self):
        for name in self.COUNTS:
            for suffix, leads in (("no_lead", False), ("with_leads", True)):
                every = self.counts(name, leads)
                own = [x for p, x in every.items() if x > 0 or self.m.people[p]["observable"] == "true"]
                self.spread(name, f"observable_{suffix}", own)
                active = [x for x in own if x > 0]
                self.put(f"gini_{name}", f"active_{suffix}", gini(active), n=len(active),
                         chance=self.expected(name, active))

    @staticmethod
    def expected(name, counts):
        return chance(len(counts), sum(counts)) if name in ("made", "acts", "turns") else None

    def spread(self, name, subset, own):
        n, total = len(own), sum(own)
        g = gini(own)
        active = sum(x > 0 for x in own)
        top = max(own) / total if total else None
        for figure, value in {
            "sum": total, "gini": g, "gini_corrected": g * n / (n - 1) if g is not None else None,
            "evenness": evenness(own, n), "evenness_active": evenness(own, active), "top_share": top,
            "n_half": half(own), "dominance": top * n if top is not None else None,
        }.items():
            by_chance = self.expected(name, own) if figure == "gini" else None
            self.put(f"{figure}_{name}", subset, value, n=n, chance=by_chance)

    def subgroups(self):
        m = self.m
        phases = {r["person"]: r["phase"] for r in m.own["participations"]}
        for name in ("made", "turns", "turn_seconds", "spoken_words"):
            if name == "made":
                people = [p for p in m.who() if m.people[p]["observable"] == "true"]
                minutes = {p: m.observed(p, m.open) for p in people}
            else:
                # Who speaks is noted of everybody who is there.
                people = m.who()
                minutes = {p: m.presence(p) for p in people}
            counts = self.counts(name)
            total = sum(counts[p] for p in people)
            for kind in (lambda p: PLACES[m.people[p]["mode"]], lambda p: phases[p] and "phase_" + phases[p]):
                groups = defaultdict(list)
                for p in people:
                    if kind(p):
                        groups[kind(p)].append(p)
                sizes = [len(members) for members in groups.values()]
                few = self.few([*sizes, len(people) - sum(sizes)])
                for group, members in groups.items():
                    own = sum(counts[p] for p in members)
                    time = sum(minutes.values())
                    if m.recorded:
                        weight = len(members) / len(people)
                    else:
                        weight = sum(minutes[p] for p in members) / time if time else 0
                    value = own / total / weight if total and weight else None
                    self.put(f"represent_{'heads_' if m.recorded else ''}{name}", group, value, numerator=own,
                             denominator=total, n=len(members), few=few)

    def leaving(self):
        m = self.m
        stays = {p: m.stays[p] for p in m.who() if m.stays[p]}
        end = max((b for _, b in m.open), default=0)
        planned, begin = self.scheduled(), min((a for a, _ in m.open), default=None)
        start = moment(m.row["planned_start_utc"]) or begin
        if planned is not None and start is not None:
            end = min(end, max(start, begin if begin is not None else start) + planned * 1000)

        def gone(stay):
            return stay[3] in ("left", "lost", "moved")

        watched, lost = [], 0
        for own in stays.values():
            early = gone(own[-1]) and own[-1][1] < end - m.limits["earlyLeaveSeconds"] * 1000
            lost += early and own[-1][3] == "lost"
            watched.append((m.elapsed(own[-1][1]) - m.elapsed(own[0][0]), early))
        n = len(watched)
        self.share("left_early", "no_lead", sum(e for _, e in watched), n, n)
        self.put("left_early_lost", "no_lead", lost, n=n)
        survival, greenwood = 1.0, 0.0
        times = sorted({t for t, early in watched if early})
        for time in times:
            risk = sum(t >= time > 0 for t, _ in watched)
            events = sum(early and t == time for t, early in watched)
            if risk == 0:
                continue
            survival *= 1 - events / risk
            greenwood += events / (risk * (risk - events)) if risk > events else math.inf
        if any(t > 0 for t in times):
            lo = hi = None
            if math.isfinite(greenwood) and 0 < survival < 1 and n >= m.limits["fewestForInterval"]:
                centre, width = math.log(-math.log(survival)), Z * math.sqrt(greenwood) / -math.log(survival)
                lo, hi = math.exp(-math.exp(centre + width)), math.exp(-math.exp(centre - width))
            self.put("survival", "no_lead", survival, n=n, lo=lo, hi=hi)
        held = sorted(m.held, key=lambda s: (m.spans["segment", s][0][0], m.held.index(s)))
        for index, segment in enumerate(held):
            at = m.spans["segment", segment][0][0]
            after = m.spans["segment", held[index + 1]][0][0] if index + 1 < len(held) else math.inf
            risk = [own for own in stays.values() if own[0][0] <= at < own[-1][1]]
            left = sum(gone(own[-1]) and at < own[-1][1] <= after for own in risk)
            self.share("drop_off", "no_lead", left, len(risk), len(risk), scope="segment", id=segment)

    def ties(self):
        m = self.m
        together, exchanges = defaultdict(int), defaultdict(int)
        groups = defaultdict(list)
        for r in m.own["group_members"]:
            groups[r["group"]].append((r["person"], moment(r["from_utc"]), moment(r["to_utc"])))
        for members in groups.values():
            for index, (one, a, b) in enumerate(members):
                for other, c, d in members[index + 1:]:
                    shared = (max(a, c), min(b, d))
                    if one == other or shared[0] >= shared[1] or not {one, other} <= set(m.people):
                        continue
                    here = within([s[:2] for s in m.stays[one]], [shared])
                    both = common(here, [s[:2] for s in m.stays[other]])
                    together[tuple(sorted((one, other)))] += both
        peers = led = 0
        for r in m.own["exchanges"]:
            led += r["includes_lead"] == "true"
            peers += r["includes_lead"] == "false"
            if (r["includes_lead"] == "false" or r["basis"] != "turns") and {r["u"], r["v"]} <= set(m.people):
                exchanges[tuple(sorted((r["u"], r["v"])))] += 1
        people = set(m.who())
        least = m.limits["tieGroupSeconds"] * 1000
        own = [pair for pair in set(together) | set(exchanges)
               if set(pair) <= people and (exchanges[pair] > 0 or together[pair] >= least)]
        possible = len(people) * (len(people) - 1) // 2
        self.put("ties", "no_lead", len(own), n=len(people))
        self.put("density", "no_lead", len(own) / possible if possible else None, numerator=len(own),
                 denominator=possible, n=len(people))
        self.put("exchange_candidates", "no_lead", peers, n=len(people))
        self.put("exchange_candidates", "lead", led, n=len(m.people))
        schools = {p: m.people[p]["school_pseudonym"] for p in people if m.people[p]["school_pseudonym"]}
        known = [(schools[u], schools[v]) for u, v in own if u in schools and v in schools]
        external = sum(a != b for a, b in known)
        sizes = defaultdict(int)
        for school in schools.values():
            sizes[school] += 1
        inner = sum(s * (s - 1) // 2 for s in sizes.values())
        cross = len(schools) * (len(schools) - 1) // 2 - inner
        index = (2 * external - len(known)) / len(known) if known and cross > 0 else None
        expected = (cross - inner) / (cross + inner) if cross > 0 else None
        self.put("ei", "no_lead", index, numerator=external, denominator=len(known), n=len(schools), chance=expected)
        beyond = index - expected if index is not None and expected is not None else None
        self.put("ei_beyond_chance", "no_lead", beyond, n=len(schools))

    def talk(self):
        m = self.m
        n = len(m.people)

        def row(name, part, whole, subset="all"):
            self.put(name, subset, part / whole if whole > 0 else None, numerator=part, denominator=whole, n=n)

        for name, column, unit in (("talk_planned", "planned_s", 60), ("talk_actual", "actual_s", 60)):
            times = [(r["type"], float(r[column]) / unit) for r in m.segments]
            row(name, sum(t for kind, t in times if kind == "talk"), sum(t for _, t in times))
        turns = [(r["person"], int(r["duration_ms"] or 0) / 1000) for r in m.own["events"] if r["kind"] == "talk.turn"]
        leads = {r["person"] for r in m.own["participations"] if r["role"] == "lead"}
        row("lead_turn_share", sum(t for p, t in turns if p in leads), sum(t for _, t in turns), "lead")

    def confidence(self):
        m = self.m
        people = set(m.who())
        asked = defaultdict(lambda: defaultdict(dict))
        for r in m.own["survey"]:
            if r["person"] in people:
                asked[r["instrument"], int(r["item"])][int(r["wave"])][r["person"]] = int(r["value"])
        for (instrument, item), waves in asked.items():
            last = int(max(r["waves_n"] for r in m.own["survey"] if r["instrument"] == instrument))
            if last < 2:
                continue
            first, second = waves[1], waves[last]
            if not first and not second:
                continue
            both = [p for p in first if p in second]
            id = f"{instrument}.{item}"
            n, few = len(both), len(both) < self.fewest
            before, after = [first[p] for p in both], [second[p] for p in both]
            changes = [b - a for a, b in zip(before, after)]
            mean, sd = self.mean(changes), self.deviation(changes)
            sds = self.deviation(before), self.deviation(after)
            spread = (sds[0] + sds[1]) / 2 if None not in sds else None
            dav = mean / spread if spread else None
            self.put("confidence_first_only", "no_lead", len(first) - n, "item", id, n=len(first) - n)
            self.put("confidence_last_only", "no_lead", len(second) - n, "item", id, n=len(second) - n)
            for name, value in {
                "change": mean, "first": self.mean(before), "last": self.mean(after), "deviation": sd,
                "dz": mean / sd if sd else None, "dav": dav,
                "dav_corrected": dav * (1 - 3 / (4 * (n - 1) - 1)) if dav is not None else None,
            }.items():
                self.put(f"confidence_{name}", "answered_both", value, "item", id, few, n=n)

    @staticmethod
    def mean(values):
        return sum(values) / len(values) if values else None

    @staticmethod
    def deviation(values):
        if len(values) < 2:
            return None
        mean = sum(values) / len(values)
        return math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))


def same(shipped, computed):
    if shipped == "" or computed is None:
        return shipped == "" and computed is None
    return abs(float(shipped) - computed) <= 1e-6 * max(1, abs(computed))


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    faults = []
    for file in json.loads((folder / "manifest.json").read_text("utf-8"))["files"]:
        found = hashlib.sha256((folder / file["path"]).read_bytes()).hexdigest()
        if found != file["sha256"]:
            faults.append(f"{file['path']} is not the file that was shipped")
    if json.loads((folder / "manifest.json").read_text("utf-8"))["depth"] == "counts":
        print(*faults, sep="\n", end="\n" if faults else "")
        print("This pack holds counts only: what its figures are made of is not in it.")
        return 1 if faults else 0
    limits = json.loads((folder / "definitions.json").read_text("utf-8"))
    names = ["meetings", "segments", "spans", "participations", "attendance", "opportunities", "events", "exchanges",
             "group_members", "survey", "missing"]
    tables = {}
    for name in names:
        tables[name] = defaultdict(list)
        for row in read(folder, name):
            tables[name][row["meeting"]].append(row)
    computed = {}
    for (row,) in tables["meetings"].values():
        computed.update(Figures(Meeting(row, tables, limits)).rows)
    shipped = {(r["metric"], r["scope"], r["scope_id"], r["subset"]): r for r in read(folder, "metrics")}
    for key in sorted(shipped.keys() | computed.keys()):
        if key not in computed:
            faults.append(f"{key}: shipped, and not computed")
        elif key not in shipped:
            faults.append(f"{key}: computed, and not shipped")
        else:
            for column, value in computed[key].items():
                given = shipped[key][column]
                fits = given == str(value).lower() if column == "suppressed" else same(given, value)
                if not fits:
                    faults.append(f"{key}: {column} is shipped as {given or 'missing'}, and computed as {value}")
    for fault in faults:
        print(fault)
    print(f"{len(shipped)} figures, {len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
