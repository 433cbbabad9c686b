"""Needs to begin with."""

from __future__ import annotations

from dataclasses import replace

from mentors.contents import Seat, Topic
from mentors.suggesting import MOST, TEMPLATES, open_templates, open_topics, template_of
from tests.mentors.conftest import TODAY

TOPICS = [Topic(f"{number:012}", f"Skill {number}") for number in range(20)]
SEAT = Seat("Hard stakeholder ", TODAY, topic=TOPICS[0])


def test_gaps_without_a_seat_in_their_order() -> None:
    assert open_topics(TOPICS, [SEAT]) == TOPICS[1 : MOST + 1]
    assert open_topics(TOPICS, [replace(SEAT, retired_on=TODAY)])[0] == TOPICS[0]
    assert open_topics([], []) == []


def test_a_template_that_is_a_seat_is_not_suggested_again() -> None:
    assert open_templates([SEAT]) == list(TEMPLATES[1:])
    assert open_templates([]) == list(TEMPLATES)


def test_templates_have_keys_of_their_own() -> None:
    assert len({template.key for template in TEMPLATES}) == len(TEMPLATES)
    assert [template_of(template.key) for template in TEMPLATES] == list(TEMPLATES)
    assert template_of("no such") is None
