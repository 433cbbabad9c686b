"""Noting what happened."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Evidence
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import NAMES, NUL, ago, leads_to_welcome, noted, short
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast


def given(client: Client, **said: str | list[str]) -> dict[str, str | list[str]]:
    """What the page's form sends once it is filled in."""
    shown = {name: values for name, values in sent(client.get("/evidence/new/")).items() if name != "seen"}
    return {**shown, "title": "Shipped search", "strength": "seen", **said}


def test_asks_about_today_and_chooses_nothing(as_ada: Client, ladder: Chart) -> None:
    response = as_ada.get("/evidence/new/")
    form = sent(response)
    assert form["happened_on"] == [f"{timezone.localdate():%Y-%m-%d}"]
    assert ("skills" in form, "strength" in form) == (False, False)
    boxes = main(response).all("input", name="skills")
    assert {box.attrs["value"] for box in boxes} == {skill.pid for skill in ladder.skills}
    assert [radio.attrs["value"] for radio in main(response).all("input", name="strength")] == [
        "outcome",
        "artefact",
        "seen",
        "own",
    ]


def test_notes_it(as_ada: Client, ada: Person, ladder: Chart) -> None:
    pids = [ladder.skill[slug].pid for slug in ("delivery", "vision")]
    form = given(
        as_ada,
        skills=pids,
        happened_on=f"{ago(40):%Y-%m-%d}",
        text="First line\r\nsecond",
        link="example.org/launch",
        strength="outcome",
    )
    assertRedirects(as_ada.post("/evidence/new/", form), "/evidence/")
    item = Evidence.objects.get()
    assert (item.person, item.title, item.happened_on, item.text) == (
        ada,
        "Shipped search",
        ago(40),
        "First line\r\nsecond",
    )
    assert (item.link, item.strength, item.revision) == ("https://example.org/launch", "outcome", 1)
    assert set(item.skills.values_list("pid", flat=True)) == set(pids)


def test_the_skill_one_comes_from_is_ticked(as_ada: Client, ladder: Chart) -> None:
    pid = ladder.skill["delivery"].pid
    assert sent(as_ada.get(f"/evidence/new/?skill={pid}&skill=unknown&skill=%00"))["skills"] == [pid]


def test_without_any_skill_and_before_there_is_a_place(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    assertRedirects(client.post("/evidence/new/", given(client)), "/evidence/")
    item = Evidence.objects.get()
    assert (item.person, item.skills.count()) == (cast.di, 0)


def test_before_there_is_a_ladder(client: Client, cast: Cast) -> None:
    client.force_login(cast.di)
    assertRedirects(client.post("/evidence/new/", given(client)), "/evidence/")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "This field is required."),
        ("title", "  ", "This field is required."),
        ("title", "t" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("title", NUL, "Null characters are not allowed."),
        ("happened_on", "", "This field is required."),
        ("happened_on", "yesterday", "Enter a valid date."),
        ("happened_on", "2024-02-30", "Enter a valid date."),
        ("happened_on", f"{ago(-2):%Y-%m-%d}", "This day is still to come."),
        ("happened_on", "0001-01-01", "This day is too long ago to count."),
        ("text", "x" * 20_001, "Ensure this value has at most 20000 characters (it has 20001)."),
        ("text", NUL, "Null characters are not allowed."),
        ("link", "javascript:alert(1)", "Enter a valid URL."),
        ("link", f"https://example.org/{'x' * 2000}", "Ensure this value has at most 2000 characters (it has 2020)."),
        ("link", f"https://example.org/{NUL}", "Null characters are not allowed."),
        ("strength", "", "This field is required."),
        ("strength", "huge", "Select a valid choice. huge is not one of the available choices."),
        ("skills", ["missing"], "Select a valid choice. missing is not one of the available choices."),
    ],
    ids=short,
)
def test_says_what_to_fix_and_keeps_the_rest(
    as_ada: Client, ladder: Chart, field: str, value: str | list[str], said: str
) -> None:
    typed: dict[str, str | list[str]] = {
        "title": ["Shipped search"],
        "happened_on": [f"{ago(3):%Y-%m-%d}"],
        "text": ["In more words"],
        "link": ["https://example.org/a"],
        "strength": ["own"],
        "skills": [ladder.skill["vision"].pid],
    }
    response = as_ada.post("/evidence/new/", given(as_ada, **{**typed, field: value}))
    assert (response.status_code, set(errors(response))) == (422, {field})
    assert errors(response)[field].startswith(said)
    back = sent(response)
    assert {name: back.get(name) for name in typed if name != field} == {
        name: values for name, values in typed.items() if name != field
    }
    assert not Evidence.objects.exists()


def test_somebody_elses_skill_ids_and_files_do_not_matter(as_ada: Client) -> None:
    response = as_ada.post("/evidence/new/", {})
    assert (response.status_code, set(errors(response))) == (422, {"title", "happened_on", "strength"})


@pytest.mark.parametrize("text", ["n" * 10_000, *NAMES, "</textarea><script>alert(1)</script>"], ids=short)
def test_long_texts_and_any_script_stay_whole(as_ada: Client, text: str) -> None:
    as_ada.post("/evidence/new/", given(as_ada, text=text, title=text[:200]))
    item = Evidence.objects.get()
    assert (item.text, item.title) == (text, text[:200])
    shown = sent(as_ada.get(f"/evidence/{item.pid}/"))
    assert (shown["text"], shown["title"]) == ([text], [text[:200]])


def test_sent_twice_it_is_noted_once(as_ada: Client) -> None:
    form = given(as_ada)
    for _ in range(2):
        assertRedirects(as_ada.post("/evidence/new/", form), "/evidence/")
    assert Evidence.objects.count() == 1


def test_with_somebody_elses_token_it_is_refused(as_ada: Client, cast: Cast) -> None:
    form = given(as_ada)
    as_ada.post("/evidence/new/", form)
    other = Client()
    other.force_login(cast.eve)
    assert other.post("/evidence/new/", form).status_code == 400
    assert other.post("/evidence/new/", {**form, "once": ""}).status_code == 400
    assert Evidence.objects.count() == 1


def test_the_token_survives_a_mistake(as_ada: Client) -> None:
    form = given(as_ada, title="")
    assert sent(as_ada.post("/evidence/new/", form))["once"] == form["once"]


def test_signed_out() -> None:
    leads_to_welcome("/evidence/new/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            noted(ada, ladder, ["delivery"], date(2024, 1, 1))
        with django_assert_num_queries(3):  # session, person, place
            as_ada.get("/evidence/new/")
