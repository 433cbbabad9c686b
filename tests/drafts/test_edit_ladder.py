"""The way from a published ladder into its draft, for those who keep it."""

from __future__ import annotations

import pytest
from django.test import Client

from drafts.models import Draft
from drafts.opening import open_draft
from ladders.chart import Chart
from ladders.models import Ladder
from tests.assessments.pages import links, page
from tests.cast import Cast


@pytest.fixture
def urls(ladder: Chart) -> list[str]:
    here = f"/ladders/{ladder.ladder}"
    return [f"{here}/", f"{here}/stages/{ladder.stages[0].pid}/", f"{here}/skills/{ladder.skills[0].pid}/"]


def test_an_editor_opens_a_draft_from_there(as_lin: Client, urls: list[str], ladder: Chart) -> None:
    for url in urls:
        form = page(as_lin.get(url)).one("form", action=f"/ladders/{ladder.ladder}/draft/")
        assert form.one("button").text == "Edit this ladder"


def test_an_editor_goes_on_with_the_open_one(as_lin: Client, urls: list[str], draft: Draft) -> None:
    for url in urls:
        assert (f"/drafts/{draft.pid}/", "Edit this ladder") in links(page(as_lin.get(url)))


def test_a_publisher_reads_it(as_cy: Client, urls: list[str], ladder: Chart, cast: Cast) -> None:
    assert [found for url in urls for found in links(page(as_cy.get(url))) if "this ladder" in found[1]] == []

    draft = open_draft(Ladder.objects.get(pid=ladder.ladder), by=cast.lin)

    for url in urls:
        assert (f"/drafts/{draft.pid}/", "Read the draft of this ladder") in links(page(as_cy.get(url)))


def test_to_everybody_else_there_is_none(as_ada: Client, urls: list[str], draft: Draft) -> None:
    for url in urls:
        shown = page(as_ada.get(url))
        assert [found for found in links(shown) if "/drafts/" in found[0] and draft.pid in found[0]] == []
        assert [form for form in shown.all("form") if form.attrs["action"].endswith("/draft/")] == []


def test_the_list_stands_in_everybodys_menu(as_ada: Client, urls: list[str]) -> None:
    assert ("/drafts/", "Ladders you keep") in links(page(as_ada.get(urls[0])).one("header", "top"))
