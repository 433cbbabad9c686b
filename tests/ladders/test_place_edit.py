from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from ladders.models import Ladder, Path, Placement
from people.models import Person
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, load, main, page, wide

TOKEN = "t" * 22
MARCH = date(2021, 3, 1)


def url(chart: Chart) -> str:
    return f"/ladders/{chart.ladder}/place/"


def form(chart: Chart, stage: str, aim: str = "", **more: object) -> dict[str, object]:
    pids = {"": "", **{one.slug: one.pid for one in chart.stages}}
    return {"stage": pids[stage], "aim": pids[aim], "since": "", "once": TOKEN} | more


def place(person: Person) -> tuple[str, str, str]:
    path = Path.objects.get(person=person)
    return path.ladder.slug, path.stage, path.aim


def reached(person: Person) -> list[tuple[str, date]]:
    return list(Placement.objects.filter(person=person).values_list("stage", "since"))


def test_asks_somebody_new(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder))
    assert response.context["form"].initial == {}
    assert "Where are you, and where next? Only you can read this." in page(response)
    assert "Put me on the map" in page(response)
    assert response.context["map"].picture in main(response)


def test_puts_them_on_the_map(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.post(url(ladder), form(ladder, "product-manager", "senior-pm", since="2021-03-01"))
    assertRedirects(response, "/", fetch_redirect_response=False)
    assert place(cast.ada) == ("product-management", "product-manager", "senior-pm")
    assert reached(cast.ada) == [("product-manager", MARCH)]


def test_sent_twice_it_happens_once(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    for _ in range(2):
        assertRedirects(client.post(url(ladder), form(ladder, "vp")), "/", fetch_redirect_response=False)
    assert Path.objects.get(person=cast.ada).revision == 1


def test_without_a_day_the_first_time_it_is_today(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    client.post(url(ladder), form(ladder, "vp"))
    assert reached(cast.ada) == [("vp", timezone.localdate())]


def test_a_new_aim_leaves_the_day_alone(client: Client, cast: Cast, ladder: Chart) -> None:
    path = PathFactory.create(person=cast.ada)
    Placement.record(cast.ada, ladder=path.ladder, stage="product-manager", since=MARCH)
    client.force_login(cast.ada)
    client.post(url(ladder), form(ladder, "product-manager", "group-pm", seen=path.revision))
    assert place(cast.ada) == ("product-management", "product-manager", "group-pm")
    assert reached(cast.ada) == [("product-manager", MARCH)]


def test_shows_what_was_said_before(client: Client, cast: Cast, ladder: Chart) -> None:
    path = PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    response = client.get(url(ladder))
    assert response.context["form"].initial == {
        "seen": path.revision,
        "stage": ladder.stage["product-manager"].pid,
        "aim": ladder.stage["senior-pm"].pid,
    }
    assert ("Save my place" in page(response), "You are here" in page(response)) == (True, True)


def test_a_stage_and_an_aim_can_come_along(client: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    vp, cpo = ladder.stage["vp"].pid, ladder.stage["cpo"].pid
    chosen = client.get(url(ladder), {"stage": vp, "aim": cpo}).context["form"].initial
    assert (chosen["stage"], chosen["aim"]) == (vp, cpo)
    unknown = client.get(url(ladder), {"aim": NO_ID}).context["form"].initial
    assert unknown["aim"] == ladder.stage["senior-pm"].pid


def test_moving_to_another_ladder_is_announced(client: Client, cast: Cast, ladder: Chart) -> None:
    path = PathFactory.create(person=cast.ada)
    other = load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    client.force_login(cast.ada)
    response = client.get(url(other))
    assert "You are on another ladder now: Product management . Saving moves you to this one." in page(response)
    assert response.context["form"].initial == {"seen": path.revision}
    client.post(url(other), form(other, "a", seen=path.revision))
    assert place(cast.ada) == ("l", "a", "")


TOMORROW = object()


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"stage": ""}, "stage", "This field is required."),
        ({"stage": NO_ID}, "stage", f"Select a valid choice. {NO_ID} is not one of the available choices."),
        ({"aim": "x"}, "aim", "Select a valid choice. x is not one of the available choices."),
        ({"since": "soon"}, "since", "Enter a valid date."),
        ({"since": "1949-12-31"}, "since", "Choose a day up to today."),
        ({"since": TOMORROW}, "since", "Choose a day up to today."),
    ],
)
def test_anything_else_is_said_next_to_the_field(
    client: Client, cast: Cast, ladder: Chart, change: dict[str, object], field: str, message: str
) -> None:
    client.force_login(cast.ada)
    tomorrow = str(timezone.localdate() + timedelta(days=1))
    sent = form(ladder, "vp", "cpo") | {key: tomorrow if said is TOMORROW else said for key, said in change.items()}
    response = client.post(url(ladder), sent)
    assert (response.status_code, response.context["form"].errors) == (422, {field: [message]})
    assert message in main(response).split(f'id="id_{field}_error"')[1].split("</div>")[0]
    assert Path.objects.count() == 0


def test_the_aim_is_another_stage(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.post(url(ladder), form(ladder, "vp", "vp"))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["aim"]


def test_nothing_at_all_is_an_error_too(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert client.post(url(ladder)).status_code == 422


def test_a_change_in_another_tab_is_not_overwritten(client: Client, cast: Cast, ladder: Chart) -> None:
    path = PathFactory.create(person=cast.ada)
    path.revise(path.revision, aim="vp")
    client.force_login(cast.ada)
    sent = form(ladder, "product-manager", "group-pm", seen=path.revision - 1)
    assert client.post(url(ladder), sent).status_code == 409
    assert place(cast.ada) == ("product-management", "product-manager", "vp")


def test_is_about_oneself_only(client: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.bo)
    assert client.get(url(ladder)).context["form"].initial == {}
    client.post(url(ladder), form(ladder, "director"))
    assert (place(cast.ada)[1], place(cast.bo)[1]) == ("product-manager", "director")


def test_asks_as_often_for_one_stage_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for chart in (wide(1, "small"), wide(30)):
        with django_assert_num_queries(5):  # session, person, ladder, place, whether it takes people
            client.get(url(chart))


def test_one_query_more_for_the_way_somebody_came(
    client: Client, cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    PathFactory.create(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    client.force_login(cast.ada)
    with django_assert_num_queries(6):  # and the stages reached
        client.get(url(ladder))


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    for answer in (client.get(f"/ladders/{NO_ID}/place/"), client.post(f"/ladders/{NO_ID}/place/", {})):
        assert answer.status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    response = client.get(url(ladder))
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url(ladder)}")
