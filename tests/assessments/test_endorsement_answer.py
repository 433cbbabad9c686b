"""A colleague says whether they saw it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from assessments.models import Endorsement, Evidence, Share, with_witnesses
from people.models import Notice, Person, Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import EvidenceFactory
from tests.reviews.pairs import client_of


@pytest.fixture
def asked(ada: Person, cast: Cast) -> Endorsement:
    item = EvidenceFactory.create(person=ada, title="The launch", text="It went well.", strength="own")
    return Endorsement.ask(item, cast.di)


def url_of(asked: Endorsement) -> str:
    return f"/seen/{asked.pid}/"


def item() -> Evidence:
    return with_witnesses(Evidence.objects.visible_to(Person.objects.get(name="Ada Okafor"))).get()


def answer(cast: Cast, asked: Endorsement, said: str, words: str = "") -> object:
    client = client_of(cast.di)
    return client.post(url_of(asked), sent(client.get(url_of(asked))) | {"said": said, "words": words})


def test_reads_the_item_as_it_was_and_nothing_else(asked: Endorsement, cast: Cast) -> None:
    EvidenceFactory.create(person=cast.ada, title="Something else")
    asked.evidence.rewrite(seen=1, skills=[], title="Reworded", text="Reworded")
    shown = main(client_of(cast.di).get(url_of(asked))).text
    assert [words in shown for words in ("The launch", "It went well.", "Reworded", "Something else")] == [
        *(True, True),
        *(False, False),
    ]
    assert Reading.objects.filter(reader=cast.di, person=cast.ada, page="endorsement_answer").count() == 1


def test_saw_it(asked: Endorsement, cast: Cast, as_ada: Client) -> None:
    assertRedirects(answer(cast, asked, "saw", "I sat beside it."), url_of(asked))  # type: ignore[arg-type]  # an answer
    assert (item().strength, item().counts_as) == ("own", Evidence.Strength.SEEN)
    assert Notice.objects.filter(person=cast.ada, kind="endorsement_answered").count() == 1
    assert "Seen by Di Castellanos" in main(as_ada.get("/evidence/")).text
    assert "I sat beside it." in main(as_ada.get(f"/evidence/{item().pid}/seen/")).text


@pytest.mark.parametrize(
    ("said", "kept", "words"), [("did_not", False, "That was Eve."), ("nothing", None, "That was Eve.")]
)
def test_did_not_see_it_or_says_nothing(
    asked: Endorsement, cast: Cast, said: str, kept: bool | None, words: str
) -> None:
    answer(cast, asked, said, words)
    row = Endorsement.objects.get()
    assert (row.saw_it, row.words, row.is_open) == (kept, "" if kept is None else words, False)
    assert (item().witnesses, item().counts_as) == ([], Evidence.Strength.OWN_WORD)


def test_reworded_afterwards_it_no_longer_counts(asked: Endorsement, cast: Cast, as_ada: Client) -> None:
    answer(cast, asked, "saw")
    item().rewrite(seen=1, skills=[], title="I saved the company")
    assert item().counts_as == Evidence.Strength.OWN_WORD
    assert "Seen by Di Castellanos before it was reworded" in main(as_ada.get("/evidence/")).text


def test_a_stronger_item_stays_as_strong(asked: Endorsement, cast: Cast) -> None:
    Evidence.objects.update(strength="outcome")
    answer(cast, asked, "saw")
    assert item().counts_as == Evidence.Strength.OUTCOME


def test_the_manager_reads_who_saw_what_is_shared(asked: Endorsement, cast: Cast) -> None:
    answer(cast, asked, "saw")
    Share.give(asked.evidence, cast.bo)
    (read,) = with_witnesses(Evidence.objects.shared_with(cast.bo))
    assert [word.witness for word in read.witnesses] == [cast.di]


@pytest.mark.parametrize(("name", "value"), [("said", ""), ("said", "x"), ("words", "x" * 2001), ("words", "a\x00")])
def test_wrong_input(asked: Endorsement, cast: Cast, name: str, value: str) -> None:
    client = client_of(cast.di)
    form = sent(client.get(url_of(asked))) | {"said": "saw", "words": "Kept"} | {name: value}
    response = client.post(url_of(asked), form)
    assert (response.status_code, set(errors(response)), Endorsement.objects.get().is_open) == (422, {name}, True)


def test_two_tabs(asked: Endorsement, cast: Cast) -> None:
    client = client_of(cast.di)
    first, second = sent(client.get(url_of(asked))), sent(client.get(url_of(asked)))
    client.post(url_of(asked), first | {"said": "saw"})
    response = client.post(url_of(asked), second | {"said": "did_not", "words": "Typed too late"})
    assert (response.status_code, "Typed too late" in main(response).text) == (409, True)
    assert Endorsement.objects.get().saw_it is True


def test_to_others_it_is_not_there(asked: Endorsement, cast: Cast) -> None:
    for stranger in (cast.ada, cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(asked))


def test_gone_with_the_item(asked: Endorsement, cast: Cast) -> None:
    asked.evidence.delete()
    assert client_of(cast.di).get(url_of(asked)).status_code == 404


def test_signed_out(asked: Endorsement) -> None:
    leads_to_welcome(url_of(asked))
