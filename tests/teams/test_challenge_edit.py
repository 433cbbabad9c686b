"""The next bigger challenge of a quarter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from safeguards.revisions import Stale
from teams.models import Challenge, Parted
from teams.quarter import quarter_name, quarter_of, quarters_apart
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast


def url_of(cast: Cast) -> str:
    return f"/team/{cast.ada.pid}/challenge/"


def this_quarter() -> date:
    return quarter_of(timezone.localdate())


def agree(cast: Cast, words: str, seen: int = 0, *, back: int = 0) -> None:
    quarter = this_quarter()
    for _step in range(back):
        quarter = quarter_of(quarter - timedelta(days=1))
    Challenge.agree(cast.ada, cast.bo, by=cast.ada, quarter=quarter, words=words, seen=seen)


def test_the_first_one(as_bo: Client, cast: Cast) -> None:
    form = sent(as_bo.get(url_of(cast))) | {"words": ["The merge"]}
    assertRedirects(as_bo.post(url_of(cast), form), f"/team/{cast.ada.pid}/")
    assert [(row.person, row.manager, row.by, row.quarter, row.words) for row in Challenge.objects.all()] == [
        (cast.ada, cast.bo, cast.bo, this_quarter(), "The merge")
    ]


def test_reworded_by_the_other_one(as_ada: Client, cast: Cast) -> None:
    agree(cast, "The merge")
    form = sent(as_ada.get(url_of(cast)))
    assert form["words"] == ["The merge"]
    assertRedirects(as_ada.post(url_of(cast), form | {"words": ["The split"]}), "/my-manager/")
    assert [(row.words, row.revision, row.by) for row in Challenge.objects.all()] == [("The split", 2, cast.ada)]


def test_a_new_quarter_asks_anew_and_the_old_one_is_kept(as_bo: Client, cast: Cast) -> None:
    agree(cast, "The merge", back=1)
    shown = as_bo.get(url_of(cast))
    assert sent(shown)["words"] == [""]
    assert "The merge" in main(shown).text
    as_bo.post(url_of(cast), sent(shown) | {"words": ["The split"]})
    assert [row.words for row in Challenge.objects.latest_first()] == ["The split", "The merge"]


@pytest.mark.parametrize("first", [True, False])
def test_whoever_comes_second_sees_both_texts_and_decides(as_bo: Client, cast: Cast, first: bool) -> None:
    """Also when there was none yet: two first ones do not overwrite each other."""
    if not first:
        agree(cast, "At first")
    form = sent(as_bo.get(url_of(cast))) | {"words": ["From the old tab"]}
    agree(cast, "From the other one", seen=0 if first else 1)
    response = as_bo.post(url_of(cast), form)
    page = main(response)
    assert (response.status_code, page.one("blockquote").text) == (409, "From the other one")
    assert sent(response)["words"] == ["From the old tab"]
    assert [row.words for row in Challenge.objects.all()] == ["From the other one"]
    as_bo.post(url_of(cast), sent(response))
    assert [row.words for row in Challenge.objects.all()] == ["From the old tab"]


@pytest.mark.parametrize(("field", "value"), [("words", ""), ("words", NUL), ("words", "x" * 301)])
def test_says_what_to_fix(as_bo: Client, cast: Cast, field: str, value: str) -> None:
    form = sent(as_bo.get(url_of(cast))) | {field: [value]}
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, set(errors(response)), Challenge.objects.count()) == (422, {field}, 0)


def test_the_verb_guards_the_line_and_the_revision(cast: Cast) -> None:
    agree(cast, "The merge")
    with pytest.raises(Stale):
        agree(cast, "The split", seen=7)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    with pytest.raises(Parted):
        agree(cast, "The split", seen=1)
    assert [row.words for row in Challenge.objects.all()] == ["The merge"]


def test_when_the_manager_changed_meanwhile_nothing_is_written_and_the_words_are_kept(
    as_bo: Client, cast: Cast
) -> None:
    form = sent(as_bo.get(url_of(cast))) | {"words": ["The merge"]}
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, Challenge.objects.count()) == (404, 0)
    assert [box.text for box in main(response).all("textarea")] == ["The merge"]


def test_quarters() -> None:
    assert [quarter_of(date(2026, month, 15)) for month in (1, 3, 4, 12)] == [
        date(2026, 1, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 10, 1),
    ]  # fmt: skip
    assert [quarter_name(date(2026, month, 1)) for month in (1, 4, 7, 10)] == [f"Q{n} 2026" for n in (1, 2, 3, 4)]
    assert quarters_apart(date(2025, 10, 1), date(2026, 4, 1)) == 2


def test_to_others_it_is_not_there(cast: Cast) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(cast))


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(cast))
