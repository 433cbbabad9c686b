"""The difference between two versions on a page: parts in order, and marks that need no colour."""

from __future__ import annotations

from ladders.changes.words import Kind, diff
from ladders.changes_page import Part, Row, parts, text
from tests.ladders.editions import SCALED, WORDED, difference
from tests.ladders.pages import said as words_of

EDITS = (
    "users: {pm: 2, → users: {pm: 3,",
    "(1), senior: 2} → (1), senior: (2)}",
    "Frames the problem and shares it → Frames a problem and shares it",
    "title: Hiring, → title: Hiring people,",
    "title: L\n → title: Ladder\n",
)


def told(found: tuple[Part, ...]) -> dict[str, dict[str, list[str]]]:
    """The sentences with their marks, by heading and title."""
    return {
        part.title: {
            block.title: [" ".join([words_of(row.said), row.mark]).strip() for row in block.rows]
            for block in part.blocks
        }
        for part in found
    }


def the_row(found: tuple[Part, ...]) -> Row:
    ((block,),) = ([part.blocks for part in found],)
    return block[0].rows[0]


def test_stages_come_first_then_skills_then_the_rest() -> None:
    assert told(parts(difference(*EDITS))) == {
        "Stage by stage": {
            "Product Manager": [
                "User research is expected at 3 Owning now, was 2 Doing . asks more",
                "What people do, reworded:",
            ],
            "Senior": ["Data analysis is only welcome now, at 2 Doing ; it was expected at 2 Doing . asks less"],
        },
        "Skills": {"Hiring people": ["Renamed from Hiring ."]},
        "The ladder as a whole": {"": ["Title: Ladder , was L"]},
    }


def test_parts_without_changes_are_left_out() -> None:
    assert [part.title for part in parts(difference(EDITS[0]))] == ["Stage by stage"]
    assert parts(difference()) == ()


def test_titles_and_rows_lead_where_the_page_says() -> None:
    asked: list[tuple[str, ...]] = []

    def link(where: tuple[str, ...]) -> str | None:
        asked.append(where)
        return "/".join(where) if where[0] == "stages" else None

    found = parts(difference(*EDITS[:3]), link)
    assert [block.url for part in found for block in part.blocks] == ["stages/pm", "stages/senior"]
    assert [row.url for row in found[0].blocks[0].rows] == ["", "stages/pm/does/0"]
    assert ("expects", "users", "pm") in asked


def test_the_title_of_a_new_part_leads_there_and_its_row_does_not_again() -> None:
    edit = ", {id: two, title: Two}] → , {id: two, title: Two}, {id: three, title: Three}]"
    found = parts(difference(edit, text=WORDED), "/".join)
    (block,) = (block for block in found[0].blocks if block.id == "stages-three")
    assert (block.title, block.badge, block.url, block.rows[0].url) == ("Three", "new", "stages/three", "")


def test_what_changed_in_a_text_is_marked_for_eye_and_ear() -> None:
    assert text(diff("Frames the problem and shares it", "Frames a problem and shares it"), "en") == (
        '<p class="diff" lang="en" dir="auto">Frames '
        '<del><bdi class="vh" lang="en">[removed: </bdi>the<bdi class="vh">]</bdi></del>'
        '<ins><bdi class="vh" lang="en">[added: </bdi>a<bdi class="vh">]</bdi></ins>'
        " problem and shares it</p>"
    )


def test_a_text_that_came_as_a_whole_has_no_marks() -> None:
    assert text(((Kind.ADDED, "Knows <b>users</b>."),), "ar") == (
        '<p class="diff" lang="ar" dir="auto">Knows &lt;b&gt;users&lt;/b&gt;.</p>'
    )
    assert text((), "en") == ""


def test_words_of_the_ladder_stand_in_its_language() -> None:
    found = parts(difference(EDITS[3], text=SCALED.replace("language: en", "language: ar")))
    assert the_row(found).said == 'Renamed from <bdi lang="ar">Hiring</bdi>.'
