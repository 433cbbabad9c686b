"""After the last answer: one situation for each level that rose since it was last agreed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment, Rating
from assessments.sheet import Sheet
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import (
    NAMES,
    NUL,
    agreed,
    answer,
    answer_all,
    draft,
    every,
    is_not_there,
    leads_to_welcome,
    rated,
    short,
)
from tests.assessments.pages import errors, main, page, sent
from tests.cast import Cast


@pytest.fixture
def sheet(ada: Person, cast: Cast) -> Sheet:
    """All answered: delivery and vision rose, design stayed, business fell, and the rest was never agreed."""
    agreed(ada, {"delivery": 2, "vision": 3, "design": 3, "business": 4}, cast.bo)
    return answer_all(draft(ada), 3, vision=4)


def url_of(sheet: Sheet) -> str:
    return f"/assess/{sheet.assessment.pid}/situations/"


def fields(sheet: Sheet, slug: str) -> tuple[str, str]:
    """The names of the two fields about a skill."""
    pid = sheet.chart.skill[slug].pid
    return f"situation-{pid}", f"none-{pid}"


def told() -> dict[str, tuple[str, bool]]:
    rows = Rating._default_manager.exclude(situation="", no_situation=False)
    return {slug: (text, none) for slug, text, none in rows.values_list("skill__slug", "situation", "no_situation")}


def test_asks_for_what_rose_and_nothing_else(as_ada: Client, sheet: Sheet) -> None:
    response = as_ada.get(url_of(sheet))
    asked = [label.text for label in main(response).all("label") if label.attrs.get("for", "").startswith("id_situ")]
    assert asked == ["Execution and delivery (optional)", "Vision setting (optional)"]
    assert main(response).one("p", "lede").text == (
        "You rated 2 skills above the level that was last agreed. What shows it?"
    )
    (delivery, none), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    assert (sent(response)[delivery], sent(response)[vision], none in sent(response)) == ([""], [""], False)


def test_before_the_last_answer_it_leads_back(as_ada: Client, ada: Person, cast: Cast) -> None:
    agreed(ada, {"delivery": 2}, cast.bo)
    open_one = answer(draft(ada), {"delivery": 5})
    assertRedirects(
        as_ada.get(url_of(open_one)),
        f"/assess/{open_one.assessment.pid}/skills/{open_one.chart.skill['user-research'].pid}/",
    )


def test_when_nothing_rose_it_leads_to_the_end(as_ada: Client, ada: Person) -> None:
    done = answer_all(draft(ada))
    assertRedirects(as_ada.get(url_of(done)), f"/assess/{done.assessment.pid}/submit/")


def test_keeps_the_situations_and_leads_to_the_end(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (_, none) = fields(sheet, "delivery"), fields(sheet, "vision")
    form = sent(as_ada.get(url_of(sheet))) | {delivery: "Shipped it.", none: "on"}
    assertRedirects(as_ada.post(url_of(sheet), form), f"/assess/{sheet.assessment.pid}/submit/")
    assert told() == {"delivery": ("Shipped it.", False), "vision": ("", True)}
    shown = sent(as_ada.get(url_of(sheet)))
    assert (shown[delivery], shown[none]) == (["Shipped it."], ["on"])


def test_sent_twice_it_says_it_once(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    form = sent(as_ada.get(url_of(sheet))) | {delivery: "One.", vision: "Two."}
    assert [as_ada.post(url_of(sheet), form).status_code for _ in range(2)] == [302, 302]
    assert told() == {"delivery": ("One.", False), "vision": ("Two.", False)}


def test_each_needs_a_sentence_or_the_word_that_there_is_none(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    response = as_ada.post(url_of(sheet), sent(as_ada.get(url_of(sheet))) | {delivery: "Shipped it.", vision: "  "})
    assert (response.status_code, errors(response)) == (
        422,
        {vision: "Write one sentence, or tick that you have none yet."},
    )
    assert sent(response)[delivery] == ["Shipped it."]
    assert told() == {}


@pytest.mark.parametrize(("text", "said"), [
    ("x" * 20_001, "Ensure this value has at most 20000 characters (it has 20001)."),
    (NUL, "Null characters are not allowed."),
], ids=short)  # fmt: skip
def test_what_does_not_fit_is_said_and_kept(as_ada: Client, sheet: Sheet, text: str, said: str) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    response = as_ada.post(url_of(sheet), sent(as_ada.get(url_of(sheet))) | {delivery: text, vision: "Kept."})
    assert response.status_code == 422
    assert errors(response)[delivery].startswith(said)
    assert sent(response)[vision] == ["Kept."]
    assert len(sent(response)[delivery][0]) == len(text)
    assert told() == {}


@pytest.mark.parametrize("text", ["n" * 10_000, *NAMES, "<script>alert(1)</script>\r\nsecond line"], ids=short)
def test_long_texts_and_any_script_stay_whole(as_ada: Client, sheet: Sheet, text: str) -> None:
    (delivery, _), (_, none) = fields(sheet, "delivery"), fields(sheet, "vision")
    as_ada.post(url_of(sheet), sent(as_ada.get(url_of(sheet))) | {delivery: text, none: "on"})
    assert told()["delivery"] == (text, False)
    assert sent(as_ada.get(url_of(sheet)))[delivery] == [text]


def test_a_change_in_another_tab_is_not_overwritten_and_nothing_is_half_saved(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    form = sent(as_ada.get(url_of(sheet))) | {delivery: "Mine about delivery.", vision: "Mine about vision."}
    answers = Rating._default_manager.get(assessment=sheet.assessment, skill__slug="vision")
    Rating.answer(sheet.assessment, answers.skill_id, seen=answers.revision, writer="other", level=5)
    response = as_ada.post(url_of(sheet), form)
    assert (response.status_code, page(response).one("h1").text) == (409, "Somebody changed this meanwhile")
    kept = [area.text for area in page(response).all("textarea")]
    assert [text for text in kept if text.startswith("Mine")] == ["Mine about delivery.", "Mine about vision."]
    assert told() == {}


def test_after_submitting_it_is_frozen_and_gives_the_text_back(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    form = sent(as_ada.get(url_of(sheet))) | {delivery: "Too late about delivery.", vision: "Too late about vision."}
    sheet.assessment.submit()
    response = as_ada.post(url_of(sheet), form)
    assert (response.status_code, main(response).one("h1").text) == (409, "This check-in is submitted")
    kept = [area.text for area in main(response).all("textarea")]
    assert [text for text in kept if text.startswith("Too late")] == [
        "Too late about delivery.",
        "Too late about vision.",
    ]
    assert as_ada.get(url_of(sheet)).status_code == 409
    assert told() == {}


def test_submitted_from_another_window_between_reading_and_writing(as_ada: Client, sheet: Sheet) -> None:
    (delivery, _), (vision, _) = fields(sheet, "delivery"), fields(sheet, "vision")
    form = sent(as_ada.get(url_of(sheet))) | {delivery: "A moment late.", vision: "This too."}
    quick = iter([True])

    def somebody_is_faster(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SAVEPOINT") and next(quick, False):
            Assessment.objects.get(pk=sheet.assessment.pk).submit()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(somebody_is_faster):
        response = as_ada.post(url_of(sheet), form)
    assert (response.status_code, main(response).one("h1").text) == (409, "This check-in is submitted")
    assert [area.text for area in main(response).all("textarea")][-2:].count("This too.") == 1
    assert told() == {}


def test_to_others_it_is_not_there(sheet: Sheet, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve):
        is_not_there(stranger, url_of(sheet))


def test_signed_out(sheet: Sheet) -> None:
    leads_to_welcome(url_of(sheet))


@pytest.mark.parametrize("count", [1, 24])
def test_queries(
    as_ada: Client,
    ada: Person,
    cast: Cast,
    ladder: Chart,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    agreed(ada, dict(list(every(ladder, 2).items())[:count]), cast.bo)
    rated(ada, every(ladder, 2))
    done = answer_all(draft(ada))
    with django_assert_num_queries(5):  # session, person, draft, answers, what was last agreed
        response = as_ada.get(url_of(done))
    assert len(main(response).all("textarea")) == count
