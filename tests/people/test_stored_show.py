from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertTemplateUsed

from people.policy import Ability
from people.privacy import readers
from safeguards.privacy import declared
from tests.cast import Cast


def test_says_what_why_how_long_and_who(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    with django_assert_num_queries(2):  # session, person
        response = client.get("/stored/")
    assertTemplateUsed(response, "people/stored_show.html")
    topics = response.context["topics"]
    assert topics == [topic for privacy in declared() for topic in privacy.topics]
    assert [str(topic.title) for topic in topics[:2]] == ["Your account", "While you are signed in"]
    for topic in topics:
        for row in topic.rows:
            for words in (row.what, row.why, row.how_long, row.who):
                assertContains(response, words)


def test_who_can_read_it_comes_from_the_policy() -> None:
    assert [str(readers(ability)) for ability in (Ability.READ_CARD, Ability.READ_AGREED, Ability.READ_EVIDENCE)] == [
        "Everyone at work",
        "You and your manager",
        "Only you",
    ]


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    response = client.get("/stored/")
    assert (response.status_code, response.headers["Location"]) == (302, "/welcome/?next=/stored/")
