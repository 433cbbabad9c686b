"""The sheet of the ladder itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.assembling import assemble
from drafts.models import Draft, Edit
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import write
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, links, main
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, draft_of, history, piece_of, sheet, typed, using


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/about/"


def head(draft: Draft) -> dict[str, Any]:
    return dict(draft.pieces.get(kind=Kind.HEAD).body)


@pytest.mark.parametrize("name", ["", "points.yaml", "text.yaml", "library.yaml", "matrix.yaml"])
def test_sending_it_as_it_is_changes_nothing(as_lin: Client, draft: Draft, cast: Cast, name: str) -> None:
    found = draft_of(name, cast.lin) if name else draft

    assertRedirects(as_lin.post(url_of(found), sheet(as_lin.get(url_of(found)))), url_of(found))

    assert history(found) == []


def test_writes_what_was_typed(as_lin: Client, draft: Draft) -> None:
    before = head(draft)
    said = {
        "title": "Product",
        "summary": "Short.",
        "category": "Product",
        "language": "pt-BR",
        "license": "CC-BY-4.0",
        "source": "Ours.",
    }
    assertRedirects(
        typed(as_lin, url_of(draft), **said, needs_kind="share", needs_share="70", assess="levels"), url_of(draft)
    )

    assert head(draft) == before | said | {"needs": {"share": 70}}
    file = assemble(draft).file
    assert file is not None
    assert (file.title, file.language) == ("Product", "pt-BR")


def test_a_rule_can_be_taken_back(as_lin: Client, draft: Draft) -> None:
    typed(as_lin, url_of(draft), needs_kind="share", needs_share="70")
    typed(as_lin, url_of(draft), needs_kind="all")

    assert head(draft)["needs"] == "all"


@pytest.mark.parametrize(
    ("field", "changes", "message"),
    [
        ("title", {"title": ""}, "This field is required."),
        ("title", {"title": "x" * 201}, "Ensure this value has at most 200 characters (it has 201)."),
        ("language", {"language": "Deutsch"}, "Write the code of a language, such as en or pt-BR."),
        ("source", {"source": "x\x00"}, "Null characters are not allowed."),
        ("language", {"language": "en-" + "-".join(["abcdefgh"] * 4)}, "Ensure this value has at most 35 characters"),
        ("assess", {"assess": "stars"}, "Select a valid choice. stars is not one of the available choices."),
        (
            "needs",
            {"needs_kind": "share", "needs_share": "0"},
            "Per cent – Ensure this value is greater than or equal to 1.",
        ),
    ],
)
def test_what_the_file_would_refuse_is_refused(
    as_lin: Client, draft: Draft, field: str, changes: dict[str, str], message: str
) -> None:
    answer = typed(as_lin, url_of(draft), license="Typed meanwhile", **changes)

    assert answer.status_code == 422
    assert errors(answer)[field].startswith(message)
    assert (sheet(answer)["license"], history(draft)) == (["Typed meanwhile"], [])


def test_says_who_changed_the_same(as_lin: Client, draft: Draft, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(draft)))
    piece = piece_of(draft, Kind.HEAD, "")
    write(draft, [Edit(piece.pid, "assess", "statements"), Edit(piece.pid, "title", "Root's")], seen=1, by=cast.root)

    answer = as_lin.post(url_of(draft), form | {"title": "Lin's"}, headers=AUTOSAVE)

    assert answer.status_code == 409
    assert "Root Andersen changed this meanwhile to: Root&#x27;s" in answer.content.decode()
    assert (head(draft)["title"], head(draft)["assess"]) == ("Root's", "statements")


def test_what_is_wrong_with_the_ladder_as_a_whole_is_said_here(as_lin: Client, draft: Draft) -> None:
    typed(as_lin, url_of(draft), assess="statements")

    spots = main(as_lin.get(url_of(draft))).one("section", id="spots")
    assert [line.text for line in spots.all("li")] == ["people would tick statements, but no skill has any"]


def test_leads_to_all_that_the_ladder_is_made_of(as_lin: Client, draft: Draft) -> None:
    there = links(main(as_lin.get(url_of(draft))).one("aside"))

    here = f"/drafts/{draft.pid}/"
    words = ("levels", "lines", "phases", "categories", "ways-in", "ways-beyond")
    assert [url for url, _name in there if url.startswith(f"{here}parts/")] == [f"{here}parts/{w}/" for w in words]
    assert {f"{here}steps/", f"{here}about/library/"} <= {url for url, _name in there}


def test_says_which_library_it_uses(as_lin: Client, draft: Draft, cast: Cast) -> None:
    assert "All skills are the ladder's own." in main(as_lin.get(url_of(draft))).one("aside").text
    said = main(as_lin.get(url_of(using(cast.lin)))).one("aside").all("p")
    assert "1 skill comes from Shared skills , with its texts." in [line.text for line in said]


def test_those_who_publish_read_it_and_cannot_send_it(as_cy: Client, draft: Draft) -> None:
    form = sheet(as_cy.get(url_of(draft)))

    assert as_cy.post(url_of(draft), form | {"title": "Cy's"}).status_code == 403
    assert history(draft) == []


def test_a_closed_draft_is_read_only(as_lin: Client, draft: Draft, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(draft)))
    drop(draft, by=cast.lin)

    assert as_lin.get(url_of(draft)).status_code == 200
    assert as_lin.post(url_of(draft), form | {"title": "Late"}).status_code == 409


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
