"""The sheet of one text: what is saved, what two editors see of each other, and that ticks survive rewording."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Change, Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import NAMES, NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, page
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, history, piece_of, sheet, typed


@pytest.fixture
def research(draft: Draft) -> Piece:
    return piece_of(draft, Kind.SKILL, "user-research")


def url_of(skill: Piece, level: int = 3) -> str:
    return f"/drafts/{skill.draft.pid}/skills/{skill.pid}/levels/{level}/"


def now(skill: Piece, path: str) -> object:
    return Piece.objects.get(pk=skill.pk).read(path)


def test_shows_the_text_and_its_neighbours(as_lin: Client, research: Piece) -> None:
    response = as_lin.get(url_of(research))
    shown = main(response)

    assert sheet(response)["text"] == [research.read("levels/3/text")]
    assert [part.text for part in shown.one("aside").all("div", "prose")] == [
        research.read("levels/2/text"),
        research.read("levels/4/text"),
    ]
    assert {link.attrs["href"] for link in shown.one("nav", "pages").all("a")} == {
        url_of(research, 2),
        url_of(research, 4),
    }


def test_leads_back_to_its_row_of_the_grid(as_lin: Client, draft: Draft, research: Piece) -> None:
    shown = main(as_lin.get(url_of(research)))

    assert shown.one("nav", "crumbs").one("a").attrs["href"] == f"/drafts/{draft.pid}/texts/?group=1#user-research"


def test_says_which_stages_expect_it(as_lin: Client, research: Piece) -> None:
    shown = main(as_lin.get(url_of(research)))

    assert [link.text for link in shown.one("section", "text-sheet").all("a", "soft")] == ["Product Manager"]


def test_saves_what_was_typed_as_one_change_for_each_place(as_lin: Client, draft: Draft, research: Piece) -> None:
    response = typed(as_lin, url_of(research), text=" Talks to people. ", name="Knowing", examples="One\r\n\r\nTwo")

    assertRedirects(response, url_of(research))
    assert now(research, "levels/3") == {"text": "Talks to people.", "name": "Knowing", "examples": ["One", "Two"]}
    assert sorted(history(draft)) == [
        ("user-research", "levels/3/examples"),
        ("user-research", "levels/3/name"),
        ("user-research", "levels/3/text"),
    ]


def test_saving_what_stood_there_changes_nothing(as_lin: Client, draft: Draft, research: Piece) -> None:
    assertRedirects(typed(as_lin, url_of(research)), url_of(research))

    assert history(draft) == []


def test_saves_by_itself(as_lin: Client, research: Piece) -> None:
    form = sheet(as_lin.get(url_of(research)))

    for words in ("One.", "Two."):
        response = as_lin.post(url_of(research), form | {"text": words}, headers=AUTOSAVE)
        assert (response.status_code, response.headers["HX-Trigger"], response.content) == (204, "saved", b"")
        assert now(research, "levels/3/text") == words


def test_emptying_everything_takes_the_level_away(as_lin: Client, research: Piece) -> None:
    typed(as_lin, url_of(research), text="")

    assert now(research, "levels/3") is None


@pytest.mark.parametrize("text", [*NAMES, "e\u0301", "<b>bold</b>", "line\nline", "a " * 5000])
def test_any_words_come_back(as_lin: Client, research: Piece, text: str) -> None:
    typed(as_lin, url_of(research), text=text)

    kept = text.strip().replace("e\u0301", "é")
    assert now(research, "levels/3/text") == kept
    assert sheet(as_lin.get(url_of(research)))["text"] == [kept]


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("text", NUL, "Null characters are not allowed."),
        ("text", "x" * 100_001, "Ensure this value has at most 100000 characters (it has 100001)."),
        ("name", "x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("seen", "", "This field is required."),
    ],
)
def test_bad_input_is_said_and_nothing_typed_is_lost(
    as_lin: Client, draft: Draft, research: Piece, field: str, value: str, wrong: str
) -> None:
    response = typed(as_lin, url_of(research), **{"examples": "Mine", field: value})

    assert response.status_code == 422
    assert wrong in main(response).one("div", "errors").text
    assert sheet(response)["examples"] == ["Mine"]
    assert history(draft) == []


def test_two_editors_meet_and_both_texts_are_there(as_lin: Client, draft: Draft, research: Piece, cast: Cast) -> None:
    mine = sheet(as_lin.get(url_of(research)))
    write(draft, [Edit(research.pid, "levels/3/text", "Root's words.")], seen=1, by=cast.root, writer="root")

    response = as_lin.post(url_of(research), mine | {"text": "Lin's words.", "examples": "Kept"})

    assert response.status_code == 409
    assert errors(response) == {
        "text": "Root Andersen changed this meanwhile to: Root's words. – Yours stands on this page and is not saved."
    }
    assert (now(research, "levels/3/text"), now(research, "levels/3/examples")) == ("Root's words.", ["Kept"])

    again = sheet(response)
    assert again["text"] == ["Lin's words."]
    assert as_lin.post(url_of(research), again).status_code == 409
    again["later"] = [box.attrs["value"] for box in main(response).all("input", name="later")]
    assertRedirects(as_lin.post(url_of(research), again), url_of(research))
    assert now(research, "levels/3/text") == "Lin's words."


def test_a_page_that_saves_by_itself_is_told_what_it_met(
    as_lin: Client, draft: Draft, research: Piece, cast: Cast
) -> None:
    mine = sheet(as_lin.get(url_of(research)))
    write(draft, [Edit(research.pid, "levels/3/text", "Root's words.")], seen=1, by=cast.root, writer="root")

    response = as_lin.post(url_of(research), mine | {"text": "Lin's words."}, headers=AUTOSAVE)

    assert (response.status_code, response.headers["HX-Retarget"]) == (409, "#findings")
    assert "changed this meanwhile to: Root's words." in page(response).text
    assert now(research, "levels/3/text") == "Root's words."


def test_statements_meet_in_words(as_lin: Client, draft: Draft, research: Piece, cast: Cast) -> None:
    mine = sheet(as_lin.get(url_of(research)))
    theirs = [{"text": "Asks."}, {"text": "Listens."}]
    write(draft, [Edit(research.pid, "levels/3/signs", theirs)], seen=1, by=cast.root, writer="root")

    response = as_lin.post(url_of(research), mine | {"signs-0-text": "Reads."})

    assert response.status_code == 409
    assert errors(response)["signs"] == (
        "Root Andersen changed this meanwhile to: Asks.; Listens. – Yours stands on this page and is not saved."
    )
    assert sheet(response)["signs-0-text"] == ["Reads."]
    assert now(research, "levels/3/signs") == theirs


def test_statements_are_added_removed_and_moved(as_lin: Client, research: Piece) -> None:
    for place, words in enumerate(("Asks.", "Listens.", "Writes.")):
        typed(as_lin, url_of(research), **{f"signs_{place}_text": words})
    assert now(research, "levels/3/signs") == [{"text": "Asks."}, {"text": "Listens."}, {"text": "Writes."}]

    typed(as_lin, url_of(research), signs_1_text=" ", signs_2_order="1")
    found = now(research, "levels/3/signs")
    assert isinstance(found, list)
    assert [sign["text"] for sign in found] == ["Writes.", "Asks."]


def test_more_about_a_statement_is_kept(as_lin: Client, research: Piece) -> None:
    more = {
        "signs_0_text": "Asks.",
        "signs_0_examples": "The calls",
        "signs_0_proof": "a recording",
        "signs_0_links": "Guide: https://example.org",
    }
    typed(as_lin, url_of(research), **more)

    assert now(research, "levels/3/signs") == [
        {
            "text": "Asks.",
            "examples": ["The calls"],
            "proof": "a recording",
            "links": [{"label": "Guide", "url": "https://example.org"}],
        }
    ]
    typed(as_lin, url_of(research), text="Changed.")
    assert Change.objects.filter(path="levels/3/signs").count() == 1


def test_hints_stand_beside_the_text_with_their_reason(
    as_lin: Client, draft: Draft, research: Piece, cast: Cast
) -> None:
    write(draft, [Edit(research.pid, "levels/3/text", "Strong analytical skills.")], seen=1, by=cast.lin)

    hint = main(as_lin.get(url_of(research))).one("div", id="hints")

    assert hint.one("b").text == "Praise instead of behaviour."
    assert "“strong” or “well”" in hint.one("details").text


@pytest.mark.parametrize("level", [7, 99_999])
def test_a_level_that_is_not_on_the_scale_is_not_there(as_lin: Client, research: Piece, level: int) -> None:
    assert as_lin.get(url_of(research, level)).status_code == 404


def test_what_is_retired_can_be_read_and_keeps_what_was_typed(
    as_lin: Client, draft: Draft, research: Piece, cast: Cast
) -> None:
    mine = sheet(as_lin.get(url_of(research)))
    with pen(draft, cast.lin) as hand:
        hand.retire(research, True)

    response = as_lin.post(url_of(research), mine | {"text": "Typed too late."})

    assert response.status_code == 409
    assert "Typed too late." in response.content.decode()
    assert main(as_lin.get(url_of(research))).all("fieldset", disabled="") != []


def test_a_closed_draft_can_be_read_and_keeps_what_was_typed(
    as_lin: Client, draft: Draft, research: Piece, cast: Cast
) -> None:
    mine = sheet(as_lin.get(url_of(research)))
    drop(draft, by=cast.lin)

    assert main(as_lin.get(url_of(research))).all("fieldset", disabled="") != []
    response = as_lin.post(url_of(research), mine | {"text": "Typed too late."})
    assert (response.status_code, now(research, "levels/3/text")) == (409, research.read("levels/3/text"))
    assert "Typed too late." in response.content.decode()


def test_those_who_publish_read_it_and_change_nothing(as_cy: Client, as_lin: Client, research: Piece) -> None:
    mine = sheet(as_lin.get(url_of(research)))

    assert as_cy.get(url_of(research)).status_code == 200
    assert main(as_cy.get(url_of(research))).one("form", "piece-form").all("button") == []
    assert as_cy.post(url_of(research), mine | {"text": "Mine."}).status_code == 403
    assert now(research, "levels/3/text") == research.read("levels/3/text")


def test_a_stranger_learns_nothing(research: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(research))


def test_nobody_in_particular_is_led_to_the_first_page(research: Piece) -> None:
    leads_to_welcome(url_of(research))
