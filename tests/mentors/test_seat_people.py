"""Who holds a seat."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from mentors import contents
from mentors.desk import desk_of
from mentors.keeping import add_members, retire_member
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.mentors.litany import ago, form_on, is_not_there, known, leads_to_welcome, queries_of


def url_of(seat: str) -> str:
    return f"/board/seats/{seat}/people/"


def holders(cast: Cast, seat: str) -> set[str]:
    return {held.pid for held in desk_of(cast.ada).at(seat)}


def test_nobody_one_or_several(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    kenji = known(cast.ada, "Kenji")
    assert form_on(as_ada, url_of(seat))["members"] == [ines]
    for chosen in ([ines, kenji], [kenji], []):
        form = form_on(as_ada, url_of(seat)) | {"members": chosen}
        assertRedirects(as_ada.post(url_of(seat), form), "/board/")
        assert holders(cast, seat) == set(chosen)


def test_sent_twice_it_is_the_same(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    form = form_on(as_ada, url_of(seat)) | {"members": []}
    assert [as_ada.post(url_of(seat), form).status_code for _time in range(2)] == [302, 302]
    assert holders(cast, seat) == set()


def test_a_choice_in_another_tab_is_not_overwritten(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    kenji = known(cast.ada, "Kenji")
    old, new = form_on(as_ada, url_of(seat)), form_on(as_ada, url_of(seat))
    as_ada.post(url_of(seat), new | {"members": [kenji]})
    assert as_ada.post(url_of(seat), old | {"members": [ines, kenji]}).status_code == 409
    assert holders(cast, seat) == {kenji}


def test_nobody_to_choose_from_yet(as_ada: Client, cast: Cast, seat: str) -> None:
    page = main(as_ada.get(url_of(seat)))
    assert page.one("div", "empty").one("a").attrs["href"] == f"/board/people/new/?seat={seat}"


def test_whoever_left_cannot_be_chosen(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    kenji = known(cast.ada, "Kenji")
    form = form_on(as_ada, url_of(seat)) | {"members": [kenji]}
    retire_member(cast.ada, kenji, words="", on=ago(0))
    answer = as_ada.post(url_of(seat), form)
    assert (answer.status_code, set(errors(answer)), holders(cast, seat)) == (422, {"members"}, {ines})


@pytest.mark.parametrize("wrong", ["x", "a\x00b"])
def test_wrong_input(as_ada: Client, cast: Cast, seat: str, ines: str, wrong: str) -> None:
    answer = as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"members": [wrong]})
    assert (answer.status_code, set(errors(answer)), holders(cast, seat)) == (422, {"members"}, {ines})


def test_somebody_of_another_board_cannot_be_chosen(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    stranger = known(cast.bo, "Stranger")
    answer = as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"members": [stranger]})
    assert answer.status_code == 422
    assert "Stranger" not in main(answer).text


def test_not_there_for_others(cast: Cast, seat: str) -> None:
    is_not_there((cast.bo, cast.root), url_of(seat), seat)


def test_signed_out(cast: Cast, seat: str) -> None:
    leads_to_welcome(url_of(seat))


def test_queries(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    few = queries_of(as_ada, url_of(seat))
    add_members(cast.ada, [contents.Member("M", ago(1), seats=(seat,)) for _number in range(30)])
    assert queries_of(as_ada, url_of(seat)) == few
