"""A check-in as a form to fill in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Assessment
from assessments.sheet import answers, expected, sheet_of
from ladders.chart import Chart
from ladders.questions import Form
from people.models import Person
from tests.assessments.litany import SUBMITTED, agreed, answer, answer_all, draft, rated
from tests.cast import Cast


def test_what_is_open_and_what_is_done(ada: Person) -> None:
    sheet = answer(draft(ada), {"delivery": 3, "vision": None})
    assert (sheet.done, len(sheet.open), len(sheet.questions)) == (2, 22, 24)
    assert {"delivery", "vision"} & {question.skill.slug for question in sheet.open} == set()
    assert (sheet.stage.slug, sheet.target and sheet.target.slug) == ("product-manager", "senior-pm")


def test_asks_only_what_one_of_the_two_stages_expects(ada: Person) -> None:
    sheet = draft(ada, stage="product-associate", target="junior-pm")
    asked = {question.skill.slug for question in sheet.questions}
    assert len(asked) == 17
    assert {"vision", "mentoring", "org-design", "innovation-risk", "company-strategy"} & asked == set()
    assert {"prioritisation", "product-strategy", "business"} <= asked


def test_the_quick_form_asks_what_changes(ada: Person) -> None:
    sheet = draft(ada, form=Form.QUICK, stage="principal-pm", target="group-pm")
    assert {question.skill.slug for question in sheet.questions} == {
        *("user-research", "market-analysis", "experimentation", "product-sense", "requirements", "design"),
        *("technical", "innovation-risk", "people-management", "org-design", "partnerships"),
    }


def test_the_next_open_question_goes_round(ada: Person) -> None:
    sheet = draft(ada)
    first, second, last = sheet.questions[0], sheet.questions[1], sheet.questions[-1]
    assert (sheet.after(first), sheet.after(last)) == (second, first)
    assert (sheet.neighbours(first), sheet.neighbours(last)) == ((None, second), (sheet.questions[-2], None))
    one_left = answer(sheet, {question.skill.slug: 1 for question in sheet.questions[1:]})
    assert (one_left.after(last), one_left.after(first)) == (first, None)


def test_a_question_by_its_public_id(ada: Person, ladder: Chart) -> None:
    sheet = draft(ada, stage="product-associate", target="junior-pm")
    found = sheet.question(ladder.skill["delivery"].pid)
    assert found is not None
    assert found.skill.slug == "delivery"
    assert sheet.question(ladder.skill["org-design"].pid) is None


def test_the_rail_is_in_the_order_of_the_ladder(ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"delivery": 3})
    groups = sheet.groups()
    assert [category and category.slug for category, _ in groups] == [c.slug for c in ladder.categories]
    assert [skill.slug for _, skills in groups for skill, done in skills if done] == ["delivery"]


def test_nothing_rose_while_a_question_is_open(ada: Person, cast: Cast) -> None:
    agreed(ada, {"delivery": 2}, cast.bo)
    sheet = draft(ada)
    said = {question.skill.slug: 5 for question in sheet.questions[1:]}
    almost = answer(sheet, said)
    assert (almost.raised(), almost.ready) == ([], False)
    done = answer(sheet, {sheet.questions[0].skill.slug: 5})
    assert [(item.question.skill.slug, item.answer.level, item.agreed) for item in done.raised()] == [
        ("delivery", 5, 2)
    ]
    assert done.ready is False


def test_only_levels_above_what_was_agreed_rose(ada: Person, cast: Cast) -> None:
    rated(ada, {"user-research": 1})
    agreed(ada, {"delivery": 2, "vision": 3, "design": 4, "business": 0, "technical": 1}, cast.bo)
    sheet = answer_all(draft(ada), 3, technical=None)
    assert [item.question.skill.slug for item in sheet.raised()] == ["delivery", "business"]


@pytest.mark.parametrize(
    ("values", "ready"),
    [({}, False), ({"situation": "Shipped."}, True), ({"no_situation": True}, True)],
)
def test_ready_when_each_rise_has_its_situation(
    ada: Person, cast: Cast, values: dict[str, object], ready: bool
) -> None:
    agreed(ada, {"delivery": 2}, cast.bo)
    sheet = answer_all(draft(ada))
    if values:
        sheet.assessment.ratings.filter(skill__slug="delivery").update(**values)
    assert sheet_of(sheet.assessment).ready is ready


def test_last_time_is_the_last_word_on_each_skill(ada: Person, ladder: Chart, cast: Cast) -> None:
    rated(ada, {"delivery": 1, "vision": 1, "design": 1})
    rated(ada, {"delivery": 2, "vision": None}, at=SUBMITTED + timedelta(days=1))
    agreed(ada, {"delivery": 5}, cast.bo, at=SUBMITTED + timedelta(days=2))
    rated(cast.di, {"delivery": 4}, at=SUBMITTED + timedelta(days=3))
    sheet = answer(draft(ada), {"delivery": 3})
    skills = [ladder.skill[slug] for slug in ("delivery", "vision", "design", "business")]
    assert [sheet.level_last_time(skill) for skill in skills] == [2, None, 1, None]
    assert [skill.pk in sheet.last_time for skill in skills] == [True, True, True, False]


def test_it_costs_one_query_for_the_answers(ada: Person, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    open_one = Assessment.objects.get(pk=answer_all(draft(ada)).assessment.pk)
    with django_assert_num_queries(1):
        sheet = sheet_of(open_one)
        assert (sheet.open, sheet.done) == ((), 24)


def test_frozen_answers_are_read_in_the_words_of_their_version(ada: Person, ladder: Chart) -> None:
    done = rated(ada, {"delivery": 3, "vision": None, "org-design": 0})
    found = {answer.skill.slug: (answer.level, answer.text) for answer in answers(sheet_of(done))}
    assert found == {
        "vision": ("cannot say", ""),
        "delivery": ("3 Owning", ladder.skill["delivery"].levels[3].text),
        "org-design": ("0 Not yet", "Has not done this so far."),
    }


def test_without_an_aim_only_the_present_stage_is_told(ada: Person) -> None:
    sheet = draft(ada, target="")
    assert expected(sheet, sheet.questions[0]) == "A Product Manager does level 3, Owning."
