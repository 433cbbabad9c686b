"""A new ladder: empty, from a template, or as a copy."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.assembling import assemble
from drafts.beginnings import files
from drafts.models import Draft, Keeper
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.publishing import publish
from drafts.writing import pen
from ladders.chart import Chart
from ladders.models import Ladder, Publication
from people.models import Duty
from tests.assessments.litany import NUL, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast

URL = "/drafts/new/"


def start(client: Client, **said: str) -> Draft:
    response = client.post(URL, sent(client.get(URL)) | said)
    draft = Draft.objects.latest("pk")
    assertRedirects(response, f"/drafts/{draft.pid}/")
    return draft


def test_offers_the_templates_with_their_maps(as_lin: Client, ladder: Chart) -> None:
    shown = main(as_lin.get(URL))

    values = [node.attrs["value"] for node in shown.all("input", type="radio")]
    assert values == ["blank", *(f"template:{name}" for name in files()), f"clone:{ladder.ladder}"]
    assert len(shown.all("figure", "plate")) == len(files()) >= 4
    assert [node.attrs for node in shown if "checked" in node.attrs] == []


def test_an_empty_one_fits_together(as_lin: Client, cast: Cast) -> None:
    draft = start(as_lin, source="blank", title="Research")

    found = assemble(draft)
    assert found.troubles == ()
    assert found.file is not None
    assert (found.file.title, [stage.title for stage in found.file.stages]) == ("Research", ["First stage"])
    assert len(found.file.scale) == 6
    assert (draft.ladder.slug, draft.opened_by) == ("research", cast.lin)
    assert set(Keeper.objects.values_list("person__name", "kind")) == {
        ("Lin Mei-Hua", "edit"),
        ("Lin Mei-Hua", "publish"),
    }


@pytest.mark.parametrize("name", list(files()))
def test_a_template_as_it_is(as_lin: Client, cast: Cast, name: str) -> None:
    draft = start(as_lin, source=f"template:{name}")

    found = assemble(draft).file
    assert found is not None
    assert found.model_copy(update={"id": files()[name].id}) == files()[name]


def test_a_template_with_a_name_of_ones_own(as_lin: Client, cast: Cast) -> None:
    draft = start(as_lin, source="template:product-in-words", title="  Produkt  ")

    found = assemble(draft).file
    assert found is not None
    assert (found.title, found.id) == ("Produkt", "produkt")


def test_a_copy_of_what_is_in_force(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    """Not of what is announced, which nobody has read in force yet."""
    draft = open_draft(Ladder.objects.get(pid=ladder.ladder), by=cast.lin)
    with pen(draft, cast.lin) as hand:
        hand.put(draft.pieces.get(key="senior-pm"), "title", "Later")
    version = publish(draft, by=cast.cy, label="2.0")
    Publication.objects.filter(version=version).update(effective_on="2126-01-01")

    copy = start(as_lin, source=f"clone:{ladder.ladder}")

    assert copy.ladder.slug == "product-management-copy"
    assert copy.pieces.get(kind=Kind.HEAD).title == "Product management (copy)"
    assert copy.pieces.get(key="senior-pm").title == "Senior Product Manager"


def test_shows_nowhere_before_it_is_published(as_lin: Client, cast: Cast) -> None:
    draft = start(as_lin, source="blank", title="Research")

    assert as_lin.get(f"/ladders/{draft.ladder.pid}/").status_code == 404


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"source": "blank", "title": ""}, {"title": "Give it a name."}),
        ({"title": "A"}, {"source": "This field is required."}),
        ({"source": "clone:nothing", "title": "A"}, {"source": "Select a valid choice. clone:nothing is not one of"}),
        ({"source": "blank", "title": "x" * 201}, {"title": "Ensure this value has at most 200 characters"}),
        ({"source": "blank", "title": NUL}, {"title": "Null characters are not allowed."}),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    as_lin: Client, ladder: Chart, said: dict[str, str], wrong: dict[str, str]
) -> None:
    response = as_lin.post(URL, sent(as_lin.get(URL)) | said)

    assert response.status_code == 422
    found = errors(response)
    assert {name: found[name].startswith(text) for name, text in wrong.items()} == dict.fromkeys(wrong, True)
    assert sent(response)["title"] == [said["title"]]
    assert Draft.objects.count() == 0


def test_a_double_click_starts_one(as_lin: Client, cast: Cast) -> None:
    form = sent(as_lin.get(URL)) | {"source": "blank", "title": "Research"}

    assert as_lin.post(URL, form).headers["Location"] == as_lin.post(URL, form).headers["Location"]
    assert Draft.objects.count() == 1


def test_only_with_the_duty(as_lin: Client, as_cy: Client, as_ada: Client, cast: Cast) -> None:
    for client in (as_cy, as_ada):
        assert [client.get(URL).status_code, client.post(URL).status_code] == [403, 403]
    Duty.objects.filter(person=cast.lin).delete()
    assert as_lin.get(URL).status_code == 403


def test_signed_out() -> None:
    leads_to_welcome(URL)
