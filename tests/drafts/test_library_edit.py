"""From which library a ladder takes skills, and what becomes of those it had."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.borrowing import borrow_from
from drafts.models import Closed, Draft
from drafts.pieces import Kind
from drafts.publishing import drop
from ladders.importing import take_in
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, links, main, sent
from tests.cast import Cast
from tests.drafts.pieces import history, library, using
from tests.ladders.files import ladder

OTHER = """
format: ladder/1
id: other-skills
title: Other skills
scale: [{level: 1, name: Aware}, {level: 2, name: Able}]
skills: [{id: research, title: Research, levels: {1: Reads., 2: Asks.}}]
"""
BARE = OTHER.replace("other-skills", "bare-skills").replace("id: research", "id: drawing")


@pytest.fixture
def borrower(cast: Cast) -> Draft:
    """A draft that takes one skill from a library; there are two more libraries."""
    for file in (OTHER, BARE):
        take_in(ladder(file), by=None)
    return using(cast.lin)


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/about/library/"


def rows(draft: Draft) -> dict[str, bool]:
    """The rows of the grid: skill, and whether it is retired."""
    return dict(draft.pieces.of(Kind.ROW).values_list("key", "retired"))


def uses(draft: Draft) -> object:
    return draft.pieces.get(kind=Kind.HEAD).read("uses")


def test_offers_the_libraries_there_are(as_lin: Client, borrower: Draft) -> None:
    shown = main(as_lin.get(url_of(borrower)))

    assert [label.text for label in shown.all("label", "check")] == [
        "None: all skills are the ladder's own",
        "Other skills, 1 skill",
        "Other skills, 1 skill",
        "Shared skills, 2 skills",
    ]
    assert sent(as_lin.get(url_of(borrower)))["uses"] == ["shared-skills"]


def test_another_library_keeps_the_skills_that_it_has(as_lin: Client, borrower: Draft) -> None:
    row = borrower.pieces.of(Kind.ROW).get(key="research")
    assert row.body["edition"] == 1

    form = sent(as_lin.get(url_of(borrower))) | {"uses": "other-skills"}
    assertRedirects(as_lin.post(url_of(borrower), form), f"/drafts/{borrower.pid}/about/")

    assert (uses(borrower), rows(borrower)) == ("other-skills", {"research": False, "pricing": False})
    row.refresh_from_db()
    assert "edition" not in row.body


@pytest.mark.parametrize(("chosen", "kept"), [("bare-skills", "bare-skills"), ("", None)])
def test_what_the_library_does_not_have_is_retired(
    as_lin: Client, borrower: Draft, chosen: str, kept: str | None
) -> None:
    as_lin.post(url_of(borrower), sent(as_lin.get(url_of(borrower))) | {"uses": chosen})

    assert (uses(borrower), rows(borrower)) == (kept, {"research": True, "pricing": False})


def test_the_same_library_again_changes_nothing(as_lin: Client, borrower: Draft) -> None:
    as_lin.post(url_of(borrower), sent(as_lin.get(url_of(borrower))))

    assert history(borrower) == []


def test_a_library_that_is_not_there_is_refused(as_lin: Client, borrower: Draft) -> None:
    answer = as_lin.post(url_of(borrower), sent(as_lin.get(url_of(borrower))) | {"uses": "product-management"})

    assert (answer.status_code, set(errors(answer))) == (422, {"uses"})


def test_sent_twice_it_happens_once(as_lin: Client, borrower: Draft) -> None:
    form = sent(as_lin.get(url_of(borrower))) | {"uses": ""}
    for _ in range(2):
        assert as_lin.post(url_of(borrower), form).status_code == 302

    assert [path for _key, path in history(borrower)] == ["uses", "retired"]


def test_without_a_library_there_is_nothing_to_choose(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft)))

    assert shown.one("p", "empty").text == "There is no library here yet. A ladder file without stages is one."
    assert shown.all("form", method="post", novalidate="") == []


def test_a_library_does_not_use_itself(as_lin: Client, cast: Cast, borrower: Draft) -> None:
    library()
    answer = as_lin.post(f"/ladders/{take_in(ladder(OTHER), by=None).version.ladder.pid}/draft/")
    shown = main(as_lin.get(f"{answer.headers['Location']}about/library/"))

    assert [label.text for label in shown.all("label", "check")] == [
        "None: all skills are the ladder's own",
        "Other skills, 1 skill",
        "Shared skills, 2 skills",
    ]


def test_the_verb_knows_that_a_draft_is_closed(borrower: Draft, cast: Cast) -> None:
    drop(borrower, by=cast.lin)

    with pytest.raises(Closed):
        borrow_from(borrower, "", by=cast.lin)


def test_those_who_publish_choose_nothing(as_cy: Client, draft: Draft) -> None:
    assert (as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code) == (403, 403)


def test_a_closed_draft_stays_as_it_is(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert as_lin.get(url_of(draft)).status_code == 409


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


def test_its_skills_are_a_link_away_before_one_is_taken(as_lin: Client, cast: Cast, borrower: Draft) -> None:
    borrow_from(borrower, "bare-skills", by=cast.lin)

    list_of_skills = f"/drafts/{borrower.pid}/shared/"
    found = [
        words
        for page in ("about", "texts")
        for url, words in links(main(as_lin.get(f"/drafts/{borrower.pid}/{page}/")))
        if url == list_of_skills
    ]
    assert found == ["Take skills and newer texts from it", "0 skills from the library"]
    assert as_lin.get(list_of_skills).status_code == 200
