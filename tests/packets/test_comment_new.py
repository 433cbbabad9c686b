"""Comments between the person and the manager who reads the packet."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.models import Path
from packets.models import Comment, Packet
from people.models import Notice
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.packets.conftest import client_of, open_review


def test_both_say_something_and_the_other_is_told(shared: Packet, as_ada: Client, as_bo: Client) -> None:
    Notice.objects.all().delete()
    url = f"/packets/{shared.pid}/comments/"
    for client, text in ((as_bo, "Name what you decided against."), (as_ada, "I will.")):
        form = sent(client.get(url)) | {"text": text, "about": "block"}
        assert client.post(url, form).headers["Location"] == f"/packets/{shared.pid}/#comments"
        client.post(url, form)
    assert Comment.objects.count() == 2
    told = list(Notice.objects.order_by("pk").values_list("person__name", "kind"))
    assert told == [("Ada Okafor", "packet_comment"), ("Bo Lindqvist", "packet_comment")]
    for client in (as_ada, as_bo):
        assert len(main(client.get(f"/packets/{shared.pid}/")).all("div", "remark")) == 2


@pytest.mark.parametrize("text", ["", NUL, "x" * 5001])
def test_wrong_input(shared: Packet, as_bo: Client, text: str) -> None:
    url = f"/packets/{shared.pid}/comments/"
    response = as_bo.post(url, sent(as_bo.get(url)) | {"text": text})
    assert (response.status_code, list(errors(response))) == (422, ["text"])


def test_a_new_manager_reads_nothing_of_what_was_said_before(shared: Packet, as_bo: Client, cast: Cast) -> None:
    as_bo.post(f"/packets/{shared.pid}/comments/", {"text": "Between us.", "once": "t" * 22})
    cast.ada.report_to(cast.eve, since=cast.ada.joined_at.date())
    ada, eve = client_of(cast.ada), client_of(cast.eve)
    ada.post(f"/packets/{shared.pid}/share/", {"once": "s" * 22})
    texts = [client.get(f"/packets/{shared.pid}/").content.decode() for client in (ada, eve)]
    assert ["Between us." in text for text in texts] == [True, False]


def test_hidden_while_a_review_is_open(
    shared: Packet, placed: Path, as_ada: Client, as_bo: Client, cast: Cast
) -> None:
    as_bo.post(f"/packets/{shared.pid}/comments/", {"text": "You are at four.", "once": "t" * 22})
    assert "You are at four." in as_ada.get(f"/packets/{shared.pid}/").content.decode()
    open_review(cast, placed)
    assert "You are at four." not in as_ada.get(f"/packets/{shared.pid}/").content.decode()
    assert main(as_bo.get(f"/packets/{shared.pid}/comments/")).one("h1").text == "Hidden for now"


def test_not_for_others_and_not_alone(full: Packet, cast: Cast, as_ada: Client) -> None:
    url = f"/packets/{full.pid}/comments/"
    assert as_ada.get(url).status_code == 404
    as_ada.post(f"/packets/{full.pid}/share/", {"once": "s" * 22})
    assert as_ada.get(url).status_code == 200
    for person in (cast.cy, cast.di, cast.hal):
        is_not_there(person, url)


def test_signed_out(full: Packet) -> None:
    leads_to_welcome(f"/packets/{full.pid}/comments/")
