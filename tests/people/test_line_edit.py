"""Who somebody reports to from a day on: chosen by name, read back in sentences, and then written down."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects, assertTemplateUsed

from people.models import Act, Duty, Notice, Person, Reading
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import day


def url(person: Person) -> str:
    return f"/people/{person.pid}/line/"


def filled(client: Client, person: Person, who: str, since: date | None = None, **more: str) -> dict[str, Any]:
    """What the form would send with these answers."""
    form = sent(client.get(url(person))) | {"who": [who], **{name: [value] for name, value in more.items()}}
    return form | ({"since": [since.isoformat()]} if since else {})


def manager_of(person: Person, on: date | None = None) -> str:
    return ", ".join(one.short_name for one in Person.objects.managing(person, on))


def test_from_a_name_to_a_line(as_hal: Client, cast: Cast) -> None:
    """Without scripts: two pages, and what follows from it stands on the second."""
    asked = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "Cy Haddad", day(5)))
    assertTemplateUsed(asked, "people/line_confirm.html")
    read = date_format(day(5), "j F Y")
    assert main(asked).one("h1").text == f"Ada Okafor reports to Cy Haddad from {read}?"
    assert [item.text for item in main(asked).one("ul", "bullets").all("li")] == [
        f"From {read} Cy Haddad reads what Ada Okafor agrees from then on, nothing from before.",
        "Bo Lindqvist reads nothing that is agreed later, and keeps for twelve months what Bo Lindqvist signed.",
        "A review that is open stays with whoever assesses in it until you hand it over.",
        "All of them are told, and your name stands beside the change.",
    ]
    assert (manager_of(cast.ada, day(9)), Notice.objects.count()) == ("Bo", 0)
    done = as_hal.post(url(cast.ada), sent(asked) | {"sure": ["1"]})
    assertRedirects(done, f"/people/{cast.ada.pid}/line/history/")
    assert (manager_of(cast.ada), manager_of(cast.ada, day(5))) == ("Bo", "Cy")
    assert Act.objects.get(person=cast.ada, by=cast.hal).since == day(5)


def test_sent_twice_it_is_written_once(as_hal: Client, cast: Cast) -> None:
    form = sent(as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "Cy Haddad"))) | {"sure": ["1"]}
    first, second = (as_hal.post(url(cast.ada), form) for _time in range(2))
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert Act.objects.filter(person=cast.ada, by=cast.hal).count() == 1


def test_choosing_differently_loses_nothing(as_hal: Client, cast: Cast) -> None:
    asked = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "Cy Haddad", day(5)))
    again = as_hal.post(url(cast.ada), sent(asked) | {"back": ["1"]})
    assertTemplateUsed(again, "people/line_edit.html")
    form = sent(again)
    assert (again.status_code, form["who"], form["since"]) == (200, ["Cy Haddad"], [day(5).isoformat()])


def test_names_are_offered_while_one_types_without_any_script(as_hal: Client, cast: Cast) -> None:
    PersonFactory.create(name="Kim Lee", title="Engineer")
    PersonFactory.create(name="Kim Lee", title="Designer")
    page = main(as_hal.get(url(cast.ada)))
    assert page.one("input", name="who").attrs["list"] == page.one("datalist").attrs["id"]
    offered = [option.attrs["value"] for option in page.one("datalist").all("option")]
    assert offered[-4:] == ["Kim Lee (Designer)", "Lin Mei-Hua", "Root Andersen", "Xena Papadopoulou"]
    asked = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "Kim Lee (Designer)"))
    assert asked.context["manager"].title == "Designer"


@pytest.mark.parametrize("who", ["cy haddad", "HADDAD", "cy", "Cy@Example.org", "  Haddad Cy "])
def test_a_part_of_the_name_or_the_address_is_enough(as_hal: Client, cast: Cast, who: str) -> None:
    assert as_hal.post(url(cast.ada), filled(as_hal, cast.ada, who)).context["manager"] == cast.cy


def test_several_that_match_are_offered_to_choose_from(as_hal: Client, cast: Cast) -> None:
    kims = [PersonFactory.create(name="Kim Lee", title=title) for title in ("Engineer", "Designer")]
    asked = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "kim"))
    assert asked.status_code == 422
    assert errors(asked) == {"pick": "Several people match. Choose one of them, or write more of the name."}
    assert {radio.attrs["value"] for radio in main(asked).all("input", name="pick")} == {kim.pid for kim in kims}
    chosen = as_hal.post(url(cast.ada), sent(asked) | {"pick": [kims[1].pid]})
    assert chosen.context["manager"] == kims[1]
    as_hal.post(url(cast.ada), sent(chosen) | {"sure": ["1"]})
    assert list(Person.objects.managing(cast.ada)) == [kims[1]]


def test_nobody_from_a_day_on(as_hal: Client, cast: Cast) -> None:
    asked = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "", day(1), nobody="on"))
    assert main(asked).one("h1").text.startswith("Ada Okafor reports to nobody from ")
    as_hal.post(url(cast.ada), sent(asked) | {"sure": ["1"]})
    assert (manager_of(cast.ada), manager_of(cast.ada, day(1))) == ("Bo", "")


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"who": ""}, "who", "Name somebody, or tick that there is nobody."),
        ({"who": "Zorro"}, "who", "Nobody here has this name or address."),
        ({"who": "Gone Petrov"}, "who", "Nobody here has this name or address."),
        ({"who": NUL}, "who", "Null characters are not allowed."),
        ({"who": "Ada Okafor"}, "who", "Nobody reports to themselves."),
        ({"who": "Bo Lindqvist"}, "who", "It is like that already."),
        ({"who": "Cy", "nobody": "on"}, "nobody", "You named a manager, too. Keep one of the two."),
        ({"who": "Cy", "since": ""}, "since", "This field is required."),
        ({"who": "Cy", "since": "odd"}, "since", "Enter a valid date."),
        ({"who": "Cy", "since": "2199-12-31X"}, "since", "Enter a valid date."),
        ({"who": "Cy", "since": "2200-01-01"}, "since", "Choose a day before the year 2200."),
        (
            {"who": "Cy", "since": "2021-06-01"},
            "since",
            "Choose today or a later day. What was agreed before is not opened to a new manager afterwards.",
        ),
    ],
)
def test_says_what_to_fix_and_loses_nothing(
    as_hal: Client, cast: Cast, wrong: dict[str, str], field: str, says: str
) -> None:
    form = filled(as_hal, cast.ada, "Cy") | {name: [value] for name, value in wrong.items()}
    response = as_hal.post(url(cast.ada), form)
    assert (response.status_code, errors(response)) == (422, {field: says})
    again = sent(response)
    assert {name: again.get(name) for name in wrong} == {name: [value] for name, value in wrong.items()}
    assert manager_of(cast.ada) == "Bo"


def test_a_loop_is_refused_before_anything_is_asked(as_hal: Client, cast: Cast) -> None:
    response = as_hal.post(url(cast.cy), filled(as_hal, cast.cy, "Ada Okafor"))
    assert (response.status_code, errors(response)) == (422, {"who": "That would make a loop in the reporting line."})


def test_a_loop_that_was_closed_meanwhile_is_refused(as_hal: Client, cast: Cast) -> None:
    asked = as_hal.post(url(cast.eve), filled(as_hal, cast.eve, "Ada Okafor"))
    cast.ada.report_to(cast.eve, since=day(0))
    response = as_hal.post(url(cast.eve), sent(asked) | {"sure": ["1"]})
    assert (response.status_code, errors(response)) == (422, {"who": "That would make a loop in the reporting line."})


def test_an_admin_cannot_make_himself_the_manager_where_another_could(as_hal: Client, cast: Cast) -> None:
    cast.lin.give(Duty.Kind.PEOPLE)
    response = as_hal.post(url(cast.ada), filled(as_hal, cast.ada, "Hal Nakamura"))
    assert (response.status_code, set(errors(response))) == (422, {"who"})


@pytest.mark.parametrize("step", ["choosing", "confirming"])
def test_two_admins_see_each_others_words(as_hal: Client, cast: Cast, step: str) -> None:
    """409 with both values; what was chosen stays in the form, and sent again on purpose it counts."""
    form = filled(as_hal, cast.ada, "Xena Papadopoulou", day(4))
    if step == "confirming":
        form = sent(as_hal.post(url(cast.ada), form)) | {"sure": ["1"]}
    cast.ada.report_to(cast.cy, since=day(2), by=cast.lin)
    clash = as_hal.post(url(cast.ada), form)
    assert clash.status_code == 409
    both = main(clash).one("div", "both").text
    assert "Written down Bo Lindqvist since 1 March 2021 From " in both
    assert ": Cy Haddad Lin Mei-Hua , " in both
    assert f"Your choice, not saved Xena Papadopoulou from {date_format(day(4), 'j F Y')}" in both
    assert manager_of(cast.ada, day(4)) == "Cy"
    again = as_hal.post(url(cast.ada), sent(clash))
    as_hal.post(url(cast.ada), sent(again) | {"sure": ["1"]})
    assert [manager_of(cast.ada, day(after)) for after in (0, 2, 4)] == ["Bo", "Cy", "Xena"]


def test_looking_leaves_a_line_in_the_log(as_hal: Client, cast: Cast) -> None:
    as_hal.get(url(cast.ada))
    assert list(Reading.objects.values_list("person__name", "reader__name", "page")) == [
        ("Ada Okafor", "Hal Nakamura", "line_edit")
    ]


def test_nobody_changes_their_own_line(as_hal: Client, cast: Cast) -> None:
    assert (as_hal.get(url(cast.hal)).status_code, as_hal.post(url(cast.hal)).status_code) == (404, 404)


@pytest.mark.parametrize("who", ["ada", "bo", "cy", "lin", "root"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    is_not_there(getattr(cast, who), url(cast.di))


@pytest.mark.parametrize("people", [1, 30])
def test_queries(as_hal: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, people: int) -> None:
    PersonFactory.create_batch(people)
    as_hal.get(url(cast.ada))
    # session, person, whose (duty, person), reading, lines, names; audience: duty-free managers of two levels
    with django_assert_num_queries(9):
        as_hal.get(url(cast.ada))


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(url(cast.ada))
