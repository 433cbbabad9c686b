"""What a "not now" opens."""

from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from ladders.models import Path
from packets.models import Packet, Reason
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.packets.conftest import open_review


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/plan/"


def test_both_see_each_reason_as_a_step(released: Packet, as_ada: Client, as_bo: Client) -> None:
    for client in (as_ada, as_bo):
        steps = main(client.get(url_of(released))).one("ol", "plan")
        assert [step.one("h2").text for step in steps.all("li")] == ["Vision setting"]
        assert "One team has seen it." in steps.text


def test_not_before_the_release(decided: Packet, as_ada: Client, as_bo: Client) -> None:
    assert [client.get(url_of(decided)).status_code for client in (as_ada, as_bo)] == [404, 404]


def test_hidden_while_a_review_is_open(released: Packet, placed: Path, as_ada: Client, cast: Cast) -> None:
    assert "One team has seen it." in as_ada.get(url_of(released)).content.decode()
    open_review(cast, placed)
    shown = as_ada.get(url_of(released))
    assert main(shown).one("h1").text == "Hidden for now"
    assert "One team has seen it." not in shown.content.decode()


def test_the_number_of_queries_does_not_grow(
    released: Packet, ladder: Chart, as_ada: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    as_ada.get(url_of(released))
    for count in (1, 20):
        have = {row.skill_id for row in Reason.objects.all()}
        for skill in [one for one in ladder.skills if one.slug in ladder.expects["senior-pm"]]:
            if skill.pk not in have and len(have) < count:
                Reason.objects.create(decision=released.decision, skill_id=skill.pk, words="x")
                have.add(skill.pk)
        with django_assert_num_queries(7):
            assert len(main(as_ada.get(url_of(released))).one("ol", "plan").all("h2")) == count


def test_not_for_others(released: Packet, cast: Cast) -> None:
    for person in (cast.cy, cast.di, cast.eve, cast.hal):
        is_not_there(person, url_of(released), post=False)


def test_signed_out(released: Packet) -> None:
    leads_to_welcome(url_of(released))
