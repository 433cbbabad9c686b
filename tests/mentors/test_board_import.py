"""People whom somebody brings along: seen first, taken in all or none."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mentors import contents
from mentors.contents import Ring
from mentors.desk import desk_of
from mentors.keeping import add_members
from mentors.models import Board, Member
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.mentors.conftest import TODAY
from tests.mentors.test_vcards import APPLE

URL, ONCE = "/board/bring/", "t" * 22


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def look(client: Client, text: str = "", **said: object) -> Any:
    return client.post(URL, {"text": text, "ring": "wider", **said})


def take(client: Client, shown: Any) -> Any:
    """Sends the form that the page shows."""
    form = {name: values[0] for name, values in sent(shown).items()}
    return client.post(URL, form)


def names(cast: Cast) -> list[str]:
    return [held.contents.name for held in desk_of(cast.ada).members.values()]


def test_a_table_is_shown_before_it_is_taken_in(as_ada: Client, cast: Cast) -> None:
    shown = look(as_ada, 'name,title,why,shoe\nInes Duarte,VP,"one\ntwo",38\nأحمد 🌱,,,\n', ring="peers")
    assert (shown.status_code, Board.objects.count()) == (200, 0)
    text = main(shown).text
    assert "2 people come onto your board" in text
    assert "shoe" in text
    assert take(as_ada, shown).status_code == 302
    found = {held.contents.name: held.contents for held in desk_of(cast.ada).members.values()}
    assert sorted(found) == ["Ines Duarte", "أحمد 🌱"]
    ines = found["Ines Duarte"]
    assert (ines.title, ines.why, ines.ring, ines.seats) == ("VP", "one\ntwo", Ring.PEERS, ())


def test_cards_in_a_file(as_ada: Client, cast: Cast) -> None:
    shown = look(as_ada, file=SimpleUploadedFile("people.vcf", APPLE.encode()))
    assert take(as_ada, shown).status_code == 302
    assert names(cast) == ["Dr. Ines Duarte"]


def test_sent_twice_they_are_there_once(as_ada: Client, cast: Cast) -> None:
    shown = look(as_ada, "name\nInes\n")
    assert take(as_ada, shown).headers["Location"] == take(as_ada, shown).headers["Location"]
    assert names(cast) == ["Ines"]


def test_names_that_are_there_are_said(as_ada: Client, ines: str) -> None:
    text = main(look(as_ada, "name\nines duarte\nZoë\n")).text
    assert "These names are there twice" in text
    assert "ines duarte" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nZoë\n=1+1\n", "Line 3: A cell begins like a formula: =1+1"),
        ("who\nZoë\n", "Line 1: The first line names the columns"),
        ("BEGIN:VCARD\nFN:Zoë\n", "Line 1: This card has no end."),
        ("name,email\nZoë,z@x.org\nBo,nowhere\n", "Line 3: This is no mail address."),
    ],
)
def test_what_is_wrong_is_said_by_line_and_nothing_is_taken_in(as_ada: Client, text: str, said: str) -> None:
    response = look(as_ada, text, once=ONCE)
    assert response.status_code == 422
    assert said in main(response).text
    assert "Nothing was taken in" in main(response).text
    assert text in sent(response)["text"][0] + "\n"
    assert Member.objects.count() == 0


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "Choose a file, or paste its text."),
        ({"text": "name\nZoë", "ring": "throne"}, "Select a valid choice."),
        ({"text": "a\x00b"}, "Null characters are not allowed."),
        ({"people": "[["}, "This is not what was looked at."),
        ({"people": '[[2,{"name":""}]]'}, "There is no name."),
        ({"people": '[[2,{"name":"A","email":"x"}]]'}, "This is no mail address."),
    ],
)
def test_wrong_input(as_ada: Client, form: dict[str, str], said: str) -> None:
    response = as_ada.post(URL, {"ring": "wider", "once": ONCE, **form})
    assert (response.status_code, said in main(response).text) == (422, True)
    assert Member.objects.count() == 0


def test_a_file_and_a_text(as_ada: Client) -> None:
    response = look(as_ada, "name\nZoë", file=SimpleUploadedFile("a.csv", b"name\nBo"))
    assert "one of them" in main(response).text


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00n", b"\x00", "name\nZo\xeb".encode("latin-1")])
def test_files_that_are_none(as_ada: Client, body: bytes) -> None:
    assert look(as_ada, file=SimpleUploadedFile("a.csv", body)).status_code == 422


def test_a_card_of_more_than_five_megabytes(as_ada: Client) -> None:
    body = b"BEGIN:VCARD\nFN:A\nPHOTO:" + b"A" * 5_200_000 + b"\nEND:VCARD"
    start = perf_counter()
    response = look(as_ada, file=SimpleUploadedFile("a.vcf", body))
    assert perf_counter() - start < 1
    assert (response.status_code, "The file is larger than 5 MB." in main(response).text) == (422, True)


def test_a_card_of_just_less_is_read(as_ada: Client) -> None:
    body = b"BEGIN:VCARD\nFN:A\nPHOTO:" + b"A" * 4_900_000 + b"\nEND:VCARD"
    assert look(as_ada, file=SimpleUploadedFile("a.vcf", body)).status_code == 200


def test_a_board_that_is_full(as_ada: Client, cast: Cast) -> None:
    add_members(cast.ada, [contents.Member(f"M{number}", TODAY) for number in range(499)])
    response = look(as_ada, "name\nA\nB\n")
    assert (response.status_code, "Your board holds 500 people." in main(response).text) == (422, True)
    assert look(as_ada, "name\nA\n").status_code == 200


def test_a_board_that_another_tab_filled_meanwhile(
    as_ada: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page looked before; the verb looks again, and nothing of what was sent is lost."""
    shown = look(as_ada, "name\nA\n")
    add_members(cast.ada, [contents.Member(f"M{number}", TODAY) for number in range(500)])
    monkeypatch.setattr("mentors.views.bring.MOST", 501)
    assert take(as_ada, shown).status_code == 409
    assert len(names(cast)) == 500


def test_without_the_token_of_a_form(as_ada: Client) -> None:
    assert as_ada.post(URL, {"people": '[[2,{"name":"A"}]]', "ring": "wider"}).status_code == 400


def test_signed_out(client: Client, db: None) -> None:
    assert client.get(URL).headers["Location"].startswith("/welcome/")


@pytest.mark.parametrize("people", [1, 30])
def test_queries(as_ada: Client, cast: Cast, people: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    add_members(cast.ada, [contents.Member(f"M{number}", TODAY) for number in range(people)])
    with django_assert_num_queries(5):
        as_ada.get(URL)
