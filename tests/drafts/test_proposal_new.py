"""Anybody who reads a ladder may propose a change of it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from drafts.models import Proposal
from ladders.chart import Chart
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, page, sent
from tests.cast import Cast


def url_of(chart: Chart, part: str) -> str:
    return f"/ladders/{chart.ladder}/propose/{part}/"


def test_offers_the_texts_of_a_stage(as_ada: Client, ladder: Chart) -> None:
    shown = page(as_ada.get(url_of(ladder, ladder.stage["product-manager"].pid) + "?path=does"))

    options = shown.one("select", name="path").all("option")
    assert [option.attrs["value"] for option in options] == ["", "title", "text", "does", "success"]
    assert [option.attrs["value"] for option in options if "selected" in option.attrs] == ["does"]


def test_offers_the_texts_of_a_skill(as_ada: Client, ladder: Chart) -> None:
    shown = page(as_ada.get(url_of(ladder, ladder.skill["data-analysis"].pid)))

    values = [option.attrs["value"] for option in shown.one("select", name="path").all("option")]
    levels = [f"levels/{level.number}/text" for level in ladder.scale]
    assert values == ["", "title", "text", *levels]


def test_keeps_what_was_proposed_and_what_it_was_about(as_ada: Client, ladder: Chart, cast: Cast) -> None:
    skill = ladder.skill["data-analysis"]
    url = url_of(ladder, skill.pid)
    form = sent(as_ada.get(url)) | {
        "path": "levels/3/text",
        "words": " Finds what nobody saw. ",
        "reason": "True here.",
    }

    assertRedirects(as_ada.post(url, form), "/proposals/")
    assertRedirects(as_ada.post(url, form), "/proposals/")  # a double click

    found = Proposal.objects.get()
    assert (found.by, found.ladder.pid, found.kind, found.key) == (cast.ada, ladder.ladder, "skills", "data-analysis")
    assert (found.path, found.words, found.reason) == ("levels/3/text", "Finds what nobody saw.", "True here.")
    assert (found.title, found.before) == (skill.title, skill.levels[3].text)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"reason": ""}, {"reason": "This field is required."}),
        ({"words": "New words"}, {"path": "Choose the text that should say this."}),
        ({"path": "title", "words": "Product Manager"}, {"words": "This is what it says already."}),
        ({"path": "title", "words": "x" * 301}, {"words": "A title is one line of at most 300 characters."}),
        ({"path": "nowhere"}, {"path": "Select a valid choice. nowhere is not one of the available choices."}),
        ({"reason": NUL}, {"reason": "Null characters are not allowed."}),
    ],
)
def test_says_what_is_wrong_and_keeps_what_was_typed(
    as_ada: Client, ladder: Chart, said: dict[str, str], wrong: dict[str, str]
) -> None:
    url = url_of(ladder, ladder.stage["product-manager"].pid)
    form = {**sent(as_ada.get(url)), "words": "", "reason": "Because.", **said}

    response = as_ada.post(url, form)

    assert response.status_code == 422
    assert errors(response) == wrong
    assert Proposal.objects.count() == 0


def test_a_part_that_is_not_there(cast: Cast, ladder: Chart) -> None:
    is_not_there(cast.ada, url_of(ladder, "2" * 16))


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(url_of(ladder, ladder.stages[0].pid))


def test_queries(as_ada: Client, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    url = url_of(ladder, ladder.stages[0].pid)
    as_ada.get(url)
    with django_assert_num_queries(3):
        as_ada.get(url)
