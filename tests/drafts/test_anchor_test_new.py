"""Beginning an anchor test: whose texts, and who sorts them."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import AnchorTest, Draft, Piece
from drafts.pieces import Kind
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, page, sent
from tests.cast import Cast


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/anchors/new/"


def pids(draft: Draft, *keys: str) -> list[str]:
    return list(Piece.objects.filter(draft=draft, kind=Kind.SKILL, key__in=keys).values_list("pid", flat=True))


def test_offers_the_skills_with_texts_and_those_who_lead(as_lin: Client, draft: Draft, cast: Cast) -> None:
    shown = page(as_lin.get(url_of(draft)))

    assert len(shown.all("input", name="skills")) == 24
    people = [label.text for label in shown.all("label") if label.all("input", name="people")]
    assert people == ["Bo Lindqvist", "Cy Haddad", "Xena Papadopoulou"]


def test_begins_with_the_texts_as_they_are(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    form = sent(as_lin.get(url_of(draft))) | {
        "skills": pids(draft, "data-analysis"),
        "people": [cast.bo.pid],
        "addresses": " Ada@example.org \n\n" + cast.bo.email,
    }
    response = as_lin.post(url_of(draft), form)

    test = AnchorTest.objects.get()
    assertRedirects(response, f"/drafts/{draft.pid}/anchors/{test.pid}/")
    assert [(text["level"], text["text"]) for text in test.texts] == [
        (int(level), words["text"]) for level, words in skill.body["levels"].items()
    ]
    assert test.skills == [["data-analysis", skill.title]]
    assert [number for number, _name in test.levels] == [0, 1, 2, 3, 4, 5]
    assert set(test.sorters.values_list("person", flat=True)) == {cast.ada.pk, cast.bo.pk}


def test_a_double_click_is_one_test(as_lin: Client, draft: Draft, cast: Cast) -> None:
    form = sent(as_lin.get(url_of(draft))) | {
        "skills": pids(draft, "data-analysis"),
        "people": [cast.bo.pid, cast.cy.pid],
    }

    for _click in range(2):
        as_lin.post(url_of(draft), form)

    assert AnchorTest.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"skills": []}, {"skills": "This field is required."}),
        ({"people": []}, {"people": "Choose at least two people."}),
        ({"people": [], "addresses": "bo@example.org"}, {"people": "Choose at least two people."}),
        ({"addresses": "nobody@example.org"}, {"addresses": "Nobody here has the address nobody@example.org."}),
        ({"addresses": "gone@example.org"}, {"addresses": "Nobody here has the address gone@example.org."}),
    ],
)
def test_says_what_is_wrong(
    as_lin: Client, draft: Draft, cast: Cast, said: dict[str, object], wrong: dict[str, str]
) -> None:
    form = sent(as_lin.get(url_of(draft))) | {
        "skills": pids(draft, "data-analysis"),
        "people": [cast.bo.pid, cast.cy.pid],
    }

    response = as_lin.post(url_of(draft), form | said)

    assert (response.status_code, errors(response)) == (422, wrong)
    assert AnchorTest.objects.count() == 0


def test_more_texts_than_anybody_sorts_with_care(as_lin: Client, draft: Draft, cast: Cast) -> None:
    everything = list(Piece.objects.filter(draft=draft, kind=Kind.SKILL).values_list("pid", flat=True))
    form = sent(as_lin.get(url_of(draft))) | {"skills": everything, "people": [cast.bo.pid, cast.cy.pid]}

    response = as_lin.post(url_of(draft), form)

    assert response.status_code == 422
    assert set(errors(response)) == {"skills"}


def test_who_only_publishes_may_look_and_not_begin(as_cy: Client, draft: Draft) -> None:
    assert as_cy.get(url_of(draft)).status_code == 403


def test_to_others_it_is_not_there(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
