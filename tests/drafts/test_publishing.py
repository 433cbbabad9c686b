"""From the published version to a draft and back: nothing lost, nothing published ever changed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path as File

import pytest
from django.utils import timezone

from drafts.models import Closed, Draft, Edit, Keeper, Piece
from drafts.opening import open_draft, replace, start_from_file
from drafts.pieces import Kind
from drafts.publishing import NothingNew, NotSound, TooEarly, drop, publish
from drafts.writing import pen, write
from ladders.chart import Chart
from ladders.exchange import LadderFile, read
from ladders.exporting import file_of
from ladders.importing import take_in
from ladders.models import Ladder, Version, VersionSkill
from people.models import Person
from skills.models import Edition
from tests.cast import Cast
from tests.factories import default_file

USING = """
format: ladder/1
id: consulting
title: Consulting
uses: shared-skills
stages: [{id: junior, title: Junior}, {id: senior, title: Senior}]
expects:
  research: {junior: (1), senior: 2}
"""
FILES = File(__file__).parents[1] / "ladders/files"


def file_at(name: str) -> LadderFile:
    found = read((FILES / name).read_bytes(), name).ladder
    assert found is not None
    return found


def edit(draft: Draft, kind: Kind, key: str, path: str, value: object, by: Person) -> None:
    piece = Piece.objects.get(draft=draft, kind=kind, key=key)
    write(draft, [Edit(piece.pid, path, value)], seen=draft.revision, by=by)


def test_one_draft_at_a_time(draft: Draft, cast: Cast) -> None:
    assert open_draft(draft.ladder, by=cast.root) == draft
    assert Draft.objects.count() == 1


def test_a_draft_nobody_touched_is_nothing_new(draft: Draft, cast: Cast) -> None:
    with pytest.raises(NothingNew):
        publish(draft, by=cast.cy, label=default_file().version)

    assert Draft.objects.open().get() == draft


def test_publishing_makes_the_next_version_and_leaves_the_last_as_it_was(draft: Draft, cast: Cast) -> None:
    first = Version.objects.get()
    edit(draft, Kind.STAGE, "product-manager", "title", "Product person", cast.lin)
    edit(draft, Kind.SKILL, "data-analysis", "levels/3/text", "Finds what nobody looked for.", cast.lin)
    edit(draft, Kind.ROW, "data-analysis", "cells/product-manager", {"level": 4, "must": True}, cast.lin)

    version = publish(draft, by=cast.cy, label="1.1", note="New words.")

    assert file_of(first) == default_file()
    after = file_of(version)
    assert (after.version, after.stages[3].title) == ("1.1", "Product person")
    skill = next(one for one in after.skills if one.id == "data-analysis")
    assert skill.levels.rows[3].text == "Finds what nobody looked for."
    assert after.expects.rows["data-analysis"].rows["product-manager"].level == 4
    assert "data-analysis" in after.stages[3].must
    closed = Draft.objects.get()
    assert (closed.version, closed.closed_by) == (version, cast.cy)
    publication = version.publication
    assert (publication.by, publication.note, publication.effective_on) == (
        cast.cy,
        "New words.",
        timezone.localdate(),
    )


def test_only_the_skill_that_changed_gets_another_edition(draft: Draft, cast: Cast) -> None:
    before = Edition._default_manager.count()
    edit(draft, Kind.SKILL, "data-analysis", "levels/3/text", "Finds what nobody looked for.", cast.lin)

    publish(draft, by=cast.cy, label="1.1")

    assert Edition._default_manager.count() == before + 1


def test_a_later_day_puts_it_into_force_on_that_day(draft: Draft, cast: Cast) -> None:
    today = timezone.localdate()
    edit(draft, Kind.STAGE, "product-manager", "title", "Product person", cast.lin)

    version = publish(draft, by=cast.cy, label="1.1", effective_on=today + timedelta(days=30))

    in_force = Version.objects.in_force
    assert in_force(today).get() != version
    assert in_force(today + timedelta(days=29)).get() != version
    assert in_force(today + timedelta(days=30)).first() == version


def test_what_does_not_fit_together_is_not_published(draft: Draft, cast: Cast) -> None:
    edit(draft, Kind.STAGE, "senior-pm", "next", ["nowhere"], cast.lin)

    with pytest.raises(NotSound) as caught:
        publish(draft, by=cast.cy, label="1.1")

    assert [(one.message, one.piece.key if one.piece else "") for one in caught.value.troubles] == [
        ('there is no stage "nowhere"', "senior-pm")
    ]
    assert Version.objects.count() == 1


def test_a_dropped_draft_is_not_published_and_the_next_one_starts_anew(draft: Draft, cast: Cast) -> None:
    edit(draft, Kind.STAGE, "product-manager", "title", "Product person", cast.lin)
    drop(draft, by=cast.lin)

    with pytest.raises(Closed):
        publish(draft, by=cast.cy, label="1.1")

    again = open_draft(draft.ladder, by=cast.lin)
    assert again != draft
    assert Piece.objects.get(draft=again, key="product-manager").title == "Product Manager"


def test_a_stage_comes_back_with_its_address(draft: Draft, cast: Cast) -> None:
    pid = Version.objects.get().stage_rows.get(slug="principal-pm").pid
    stage = Piece.objects.get(draft=draft, kind=Kind.STAGE, key="principal-pm")
    loose = stage.body
    with pen(draft, cast.lin) as hand:
        hand.retire(stage, True)
    for one in Piece.objects.filter(draft=draft).exclude(pk=stage.pk):
        for path in ("next", "moves", "to", "from"):
            named = one.read(path)
            if isinstance(named, list) and "principal-pm" in named:
                edit(
                    draft, Kind(one.kind), one.key, path, [name for name in named if name != "principal-pm"], cast.lin
                )
    second = publish(draft, by=cast.cy, label="2.0")
    assert not second.stage_rows.filter(slug="principal-pm").exists()

    again = open_draft(draft.ladder, by=cast.lin)
    with pen(again, cast.lin) as hand:
        hand.add(Kind.STAGE, "principal-pm", loose)
    third = publish(again, by=cast.cy, label="2.1")

    assert third.stage_rows.get(slug="principal-pm").pid == pid


def test_a_new_ladder_shows_nowhere_until_it_is_published(cast: Cast, ladder: Chart) -> None:
    draft = start_from_file(default_file(), by=cast.lin, title="Product management, our way")

    assert draft.ladder.slug == "product-management-our-way"
    assert not Ladder.objects.visible_to(cast.lin).filter(pk=draft.ladder_id).exists()
    assert set(Keeper.objects.filter(ladder=draft.ladder).values_list("person", "kind")) == {
        (cast.lin.pk, "edit"),
        (cast.lin.pk, "publish"),
    }

    version = publish(draft, by=cast.lin, label="1.0")

    assert Ladder.objects.visible_to(cast.ada).filter(pk=draft.ladder_id).exists()
    assert version.title == "Product management, our way"


def test_a_clone_of_a_clone_gets_a_number(cast: Cast, ladder: Chart) -> None:
    slugs = [start_from_file(default_file(), by=cast.lin).ladder.slug for _one in range(2)]

    assert slugs == ["product-management-2", "product-management-3"]


def test_a_file_replaces_a_draft_change_by_change(draft: Draft, cast: Cast) -> None:
    file = default_file()
    other = file.model_copy(update={"title": "Other", "tracks": tuple(reversed(file.tracks))})

    replace(draft, other, by=cast.lin)

    assert file_of(publish(draft, by=cast.cy, label=file.version)) == other


@pytest.fixture
def shared(cast: Cast) -> Draft:
    """The draft of a ladder whose library got a newer wording after the ladder was published."""
    library = file_at("library.yaml")
    take_in(library, by=None)
    using = read(USING.encode()).ladder
    assert using is not None
    take_in(using, by=None)
    draft = open_draft(Ladder.objects.get(slug=using.id), by=cast.lin)
    first = library.skills[0]
    newer = first.model_copy(update={"text": "Newer words."})
    take_in(library.model_copy(update={"skills": (newer, *library.skills[1:])}), by=None)
    return draft


def shared_text(version: Version) -> str:
    slug = file_at("library.yaml").skills[0].id
    return VersionSkill._default_manager.get(version=version, edition__skill__slug=slug).edition.text


def test_a_shared_skill_keeps_its_wording_until_the_newer_one_is_adopted(shared: Draft, cast: Cast) -> None:
    assert shared.base is not None
    before = shared_text(shared.base)
    edit(shared, Kind.HEAD, "", "title", "Another title", cast.lin)
    kept = publish(shared, by=cast.cy, label="2")

    assert shared_text(kept) == before != "Newer words."

    again = open_draft(shared.ladder, by=cast.lin)
    edit(again, Kind.ROW, file_at("library.yaml").skills[0].id, "edition", 2, cast.lin)
    adopted = publish(again, by=cast.cy, label="3")

    assert (shared_text(adopted), shared_text(kept)) == ("Newer words.", before)


def test_the_day_before_all_days_is_refused(draft: Draft, cast: Cast) -> None:
    edit(draft, Kind.STAGE, "product-manager", "title", "Product person", cast.lin)

    with pytest.raises(TooEarly):
        publish(draft, by=cast.cy, label="1.1", effective_on=date(1900, 1, 1))
