"""Remarks: what keepers say to each other about a row, from draft to draft until it is settled."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece, Remark
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.publishing import drop
from tests.assessments.litany import NAMES, NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import Sent, errors, filled_in, main
from tests.cast import Cast
from tests.drafts.pieces import piece_of


def url_of(piece: Piece) -> str:
    return f"/drafts/{piece.draft.pid}/pieces/{piece.pid}/remarks/"


def form_on(client: Client, url: str, to: str) -> Sent:
    """The form for a remark on a page."""
    forms = main(client.get(url)).all("form", method="post")
    return filled_in(next(form for form in forms if form.attrs.get("action", url) == to))


def said(client: Client, url: str) -> list[str]:
    """The remarks on a page."""
    return [item.one("div", "prose").text for item in main(client.get(url)).all("li") if item.all("div", "prose")]


def test_a_remark_stands_beside_the_sheet_for_every_keeper(
    as_lin: Client, as_cy: Client, draft: Draft, skill: Piece, cast: Cast
) -> None:
    sheet = f"/drafts/{draft.pid}/skills/{skill.pid}/"

    response = as_cy.post(url_of(skill), form_on(as_cy, sheet, url_of(skill)) | {"text": "Is this one skill?"})

    assertRedirects(response, sheet)
    remark = Remark.objects.get()
    assert (remark.ladder, remark.kind, remark.key, remark.path, remark.by) == (
        draft.ladder,
        Kind.SKILL,
        skill.key,
        "",
        cast.cy,
    )
    assert said(as_lin, sheet) == said(as_lin, url_of(skill)) == ["Is this one skill?"]


def test_a_remark_at_a_text_stands_at_that_text(as_lin: Client, draft: Draft, skill: Piece) -> None:
    sheet = f"/drafts/{draft.pid}/skills/{skill.pid}/"

    form = form_on(as_lin, f"{sheet}levels/3/", url_of(skill)) | {"text": "Too long?"}
    assertRedirects(as_lin.post(url_of(skill), form), f"{sheet}levels/3/")

    assert Remark.objects.get().path == "levels/3"
    assert [said(as_lin, url) for url in (f"{sheet}levels/3/", f"{sheet}levels/2/", sheet)] == [
        ["Too long?"],
        [],
        ["Too long?"],
    ]


def test_it_is_still_there_in_the_next_draft(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    as_lin.post(url_of(skill), form_on(as_lin, url_of(skill), url_of(skill)) | {"text": "For later."})
    drop(draft, by=cast.lin)
    again = piece_of(open_draft(draft.ladder, by=cast.lin), Kind.SKILL, skill.key)

    assert said(as_lin, url_of(again)) == ["For later."]
    assert again.pid != skill.pid


def test_what_is_settled_stays_to_be_read_on_its_own_page(
    as_lin: Client, draft: Draft, skill: Piece, cast: Cast
) -> None:
    remark = Remark.objects.create(ladder=draft.ladder, kind=skill.kind, key=skill.key, text="Done.", by=cast.cy)
    remark.close(by=cast.lin)

    assert said(as_lin, f"/drafts/{draft.pid}/skills/{skill.pid}/") == []
    assert said(as_lin, url_of(skill)) == ["Done."]
    assert main(as_lin.get(url_of(skill))).all("p")[-2].text.startswith("settled Lin Mei-Hua")


@pytest.mark.parametrize("text", [*NAMES, "<b>x</b>", "x" * 5000])
def test_any_words_come_back(as_lin: Client, skill: Piece, text: str) -> None:
    as_lin.post(url_of(skill), form_on(as_lin, url_of(skill), url_of(skill)) | {"text": text})

    assert said(as_lin, url_of(skill)) == [text]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (" ", "Write what you want to say."),
        (NUL, "Null characters are not allowed."),
        ("x" * 5001, "Ensure this value has at most 5000 characters (it has 5001)."),
    ],
)
def test_bad_input_is_said_and_kept(as_lin: Client, skill: Piece, text: str, wrong: str) -> None:
    response = as_lin.post(url_of(skill), form_on(as_lin, url_of(skill), url_of(skill)) | {"text": text})

    assert (response.status_code, errors(response)) == (422, {"text": wrong})
    assert filled_in(main(response).one("form", method="post"))["text"] == [text]
    assert not Remark.objects.exists()


def test_a_double_click_is_one_remark(as_lin: Client, skill: Piece) -> None:
    form = form_on(as_lin, url_of(skill), url_of(skill)) | {"text": "Once."}

    for _click in range(2):
        as_lin.post(url_of(skill), form)

    assert Remark.objects.count() == 1


def test_asks_as_often_for_thirty_remarks_as_for_one(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(skill))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(skill))
        return len(found)

    about = {"ladder": draft.ladder, "kind": skill.kind, "key": skill.key}
    Remark.objects.create(text="First.", by=cast.lin, **about)
    few = queries()
    Remark.objects.bulk_create(Remark(text=f"{number}.", by=cast.cy, **about) for number in range(30))

    assert queries() == few


def test_nothing_is_said_about_a_closed_draft(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    form = form_on(as_lin, url_of(skill), url_of(skill)) | {"text": "Too late."}
    drop(draft, by=cast.lin)

    response = as_lin.post(url_of(skill), form)

    assert (response.status_code, Remark.objects.exists()) == (409, False)
    assert "Too late." in response.content.decode()
    assert main(as_lin.get(url_of(skill))).all("form", method="post") == []


def test_a_stranger_learns_nothing(skill: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(skill))


def test_nobody_in_particular_is_led_to_the_first_page(skill: Piece) -> None:
    leads_to_welcome(url_of(skill))
