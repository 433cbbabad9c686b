"""Planning a round: who will be in it is shown before anything begins."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from ladders.models import Path
from people.models import Duty
from reviews.models import Round
from tests.assessments.litany import NUL, leads_to_welcome
from tests.assessments.pages import Sent, errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, day, opened, placed, review_of, told, version_one
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.usefixtures("ladder")
URL = "/rounds/new/"


def form_of(cast: Cast, **said: Any) -> Sent:
    return sent(client_of(cast.bo).get(URL)) | {"title": "Summer", **said}


def hals(cast: Cast, **said: Any) -> Sent:
    return sent(client_of(cast.hal).get(URL)) | {"title": "Summer", **said}


def test_a_manager_sees_who_will_be_in_it_and_opens_it(cast: Cast) -> None:
    placed(cast.ada)
    client, form = client_of(cast.bo), form_of(cast)
    assert form["reports"] == [cast.ada.pid, cast.di.pid]

    looked = client.post(URL, form)
    assert looked.status_code == 200
    assert Round.objects.count() == 0
    shown = main(looked).one("section", id="who")
    assert [one.text for one in shown.all("summary")] == [
        "Bo Lindqvist rates 1 person",
        "Has not chosen a place on a ladder (1)",
    ]
    assert [one.text for one in shown.all("bdi")][1:] == ["Ada Okafor", "Di Castellanos"]

    again = sent(looked) | {"open": "1"}
    made = client.post(URL, again)
    assertRedirects(made, f"/rounds/{Round.objects.get().pid}/")
    assertRedirects(client.post(URL, again), made.headers["Location"])  # a double click
    found = Round.objects.get()
    assert (found.by, found.own_reports, found.title, found.remind_days) == (cast.bo, True, "Summer", [7, 2])
    assert (found.opens_on, found.closes_on) == (timezone.localdate(), day(21))
    assert (Appraisal.objects.get().person, told(cast.ada)) == (cast.ada, ["round_opened"])


def test_nothing_typed_is_lost_between_looking_and_opening(cast: Cast) -> None:
    placed(cast.ada)
    said = {"note": "Take your time.", "remind_days": "5 1", "form": "quick", "reports": [cast.ada.pid]}
    form = form_of(cast, **said)

    again = sent(client_of(cast.bo).post(URL, form))

    assert {name: again[name] for name in said} == {
        "note": ["Take your time."],
        "remind_days": ["5 1"],
        "form": ["quick"],
        "reports": [cast.ada.pid],
    }


def test_for_a_later_day_it_is_planned(cast: Cast) -> None:
    placed(cast.ada)
    client_of(cast.bo).post(URL, form_of(cast, opens_on=day(3).isoformat(), open="1"))

    assert (Round.objects.get().state, Appraisal.objects.count()) == (Round.State.PLANNED, 0)


def test_without_anybody_it_does_not_open(cast: Cast) -> None:
    response = client_of(cast.bo).post(URL, form_of(cast, open="1"))

    assert (response.status_code, Round.objects.count()) == (422, 0)
    assert "Nobody would be in this round." in main(response).text


def test_the_people_team_opens_one_for_a_ladder(cast: Cast) -> None:
    placed(cast.ada, cast.eve)
    form = hals(cast, group="ladder", ladder=version_one().ladder.pid, version=version_one().pid, open="1")

    client_of(cast.hal).post(URL, form)

    found = Round.objects.get()
    assert (found.group, found.own_reports, found.ladder, found.version) == (
        "ladder",
        False,
        version_one().ladder,
        version_one(),
    )
    assert set(Appraisal.objects.values_list("person", flat=True)) == {cast.ada.pk, cast.eve.pk}


def test_the_people_team_opens_one_for_a_line_and_for_people_by_name(cast: Cast) -> None:
    placed(cast.ada, cast.bo, cast.eve)
    client = client_of(cast.hal)

    client.post(URL, hals(cast, group="line", head="CY@example.org ", open="1"))
    client.post(URL, hals(cast, group="chosen", people=f"{cast.eve.email}\n\n", open="1"))

    line, chosen = Round.objects.order_by("pk")
    assert set(line.places.values_list("appraisal__person", flat=True)) == {cast.ada.pk, cast.bo.pk}
    assert set(chosen.places.values_list("appraisal__person", flat=True)) == {cast.eve.pk}


def test_somebody_without_a_manager_gets_an_assessor_chosen_on_the_page(cast: Cast) -> None:
    placed(cast.cy)
    client, form = client_of(cast.hal), hals(cast, group="chosen", people=cast.cy.email)
    looked = client.post(URL, form)
    field = f"assessor-{cast.cy.pid}"
    assert field in sent(looked)

    client.post(URL, sent(looked) | {field: cast.xena.email, "open": "1"})

    assert (review_of(cast.cy).assessor, review_of(cast.cy).appointed) == (cast.xena, True)


@pytest.mark.parametrize("address", ["hal@example.org", "cy@example.org", "nobody@example.org", "gone@example.org"])
def test_not_oneself_nor_the_person_nor_nobody_as_assessor(cast: Cast, address: str) -> None:
    """Or somebody of the people team would make themselves the assessor, and read."""
    placed(cast.cy)
    field = f"assessor-{cast.cy.pid}"
    form = hals(cast, group="chosen", people=cast.cy.email, open="1", **{field: address})

    response = client_of(cast.hal).post(URL, form)

    assert (response.status_code, set(errors(response)), Round.objects.count()) == (422, {field}, 0)
    assert sent(response)[field] == [address]


def test_everybody_left_out_is_named_with_the_reason(cast: Cast) -> None:
    everyone = (cast.ada, cast.di, cast.eve, cast.hal, cast.cy)
    placed(cast.ada, cast.di, cast.hal, cast.cy)
    Path.objects.filter(person=cast.di).update(stage="no-such-stage")
    opened(cast.bo, [cast.ada])
    form = hals(cast, group="chosen", people="\n".join(one.email for one in everyone))

    shown = main(client_of(cast.hal).post(URL, form)).one("section", id="who")

    assert [one.text for one in shown.all("summary")] == [
        "Their stage is not in that version (1)",
        "Has not chosen a place on a ladder (1)",
        "A review is open already (1)",
        "You: somebody else decides about your review (1)",
    ]
    assert [one.text for one in shown.one("div", "lacking").all("bdi")] == ["Cy Haddad"]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"title": ""}, "title"),
        ({"title": NUL}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"note": "x" * 4_001}, "note"),
        ({"opens_on": "2020-01-01"}, "opens_on"),
        ({"opens_on": "soon"}, "opens_on"),
        ({"closes_on": "2020-01-01"}, "closes_on"),
        ({"closes_on": "2999-01-01"}, "closes_on"),
        ({"opens_on": "2999-01-01", "closes_on": "2998-01-01"}, "closes_on"),
        ({"remind_days": "two"}, "remind_days"),
        ({"remind_days": "1 2 3 4 5 6"}, "remind_days"),
        ({"remind_days": "61"}, "remind_days"),
        ({"reports": []}, "reports"),
        ({"reports": ["x"]}, "reports"),
        ({"group": "ladder"}, "group"),
        ({"version": "x"}, "version"),
        ({"form": "both"}, "form"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_beside_it(cast: Cast, said: dict[str, Any], wrong: str) -> None:
    placed(cast.ada)

    response = client_of(cast.bo).post(URL, form_of(cast, open="1", **said))

    assert (response.status_code, set(errors(response)), Round.objects.count()) == (422, {wrong}, 0)
    assert main(response).one("div", "errors").all("a") != []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"group": "ladder"}, "ladder"),
        ({"group": "line"}, "head"),
        ({"group": "line", "head": "nobody@example.org"}, "head"),
        ({"group": "chosen"}, "people"),
        ({"group": "chosen", "people": "ada@example.org\nnobody@example.org"}, "people"),
        ({"group": "reports"}, "group"),
    ],
    ids=str,
)
def test_the_people_team_says_which_group(cast: Cast, said: dict[str, Any], wrong: str) -> None:
    response = client_of(cast.hal).post(URL, hals(cast, open="1", **said))

    assert (response.status_code, set(errors(response))) == (422, {wrong})


def test_a_report_of_somebody_else_cannot_be_sent(cast: Cast) -> None:
    placed(cast.eve)
    response = client_of(cast.bo).post(URL, form_of(cast, reports=[cast.eve.pid], open="1"))

    assert (response.status_code, set(errors(response))) == (422, {"reports"})


def test_somebody_of_the_people_team_who_manages_has_both_ways(cast: Cast) -> None:
    cast.bo.give(Duty.Kind.PEOPLE)

    shown = main(client_of(cast.bo).get(URL))

    assert [one.attrs["value"] for one in shown.all("input", name="group")] == ["reports", "ladder", "line", "chosen"]


@pytest.mark.parametrize("name", ["ada", "lin", "root"])
def test_who_manages_nobody_plans_none(cast: Cast, name: str) -> None:
    client = client_of(getattr(cast, name))

    assert (client.get(URL).status_code, client.post(URL).status_code) == (403, 403)


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.django_db(transaction=True)
def test_a_double_click_that_arrives_at_once_opens_one(cast: Cast) -> None:
    placed(cast.ada)
    form = form_of(cast, open="1")

    answers = at_once(lambda number: client_of(cast.bo).post(URL, form).headers["Location"], count=4)

    assert (len(set(answers)), Round.objects.count(), Appraisal.objects.count()) == (1, 1, 1)
