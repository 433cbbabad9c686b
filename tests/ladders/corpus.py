"""Ladders in the shapes that organisations keep them in. The shapes are real, the words are invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from ladders.exchange import Reading, read
from ladders.exchange.table_map import Kind
from ladders.exchange.tables import read_table

ORDER = ("Associate", "Junior", "Senior", "Lead", "Head")
GRADES = ("Awareness", "Working", "Practitioner", "Expert")
UNTOLD = 'no level of "{}" is described'


@dataclass(frozen=True, slots=True)
class Framework:
    """A file, and for a table the map and kind that its keeper gives. `warnings` are all that is said about it."""

    data: bytes
    given: bytes = b""
    kind: Kind = "wide"
    warnings: tuple[str, ...] = ()

    def read(self) -> Reading:
        return read_table(self.data, self.given, self.kind, map_source="map") if self.given else read(self.data)


def table(rows: Iterable[Iterable[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    """Rows as a spreadsheet writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def a_map(*lines: str) -> bytes:
    return "\n".join(["id: sheet", "title: A sheet", *lines, ""]).encode()


def a_file(*lines: str) -> bytes:
    return "\n".join(["format: ladder/1", "id: file", "title: A file", *lines, ""]).encode()


def government() -> Framework:
    """Five roles and eighty skills: a row for each of both in the order of the alphabet, among rows of others."""
    header = ("Family", "Role level", "Skill", "Skill level", "Level description", "Role description")
    rows = []
    for place, role in enumerate(ORDER):
        for skill in range(1, 81):
            grade = GRADES[(place + skill % 3) // 2]
            told = f"{grade} of skill {skill}:\nwhat one does then, in two lines."
            rows.append(("Delivery", role, f"Skill {skill:02}", grade, told, f"What {role} is there for."))
    other = ("Design", "Senior", "Skill 01", "Expert", "Other words.", "Another role.")
    return Framework(
        table([header, *sorted(rows), other]).encode("utf-8-sig"),
        a_map(
            f"scale: [{', '.join(GRADES)}]",
            "stages: [Associate, Junior, Senior, Lead, {name: Head, title: Head of delivery}]",
            "only: {Family: Delivery}",
            "columns:",
            "  stage: Role level",
            "  level: Skill level",
            "  level-text: Level description",
            "  stage-text: Role description",
        ),
        "long",
    )


def engineering_in_words() -> Framework:
    """A wide matrix of texts: emoji, line separators, hidden spaces, bullets and quotes inside the cells."""
    rows = [
        ("Area", "Behaviour", "1 Engineer", "2 Engineer II", "3 Senior 👩‍🚀"),
        ("🛠️ Craft", "Testing", "Tests what changes.", "- Unit tests\n- Reviews of tests", "Teaches “when” to test"),
        ("🛠️ Craft", "Debugging", "Asks early.\u2028Writes it down.", "Finds it\u200b alone.", "=Finds causes"),
        ("🤝 People", "Feedback", "Cafe\u0301 talks", "Café talks, weekly", "\u202eodd\u202c but kept"),
        ("🤝 People", "Mentoring", "", "", "One person at a time\tat least"),
    ]
    return Framework(table(rows).encode(), a_map("columns: {category: Area, skill: Behaviour}"))


def engineering_in_numbers() -> Framework:
    """A wide matrix of numbers with a fork, parallel stages of one rank, welcome levels, and a drop across tracks."""
    rows = [
        ("Group", "Skill", "What it is", "IC3", "IC4", "IC5", "M5", "Notes"),
        ("Build", "Design", "Cutting it well.", "1", "2", "3", "2", "ask Kim"),
        ("Build", "Operations", "Keeping it up.", "1", "2", "3", "(1)", ""),
        ("Lead", "Hiring", "", "", "(1)", "1", "3", ""),
    ]
    return Framework(
        table(rows, end="\n").encode(),
        a_map(
            "scale: [Learns, Does, Leads]",
            "columns: {category: Group, description: What it is}",
            "ignore: Notes",
            "tracks: [{id: ic, title: Expert}, {id: m, title: Manager}]",
            "stages:",
            "  - {name: IC3, title: Engineer, rank: 3}",
            "  - {name: IC4, title: Senior Engineer, rank: 4, next: [staff-engineer, engineering-manager]}",
            "  - {name: IC5, title: Staff Engineer, rank: 5, track: ic, next: [engineering-manager]}",
            "  - {name: M5, title: Engineering Manager, rank: 5, track: m, roles: [{title: Team Lead}]}",
        ),
        warnings=(
            '2: M5: drops from 3 at "staff-engineer" to 2',
            f"2: Skill: {UNTOLD.format('design')}",
            '3: M5: drops from 2 at "senior-engineer" to 1',
            '3: M5: drops from 3 at "staff-engineer" to 1',
            f"3: Skill: {UNTOLD.format('operations')}",
            f"4: Skill: {UNTOLD.format('hiring')}",
        ),
    )


def points() -> Framework:
    """Milestones that are worth points, stages in bands with several titles, no expectations at all."""
    return Framework(
        a_file(
            "scale:",
            "  - {level: 0, name: None, points: 0}",
            "  - {level: 1, name: Milestone 1, points: 1, partial: true}",
            "  - {level: 3, name: Milestone 3, points: 6, partial: 0.5}",
            "phases:",
            "  - {id: band-1, title: Band 1, roles: [{title: Maker}, {title: Shaper, focus: [web]}]}",
            "  - {id: band-2, title: Band 2}",
            "stages:",
            '  - {id: l1-1, title: "1.1", phase: band-1, needs: {points: 0}}',
            '  - {id: l1-2, title: "1.2", phase: band-1, needs: {points: 5}, facts: {Pay: "1,5 × base", Notice: no}}',
            '  - {id: l2-1, title: "2.1", phase: band-2, needs: {points: 17}}',
            "categories: [{id: a, title: A}, {id: b, title: B, rated: false}]",
            "skills:",
            "  - id: web",
            "    title: Web",
            "    category: a",
            "    levels:",
            "      1: {text: Works., signs: [Adds a page, Mends it], examples: [Moved a form], x-seen: 2025-01-01}",
            "      3: {signs: [{text: Plans it, id: plan, proof: A plan, links: [{title: One, url: 'https://a.b'}]}]}",
            "  - {id: words, title: Words, category: b, levels: {1: Reads.}}",
        )
    )


def words_for_each_stage() -> Framework:
    """No scale: statements and examples for each stage, skills that start late or end early, people tick."""
    return Framework(
        a_file(
            "assess: statements",
            "language: de-AT",
            "stages: [{id: eins, title: Stufe 1}, {id: zwei, title: Stufe 2}, {id: drei, title: Stufe 3}]",
            "skills:",
            "  - id: hören",
            '    title: "🙍 Zuhören"',
            "    category: Menschen",
            "    at:",
            "      eins: [Fragt nach, Fasst zusammen]",
            "      zwei: [{text: Hört Leises, examples: [In der Runde, Am Telefon]}, 'Ja: auch Nein']",
            "  - {id: leiten, title: Leiten, at: {drei: {name: Anfang, text: Übernimmt., signs: [Leitet an]}}}",
        )
    )


def rules_of_every_kind() -> Framework:
    """Stages with rules of their own, must-haves, weights, sparse and named levels, places beyond, steps."""
    return Framework(
        a_file(
            'version: "1.10"',
            "needs: {share: 80}",
            "scale: [{level: 1, name: P1}, {level: 4, name: P4}, {level: 7, name: P7, text: 'So:\n\n  far'}]",
            "stages:",
            "  - {id: a, title: A, needs: all, next: [b, c]}",
            "  - {id: b, title: B, rank: 7, needs: {miss: {skills: 2, by: 3}, above: 1}, next: [], moves: [c]}",
            "  - {id: c, title: C, rank: 7, needs: {share: 50}, next: [], x-must: [s], x-weights: {s: 3, t: 2}}",
            "x-steps: [{from: a, to: b, stop: [Doing all], start: [Asking who], keep: [Talking]}]",
            "beyond: [{id: y, title: Elsewhere, from: [b, c]}]",
            "skills:",
            "  - {id: s, title: S, core: yes, levels: {1: s one, 4: s four, 7: s seven}, ref: '007', also: [Es, no]}",
            "  - {id: t, title: T, levels: {4: t four}, measures: ['10 %', on]}",
            "expects:",
            "  s: {a: 1, b: 7, c: 4}",
            "  t: {a: 0, b: (4), c: 4}",
        )
    )


def awkward_characters() -> Framework:
    """A ladder file from another system: a mark, other line ends, and characters that others lose."""
    text = (
        "tab\there \u2028 line\u2029para\x85next \u200b zero 👩‍🚀 Cafe\u0301 Café \u202eright\u202c nb\xa0sp \ufeff"
    )
    lines = a_file(
        f'summary: "{text}"',
        "stages:",
        "  - id: café",
        f'    title: "{text}"',
        "    text: |",
        "      One",
        "      \ttwo",
        "",
        f"      {text}",
    )
    return Framework(b"\xef\xbb\xbf" + lines.replace(b"\n", b"\r\n"))


def large() -> Framework:
    """205 stages and 188 skills; each is expected at ten of the stages."""
    header = ("Skill", *(f"S{stage}" for stage in range(1, 206)))
    rows = [
        (f"K{skill}", *("" if (stage + skill) % 20 else str(stage // 50 + 1) for stage in range(205)))
        for skill in range(1, 189)
    ]
    return Framework(
        table([header, *rows], end="\n").encode(),
        a_map("scale: [one, two, three, four, five]"),
        warnings=tuple(f"{skill + 1}: Skill: {UNTOLD.format(f'k{skill}')}" for skill in range(1, 189)),
    )


FRAMEWORKS = {
    kind.__name__: kind
    for kind in (
        government,
        engineering_in_words,
        engineering_in_numbers,
        points,
        words_for_each_stage,
        rules_of_every_kind,
        awkward_characters,
        large,
    )
}
