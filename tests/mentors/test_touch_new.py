"""Noting a talk, in one line or in full."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Ladder
from mentors import talking
from mentors.contents import FollowUp, Mark, Topic
from mentors.keeping import change_to, snooze
from mentors.models import Touch
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.mentors.litany import (
    NOUR,
    NUL,
    ago,
    client_of,
    form_on,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    queries_of,
    talked,
    touches_of,
)


def url_of(member: str) -> str:
    return f"/board/people/{member}/talks/new/"


def test_one_line_is_enough(as_ada: Client, cast: Cast, ines: str) -> None:
    form = form_on(as_ada, f"/board/people/{ines}/", url_of(ines))
    assert (form["on"], form["marks"]) == ([f"{ago(0):%Y-%m-%d}"], ["hello"])
    response = as_ada.post(url_of(ines), form | {"words": ["had a chat today"]})
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    (touch,) = touches_of(cast.ada, ines)
    assert (touch.on, touch.words, touch.marks) == (ago(0), "had a chat today", (Mark.HELLO,))
    assert member_of(cast.ada, ines).summary.last_on == ago(0)


def test_everything_is_kept(as_ada: Client, cast: Cast, ines: str, ladder: Chart) -> None:
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    skill = ladder.skills[0]
    form = sent(as_ada.get(url_of(ines)))
    form |= {"words": [NOUR], "on": [f"{ago(3):%Y-%m-%d}"], "marks": ["asked"], "notes": ["a\nb"]}
    form |= {"advice": ["Start small"], "gave": ["A link"], "topic": [skill.pid], "aim": ["Price test"]}
    form |= {"follow_up_0": ["Send it"], "follow_up_0_on": [f"{ago(-7):%Y-%m-%d}"], "follow_up_1": ["Read"]}
    assert as_ada.post(url_of(ines), form).status_code == 302
    (touch,) = touches_of(cast.ada, ines)
    assert (touch.words, touch.on, touch.advice, touch.aim) == (NOUR, ago(3), "Start small", "Price test")
    assert touch.notes.splitlines() == ["a", "b"]
    assert touch.marks == (Mark.ASKED, Mark.RECEIVED, Mark.GAVE)
    assert touch.topic == Topic(skill.pid, skill.title)
    assert touch.follow_ups == (FollowUp("Send it", ago(-7)), FollowUp("Read"))


def test_takes_over_what_was_prepared(as_ada: Client, cast: Cast, ines: str) -> None:
    change_to(cast.ada, ines, {"questions": "How do you start?", "gift": "A book"}, seen=1)
    short = form_on(as_ada, f"/board/people/{ines}/", url_of(ines))
    as_ada.post(url_of(ines), short)
    assert member_of(cast.ada, ines).questions == "How do you start?"
    form = sent(as_ada.get(url_of(ines)))
    assert form["questions"] == ["How do you start?"]
    as_ada.post(url_of(ines), form | {"words": ["In full"]})
    assert touches_of(cast.ada, ines)[0].questions == "How do you start?"
    assert (member_of(cast.ada, ines).questions, member_of(cast.ada, ines).gift) == ("", "")


def test_the_address_ticks_a_mark(as_ada: Client, ines: str) -> None:
    assert sent(as_ada.get(f"{url_of(ines)}?mark=asked"))["marks"] == ["asked"]
    assert "marks" not in sent(as_ada.get(f"{url_of(ines)}?mark=nonsense"))


def test_any_talk_ends_the_wait(as_ada: Client, cast: Cast, ines: str) -> None:
    snooze(cast.ada, ines, until=ago(-30))
    as_ada.post(url_of(ines), form_on(as_ada, f"/board/people/{ines}/", url_of(ines)))
    assert member_of(cast.ada, ines).snoozed_until is None


def test_two_tabs_note_one_talk(as_ada: Client, cast: Cast, ines: str) -> None:
    tabs = [form_on(as_ada, f"/board/people/{ines}/", url_of(ines)) | {"words": ["A chat"]} for _ in range(2)]
    answers = [as_ada.post(url_of(ines), form, follow=True) for form in tabs]
    assert ["It was noted already." in main_and_messages(answer) for answer in answers] == [False, True]
    assert len(touches_of(cast.ada, ines)) == 1


def main_and_messages(response: object) -> str:
    body: bytes = response.content  # type: ignore[attr-defined]  # an answer of the test client
    return body.decode()


def test_sent_twice_there_is_one(as_ada: Client, cast: Cast, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines)))
    assert [as_ada.post(url_of(ines), form).status_code for _ in range(2)] == [302, 302]
    assert len(touches_of(cast.ada, ines)) == 1
    assert as_ada.post(url_of(ines), form | {"once": [""]}).status_code == 400


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("on", f"{ago(-1):%Y-%m-%d}", "This day is still to come."),
        ("on", "1949-12-31", "This day is too long ago; days begin in 1950 here."),
        ("on", "", None),
        ("on", "yesterday", None),
        ("words", "x" * 301, None),
        ("words", NUL, None),
        ("notes", "x" * 20_001, None),
        ("marks", "praised", None),
        ("follow_up_0_on", "2300-01-01", None),
    ],
)
def test_says_what_to_fix_and_keeps_the_rest(
    as_ada: Client, cast: Cast, ines: str, field: str, value: str, message: str | None
) -> None:
    form = sent(as_ada.get(url_of(ines))) | {"advice": ["Keep me"], "follow_up_0": ["Do"], field: [value]}
    response = as_ada.post(url_of(ines), form)
    assert (response.status_code, set(errors(response))) == (422, {field})
    assert message is None or errors(response)[field] == message
    assert sent(response)["advice"] == ["Keep me"]
    assert touches_of(cast.ada, ines) == []


def test_a_day_without_words_is_asked_about(as_ada: Client, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines))) | {"follow_up_0_on": [f"{ago(-3):%Y-%m-%d}"]}
    assert set(errors(as_ada.post(url_of(ines), form))) == {"follow_up_0"}


def test_too_many_talks(as_ada: Client, cast: Cast, ines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talking, "MOST", 1)
    talked(cast.ada, ines)
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))))
    assert (response.status_code, Touch.objects.count()) == (422, 1)
    assert "Your board is full." in main(response).text


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)
    assert touches_of(cast.ada, ines) == []


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, number)
    # session, person, board, seats, people, place
    assert queries_of(client_of(cast.ada), url_of(ines)) == 6
