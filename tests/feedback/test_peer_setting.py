"""Choosing how colleagues are read, and what they are asked."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from feedback.models import Circle, Peer
from ladders.chart import Chart
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, refused, send, text
from tests.feedback.peering import NAMED, SKILLS, SUMMARY, asked, reveal, settled
from tests.reviews.pairs import client_of


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/peers/setting/"


def pids(ladder: Chart, *slugs: str) -> list[str]:
    return [ladder.skill[slug].pid for slug in slugs]


@pytest.mark.parametrize("who", ["di", "bo"])
def test_either_of_the_two_chooses(review: Appraisal, ladder: Chart, cast: Cast, who: str) -> None:
    response = send(getattr(cast, who), url_of(review), manner="summary", skills=pids(ladder, *SKILLS))
    assertRedirects(response, f"/reviews/{review.pid}/peers/")
    circle = Circle.objects.get()
    assert (circle.manner, {skill.slug for skill in circle.skills.all()}) == ("summary", set(SKILLS))


def test_nothing_is_chosen_for_anybody(review: Appraisal, cast: Cast) -> None:
    assert form(cast.di, url_of(review)) == {"seen": ["0"]}
    assert refused(send(cast.di, url_of(review))) == {"manner", "skills"}


def test_six_skills_at_most(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    seven = [
        node.attrs["value"] for node in main(client_of(cast.di).get(url_of(review))).all("input", name="skills")
    ][:7]
    assert refused(send(cast.di, url_of(review), manner="named", skills=seven)) == {"skills"}


def test_after_the_first_name_the_manner_stays(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    Peer.name(settled(review, ladder, NAMED), cast.ada)
    assert "A colleague is named already" in text(cast.di, url_of(review))
    send(cast.di, url_of(review), manner="summary", skills=pids(ladder, "design"))
    circle = Circle.objects.get()
    assert (circle.manner, [skill.slug for skill in circle.skills.all()]) == ("named", ["design"])


def test_after_the_first_question_nothing_changes(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    asked(settled(review, ladder, SUMMARY), cast.ada)
    response = send(cast.bo, url_of(review), skills=pids(ladder, "design"))
    assert (response.status_code, "Nothing of what you chose was saved" in main(response).text) == (409, True)
    assert Circle.objects.get().skills.count() == 2


def test_the_other_one_chose_meanwhile(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    old = form(cast.bo, url_of(review))
    settled(review, ladder, NAMED)
    response = client_of(cast.bo).post(url_of(review), old | {"manner": "summary", "skills": pids(ladder, "design")})
    assert (response.status_code, Circle.objects.get().manner) == (409, "named")


def test_after_the_end(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sheet = form(cast.bo, url_of(review)) | {"manner": "named", "skills": pids(ladder, "design")}
    reveal(review)
    response = client_of(cast.bo).post(url_of(review), sheet)
    assert (response.status_code, Circle.objects.count()) == (409, 0)


def test_to_others_it_is_not_there(review: Appraisal, cast: Cast) -> None:
    for stranger in (cast.eve, cast.cy, cast.hal):
        is_not_there(stranger, url_of(review))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))
