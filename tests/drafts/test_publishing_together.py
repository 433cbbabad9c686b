"""Several people at the same moment, and what holds afterwards."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from drafts.models import Closed, Draft, Edit, Piece
from drafts.publishing import drop, publish
from drafts.writing import pen, write
from ladders.models import Version
from safeguards.revisions import Stale
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def changed(draft: Draft, cast: Cast) -> Draft:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(draft=draft, key="senior-pm"), "title", "Senior Product Lead")
    return draft


def statuses(clients: list[Client], forms: list[dict[str, list[str]]], url: str) -> list[int]:
    return sorted(at_once(lambda number: clients[number].post(url, forms[number]).status_code, count=len(clients)))


def test_two_publishers_publish_once(changed: Draft, cast: Cast) -> None:
    url = f"/drafts/{changed.pid}/publish/"
    clients = [client_of(cast.cy) for _one in range(3)]
    forms = [sent(client.get(url)) | {"label": [f"1.{number}"]} for number, client in enumerate(clients, 1)]

    assert statuses(clients, forms, url) == [302, 409, 409]
    assert Version.objects.count() == 2


def test_a_double_click_that_arrives_at_once(changed: Draft, cast: Cast) -> None:
    url = f"/drafts/{changed.pid}/publish/"
    client = client_of(cast.cy)
    form = sent(client.get(url))

    answers = at_once(lambda number: client_of(cast.cy).post(url, form), count=3)

    assert {answer.status_code for answer in answers} <= {302, 409}
    assert len({answer.headers["Location"] for answer in answers if answer.status_code == 302}) == 1
    assert Version.objects.count() == 2


def test_an_edit_beside_a_publication_is_in_it_or_refused(changed: Draft, cast: Cast) -> None:
    """Never lost: either the version says it, or whoever wrote it is told that the draft is closed."""
    stage = Piece.objects.get(draft=changed, key="junior-pm")
    seen = changed.revision

    def one(number: int) -> str:
        draft = Draft.objects.get(pk=changed.pk)
        try:
            if number:
                write(draft, [Edit(stage.pid, "text", "Late words.")], seen=seen, by=cast.lin)
            else:
                publish(draft, by=cast.cy, label="1.1", seen=seen)
        except (Closed, Stale) as error:
            return type(error).__name__
        return "done"

    answers = at_once(one, count=2)

    there = Version.objects.filter(number=2).first()
    if there is None:
        assert answers == ["Stale", "done"]
    else:
        assert answers == ["done", "Closed"]
        assert there.stage_rows.get(slug="junior-pm").text != "Late words."


def test_dropped_or_published_and_never_both(changed: Draft, cast: Cast) -> None:
    def one(number: int) -> str:
        draft = Draft.objects.get(pk=changed.pk)
        try:
            drop(draft, by=cast.lin) if number else publish(draft, by=cast.cy, label="1.1")
        except Closed:
            return "closed"
        return "done"

    answers = at_once(one, count=2)

    assert sorted(answers) == ["closed", "done"]
    found = Draft.objects.get()
    assert (found.version is None) == (answers == ["closed", "done"])
    in_force = Version.objects.in_force(timezone.localdate()).first()
    assert in_force is not None
    assert in_force.number == (1 if found.version is None else 2)
