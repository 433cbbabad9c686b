"""One question: its answers are the level texts, and every answer is saved as it is given."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Rating
from assessments.sheet import Sheet
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import (
    NUL,
    ago,
    agreed,
    answer,
    answer_all,
    draft,
    every,
    is_not_there,
    leads_to_welcome,
    noted,
    rated,
)
from tests.assessments.pages import errors, main, page, sent
from tests.cast import Cast

BY_ITSELF = {"HX-Request": "true"}  # the page saves without a press of the button


def url_of(sheet: Sheet, slug: str) -> str:
    return f"/assess/{sheet.assessment.pid}/skills/{sheet.chart.skill[slug].pid}/"


def saved() -> list[tuple[int | None, bool, str]]:
    return list(Rating._default_manager.order_by("pk").values_list("level", "same", "energy"))


def test_the_level_texts_are_the_answers_and_none_is_chosen(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = draft(ada)
    response = as_ada.get(url_of(sheet, "people-management"))
    question = main(response).one("fieldset", id="level")
    skill, names = ladder.skill["people-management"], [level.name for level in ladder.scale]
    assert [(one.one("input").attrs, one.one("b").text, one.one("span").text) for one in question.all("label")] == [
        (
            {"type": "radio", "name": "level", "value": str(number)},
            f"{number}{names[number]}",
            skill.levels[number].text if number in skill.levels else ladder.scale[number].text,
        )
        for number in range(6)
    ] + [
        (
            {"type": "radio", "name": "level", "value": "none"},
            "I cannot say",
            "Not my work at the moment. It counts as unknown, not as a gap.",
        )
    ]
    assert set(sent(response)) == {"seen", "writer"}


def test_the_expectation_is_told_and_not_marked(as_ada: Client, ada: Person) -> None:
    question = main(as_ada.get(url_of(draft(ada), "people-management"))).one("fieldset", id="level")
    assert question.one("legend").text == (
        "What do you do today? A Senior Product Manager does level 2, Contributing. "
        "A Product Manager does level 1, Learning."
    )
    assert {label.attrs["class"] for label in question.all("label")} == {"level"}


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        (
            "org-design",
            (
                "For a Senior Product Manager level 1, Learning is welcome. "
                "For a Product Manager nothing is expected here."
            ),
        ),
        ("delivery", "A Senior Product Manager does level 4, Leading. A Product Manager does level 3, Owning."),
    ],
)
def test_what_is_welcome_and_what_is_not_expected(as_ada: Client, ada: Person, slug: str, said: str) -> None:
    question = main(as_ada.get(url_of(draft(ada), slug))).one("fieldset", id="level")
    assert question.one("legend").one("span").text == said


def test_the_button_saves_and_goes_on(as_ada: Client, ada: Person) -> None:
    sheet = draft(ada)
    url = url_of(sheet, "user-research")
    response = as_ada.post(url, sent(as_ada.get(url)) | {"level": "3", "energy": "gives"})
    assertRedirects(response, url_of(sheet, "customer-empathy"))
    assert saved() == [(3, False, "gives")]
    assert (sent(as_ada.get(url))["level"], sent(as_ada.get(url))["energy"]) == (["3"], ["gives"])


def test_goes_on_to_what_is_still_open_and_then_to_the_end(as_ada: Client, ada: Person) -> None:
    sheet = draft(ada)
    answer(sheet, {q.skill.slug: 3 for q in sheet.questions if q.skill.slug not in ("vision", "delivery")})
    for slug, onward in (
        ("vision", url_of(sheet, "delivery")),
        ("delivery", f"/assess/{sheet.assessment.pid}/submit/"),
    ):
        url = url_of(sheet, slug)
        assertRedirects(as_ada.post(url, sent(as_ada.get(url)) | {"level": "2"}), onward)


def test_i_cannot_say_is_an_answer(as_ada: Client, ada: Person) -> None:
    sheet = draft(ada)
    url = url_of(sheet, "delivery")
    as_ada.post(url, sent(as_ada.get(url)) | {"level": "none"})
    assert saved() == [(None, False, "")]
    assert sent(as_ada.get(url))["level"] == ["none"]


def test_saves_by_itself_with_a_sign_that_it_did(as_ada: Client, ada: Person) -> None:
    url = url_of(draft(ada), "delivery")
    form = sent(as_ada.get(url))
    for level in ("3", "4", "none", "2"):
        response = as_ada.post(url, form | {"level": level}, headers=BY_ITSELF)
        assert (response.status_code, response.content, response.headers["HX-Trigger"]) == (204, b"", "saved")
    assert saved() == [(2, False, "")]


def test_the_page_can_say_what_is_saved_and_what_is_not(as_ada: Client, ada: Person) -> None:
    state = main(as_ada.get(url_of(draft(ada), "delivery"))).one("save-state")
    form = state.one("form")
    assert (form.attrs["hx-trigger"], "hx-post" in form.attrs) == ("change", True)
    assert set(state.one("output").attrs) == {
        "class",
        *("data-saving", "data-saved", "data-failed", "data-signed-out", "data-incomplete", "data-refused"),
    }


def test_goes_on_at_another_device(as_ada: Client, ada: Person) -> None:
    sheet = draft(ada)
    url = url_of(sheet, "delivery")
    as_ada.post(url, sent(as_ada.get(url)) | {"level": "3"}, headers=BY_ITSELF)
    phone = Client()
    phone.force_login(ada)
    shown = phone.get(url)
    assert sent(shown)["level"] == ["3"]
    phone.post(url, sent(shown) | {"level": "4"})
    assert saved() == [(4, False, "")]


def test_two_tabs_do_not_overwrite_each_other(as_ada: Client, ada: Person) -> None:
    url = url_of(draft(ada), "delivery")
    first, second = sent(as_ada.get(url)), sent(as_ada.get(url))
    assert as_ada.post(url, first | {"level": "3"}, headers=BY_ITSELF).status_code == 204
    by_itself = as_ada.post(url, second | {"level": "1"}, headers=BY_ITSELF)
    assert (by_itself.status_code, by_itself.content) == (409, b"")
    by_button = as_ada.post(url, second | {"level": "1"})
    assert (by_button.status_code, page(by_button).one("h1").text) == (409, "Somebody changed this meanwhile")
    assert saved() == [(3, False, "")]


def test_a_form_sent_twice_answers_once(as_ada: Client, ada: Person) -> None:
    url = url_of(draft(ada), "delivery")
    form = sent(as_ada.get(url)) | {"level": "3"}
    assert [as_ada.post(url, form).status_code for _ in range(2)] == [302, 302]
    assert saved() == [(3, False, "")]


@pytest.mark.parametrize("level", ["", "6", "-1", "three", "3\x00", "٣", "99999999999"])
def test_a_level_is_to_be_chosen(as_ada: Client, ada: Person, level: str) -> None:
    url = url_of(draft(ada), "delivery")
    form = sent(as_ada.get(url)) | {"level": level, "energy": "drains"}
    response = as_ada.post(url, form)
    assert (response.status_code, set(errors(response))) == (422, {"level"})
    assert sent(response)["energy"] == ["drains"]
    assert saved() == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"seen": ""},
        {"seen": "-1"},
        {"seen": "x"},
        {"writer": ""},
        {"writer": NUL},
        {"writer": "w" * 33},
        {"energy": "x"},
    ],
)
def test_a_form_that_was_tampered_with_saves_nothing(as_ada: Client, ada: Person, wrong: dict[str, str]) -> None:
    url = url_of(draft(ada), "delivery")
    assert as_ada.post(url, sent(as_ada.get(url)) | {"level": "3"} | wrong).status_code == 422
    assert saved() == []


def test_shows_ones_evidence_for_the_skill(as_ada: Client, ada: Person, ladder: Chart, cast: Cast) -> None:
    for number in range(5):
        noted(ada, ladder, ["delivery"], ago(10 + number), title=f"Launch {number}")
    noted(ada, ladder, ["vision"], ago(1), title="Another skill")
    noted(cast.di, ladder, ["delivery"], ago(1), title="Another person")
    aside = main(as_ada.get(url_of(draft(ada), "delivery"))).one("ul", "timeline")
    assert [item.text for item in aside.all("li")] == [
        f"{date_format(ago(10 + number), 'j F Y')} Launch {number}" for number in range(4)
    ]


def test_after_submitting_it_is_frozen(as_ada: Client, ada: Person) -> None:
    sheet = answer_all(draft(ada))
    url = url_of(sheet, "delivery")
    form = sent(as_ada.get(url)) | {"level": "5"}
    sheet.assessment.submit()
    response = as_ada.post(url, form)
    assert (response.status_code, main(response).one("p", "lede").text) == (
        409,
        "It was submitted from another window, and it does not change any more. Your last change was not saved.",
    )
    assert as_ada.post(url, form, headers=BY_ITSELF).status_code == 409
    assert main(as_ada.get(url)).one("p", "lede").text == "It does not change any more."
    assert {level for level, _, _ in saved()} == {3}


def test_skills_that_are_not_asked_have_no_page(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = draft(ada, stage="product-associate", target="junior-pm")
    assert as_ada.get(url_of(sheet, "org-design")).status_code == 404
    assert as_ada.post(url_of(sheet, "org-design"), {"level": "3", "seen": "0", "writer": "w"}).status_code == 404
    assert saved() == []


def test_to_others_it_is_not_there(ada: Person, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(draft(ada), "delivery"))
    assert saved() == []


def test_a_result_about_oneself_is_not_for_answering(ada: Person, cast: Cast, ladder: Chart) -> None:
    result = agreed(ada, {"delivery": 3}, cast.bo)
    is_not_there(ada, f"/assess/{result.pid}/skills/{ladder.skill['delivery'].pid}/")


def test_signed_out(ada: Person) -> None:
    leads_to_welcome(url_of(draft(ada), "delivery"))


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            noted(ada, ladder, ["delivery"], ago(3))
            rated(ada, every(ladder, 2))
        sheet = draft(ada)
        answer(sheet, {question.skill.slug: 3 for question in sheet.questions[:rows]})
        url = url_of(sheet, "delivery")
        with django_assert_num_queries(6):  # session, person, draft, answers, evidence, last times
            as_ada.get(url)
        form = sent(as_ada.get(url)) | {"level": "3"}
        as_ada.post(url, form, headers=BY_ITSELF)
        with django_assert_num_queries(6):  # session, person; savepoint, draft with its lock, write, release
            as_ada.post(url, form, headers=BY_ITSELF)
        sheet.assessment.discard()
