"""Tables as spreadsheets write them, with all that people do to them before they save."""

from __future__ import annotations

from tests.ladders.corpus import Framework, a_map, table

LONG = 'She says "ship it", they say "why?"; both are right, and:\n\n- one, two\n- three\t(four)\n' * 50
PLAIN = [("Skill", "One", "Two"), ("Aïm", "Knows it; says it", "Sets it, alone"), ("Care", "", "Über\nall")]


def semicolons_of_a_german_spreadsheet() -> Framework:
    return Framework(("sep=;\r\n" + table(PLAIN, ";")).encode("utf-8-sig"), a_map())


def windows_1252() -> Framework:
    return Framework(table(PLAIN, ";").encode("cp1252"), a_map("encoding: windows-1252"))


def unicode_text() -> Framework:
    return Framework(table(PLAIN, "\t").encode("utf-16"), a_map())


def unicode_text_of_another_machine() -> Framework:
    return Framework(b"\xfe\xff" + table(PLAIN, "\t").encode("utf-16-be"), a_map())


def line_ends_of_an_old_machine() -> Framework:
    return Framework(table(PLAIN).replace("\r\n", "\r").encode(), a_map())


def long_cells() -> Framework:
    rows = [("Skill", "One", "Two"), *((f"Skill {n}", f"{n}{LONG}", f"{LONG}{n}") for n in range(60))]
    return Framework(table(rows).encode(), a_map())


SIGNS = (
    "+1 for others",
    "-1",
    "@team, ask",
    "=Finds causes",
    "=> leads on",
    "== Heading ==",
    "= one of many",
    "- SQL (Postgres)",
    "+/- 5 %",
    "-SLA and SLO",
    "'quoted",
    "1,5",
)


def signs_at_the_beginning() -> Framework:
    """Texts that begin as formulas do, and are none."""
    return Framework(table([("Skill", "One"), *((f"s{n}", cell) for n, cell in enumerate(SIGNS))]).encode(), a_map())


def titles_totals_and_merged_cells() -> Framework:
    """A printed sheet: titles above, the header on every page, merged groups, dashes, sums, an empty margin."""
    rows = [
        ("The craft ladder, draft 7", "", "", "", "", "", ""),
        ("", "", "", "Makers", "", "", ""),
        ("Group", "Skill", "Notes", "PM", "Senior PM", "", ""),
        ("Customer", "Research", "", "1", "2", "", ""),
        ("", "Support", "", "–", "1", "", ""),
        ("", "Sales", "", "n/a", "(1)", "", ""),
        ("Group", "Skill", "Notes", "PM", "Senior PM", "", ""),
        ("Product", "Roadmap", "", "1", "1", "", ""),
        ("", "Launch", "", "", "2", "", ""),
        ("Sum", "Total", "", "2", "7", "", ""),
    ]
    return Framework(
        table(rows, ";").encode(),
        a_map(
            "scale: [some, much]",
            "columns: {category: Group}",
            "merged: Group",
            "ignore: Notes",
            'empty: ["–", N/A]',
            "without: {Skill: total}",
        ),
        warnings=(
            "1: stands above the header and is left out",
            "2: stands above the header and is left out",
            *(
                f'{line}: Skill: no level of "{skill}" is described'
                for line, skill in ((4, "research"), (5, "support"))
            ),
            '6: Skill: no level of "sales" is described',
            "7: is the header again and is left out",
            *(
                f'{line}: Skill: no level of "{skill}" is described'
                for line, skill in ((8, "roadmap"), (9, "launch"))
            ),
        ),
    )


def ragged_and_doubled() -> Framework:
    """Rows that end early, rows that stand twice, names that are nearly the same, cells of the same words."""
    text = (
        "Skill,One,Two,Three\nUser research,Asks\nRoadmaps,Reads one,Keeps one\nroadmaps ,Reads one,Keeps one,\n"
        "User-research,Listens,Asks,…\nCare,Listens,,\n"
    )
    return Framework(
        text.encode(),
        a_map("short: true"),
        warnings=(
            "4: says the same as line 3 and is left out",
            '5: Skill: "User-research" is nearly the same name as "User research" on line 2',
            '5: Three: "…" is taken as a text; if it says nothing, list it under empty in the map',
            "5: Two: has the same text as line 2, One",
            "6: One: has the same text as line 5, One",
        ),
    )


def a_sheet_with_every_column_formatted() -> Framework:
    """The spreadsheet writes all of its sixteen thousand columns."""
    rows = "".join(",".join(row) + "," * 16_000 + "\n" for row in (("Skill", "One"), ("Aim", "Sets it")))
    return Framework(rows.encode(), a_map())


SHEETS = {
    kind.__name__: kind
    for kind in (
        semicolons_of_a_german_spreadsheet,
        windows_1252,
        unicode_text,
        unicode_text_of_another_machine,
        line_ends_of_an_old_machine,
        long_cells,
        signs_at_the_beginning,
        titles_totals_and_merged_cells,
        ragged_and_doubled,
        a_sheet_with_every_column_formatted,
    )
}
