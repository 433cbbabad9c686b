"""The sheets of a draft in a browser: they save by themselves, and nobody overwrites anybody."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from drafts.models import Draft, Edit, Piece
from drafts.opening import open_draft, start_from_file
from drafts.parts import PARTS, part_of
from drafts.pieces import Kind
from drafts.writing import pen, write
from ladders.chart import Chart
from ladders.exchange import LadderFile
from ladders.models import Ladder
from people.models import Duty, Person
from tests.factories import PersonFactory
from tests.journeys.conftest import Open
from tests.journeys.steps import sign_in
from tests.journeys.test_every_page import LONG, WIDTHS, look

ARABIC = "مدير المنتج الأول 🌱"


@pytest.fixture
def lin(transactional_db: None) -> Person:
    person = PersonFactory.create(name="Lin Mei-Hua")
    person.give(Duty.Kind.LADDERS)
    return person


@pytest.fixture
def draft(lin: Person, ladder: Chart) -> Draft:
    return open_draft(Ladder.objects.get(pid=ladder.ladder), by=lin)


@pytest.fixture
def stage(draft: Draft) -> Piece:
    return Piece.objects.get(draft=draft, kind=Kind.STAGE, key="product-manager")


def sheet(page: Page, person: Person, stage: Piece) -> Page:
    sign_in(page, person)
    page.goto(reverse("stage_edit", args=[stage.draft.pid, stage.pid]))
    return page


def now(piece: Piece, path: str) -> Any:
    return Piece.objects.get(pk=piece.pk).read(path)


def fill(page: Page, name: str, words: str) -> None:
    """Types into a field and leaves it."""
    field = page.locator(f".piece-form [name='{name}']")
    field.fill(words)
    field.blur()


def test_each_field_saves_by_itself_and_rows_grow(open_page: Open, lin: Person, stage: Piece) -> None:
    page = sheet(open_page(), lin, stage)
    fill(page, "rank", "IC4")
    expect(page.locator("output.saved")).to_contain_text("Saved")
    assert now(stage, "rank") == "IC4"

    for number, title in enumerate(("Analyst", ARABIC)):
        fill(page, f"roles-{number}-title", title)
        expect(page.locator("fieldset.row")).to_have_count(number + 2)
        expect(page.locator("output.saved")).to_have_attribute("data-state", "saved")
    page.get_by_label("Nothing: the way ends here").check()
    expect(page.locator("output.saved")).to_have_attribute("data-state", "saved")
    page.wait_for_load_state("networkidle")
    assert now(stage, "roles") == [{"title": "Analyst"}, {"title": ARABIC}]
    assert now(stage, "next") == []


def test_two_windows_see_both_texts_and_choose(open_page: Open, lin: Person, stage: Piece) -> None:
    here = sheet(open_page(), lin, stage)
    there = sheet(open_page(expects=("409", "htmx:")), lin, stage)
    fill(here, "rank", "IC4")
    expect(here.locator("output.saved")).to_contain_text("Saved")
    fill(here, "text", "Leads a product.")
    expect(here.locator("output.saved")).to_have_attribute("data-state", "saved")

    fill(there, "rank", "IC5")
    found = there.locator("#findings")
    expect(found).to_contain_text("Lin Mei-Hua changed this meanwhile to: IC4")
    with there.expect_response(lambda answer: answer.status == 409):
        fill(there, "facts", "Grade: 7")
    assert (now(stage, "rank"), now(stage, "facts")) == ("IC4", {"Grade": "7"})

    found.get_by_label("Replace theirs with yours: Rank, such as IC4").check()
    expect(there.locator("output.saved")).to_have_attribute("data-state", "saved")
    expect(found.locator(".message")).to_have_count(0)
    assert (now(stage, "rank"), now(stage, "text")) == ("IC5", "Leads a product.")


def test_what_is_wrong_is_said_until_it_is_mended(open_page: Open, lin: Person, stage: Piece) -> None:
    page = sheet(open_page(expects=("422", "htmx:")), lin, stage)
    fill(page, "title", "")
    expect(page.locator("#findings")).to_contain_text("Title: This field is required.")
    fill(page, "title", "Product person")
    expect(page.locator("output.saved")).to_contain_text("Saved")
    expect(page.locator("#findings .message")).to_have_count(0)
    assert now(stage, "title") == "Product person"


def test_what_has_to_be_mended_shows_beside_the_sheet_after_a_save(
    open_page: Open, lin: Person, stage: Piece, draft: Draft
) -> None:
    page = sheet(open_page(), lin, stage)
    fill(page, "does", "Is excellent at everything")
    expect(page.locator("#spots")).to_contain_text("is praise")


def test_without_scripts_the_button_saves(open_page: Open, lin: Person, stage: Piece) -> None:
    page = sheet(open_page(scripts=False), lin, stage)
    page.locator("[name=rank]").fill("IC4")
    page.locator("[name='roles-0-title']").fill("Analyst")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[name=rank]")).to_have_value("IC4")
    expect(page.locator("[name='roles-1-title']")).to_have_value("")
    assert (now(stage, "rank"), now(stage, "roles")) == ("IC4", [{"title": "Analyst"}])


def test_without_scripts_two_windows_meet_on_a_page_with_both(open_page: Open, lin: Person, stage: Piece) -> None:
    page = sheet(open_page(scripts=False, expects=("409",)), lin, stage)
    write(stage.draft, [Edit(stage.pid, "rank", "IC4")], seen=1, by=lin, writer="other")
    page.locator("[name=rank]").fill("IC5")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#id_rank_error")).to_contain_text("Lin Mei-Hua changed this meanwhile to: IC4")
    expect(page.locator("[name=rank]")).to_have_value("IC5")
    page.get_by_label("Replace theirs with yours: Rank, such as IC4").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Replace theirs with yours: Rank, such as IC4")).to_have_count(0)
    assert now(stage, "rank") == "IC5"


def test_a_double_click_adds_one(open_page: Open, lin: Person, draft: Draft) -> None:
    page = open_page(scripts=False)
    sign_in(page, lin)
    page.goto(reverse("part_list", args=[draft.pid, "lines"]))
    page.locator("[name=title]").fill("Twice")
    page.get_by_role("button", name="Add a line").dblclick()
    page.wait_for_url("**/parts/lines/*/")
    assert draft.pieces.of(Kind.TRACK).filter(key__startswith="twice").count() == 1


def addresses(draft: Draft) -> list[str]:
    """The lists of all parts, and a sheet of each kind."""
    found = [reverse("part_list", args=[draft.pid, word]) for word in PARTS]
    for kind in (part.kind for part in PARTS.values()):
        part, piece = part_of(kind), draft.pieces.of(kind).order_by("position").first()
        found += [reverse("part_edit", args=[draft.pid, part.word, piece.pid])] if part and piece else []
    found += [reverse(name, args=[draft.pid]) for name in ("head_edit", "stage_new", "step_list", "step_new")]
    stages = draft.pieces.of(Kind.STAGE)[:2]
    return found + [reverse("stage_edit", args=[draft.pid, stage.pid]) for stage in stages]


@pytest.mark.looks
@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_part_with_long_names_and_with_nothing(
    open_page: Open, lin: Person, draft: Draft, width: int
) -> None:
    with pen(draft, lin) as hand:
        for place, piece in enumerate(draft.pieces.exclude(kind__in=[Kind.ROW, Kind.STEP])):
            words = (LONG if place % 2 else f"{ARABIC} {LONG}")[:200]
            hand.put(piece, "name" if piece.kind == Kind.LEVEL else "title", words)
        hand.put(draft.pieces.of(Kind.STAGE).order_by("position")[0], "roles", [{"title": ARABIC, "text": LONG}])
        hand.put(draft.pieces.of(Kind.STAGE).order_by("position")[1], "next", ["nowhere"])
    empty = start_from_file(LadderFile.model_validate({"format": "ladder/1", "id": "bare", "title": "Bare"}), by=lin)
    page = open_page(width=width)
    sign_in(page, lin)
    found = {url: look(page, url, width) for url in [*addresses(draft), *addresses(empty)]}
    assert {url: problems for url, problems in found.items() if problems} == {}
