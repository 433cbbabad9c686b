"""The matrix would notice: every door is opened once, and each time cells of the matrix fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model, QuerySet, Subquery
from django.db.models import OuterRef as Outer

from assessments.models import Appraisal, Assessment, Evidence, Reopening, Standing
from drafts.models import AnchorTest, Draft, Keeper, Proposal, Remark, Review, Sorter, Upload
from ladders.models import Ladder, Path, Version
from people import policy
from people.models import Person
from people.policy import Ability
from tests.authz.readers import KEEPERS
from tests.authz.rooms import doors
from tests.authz.rooms.reviews import in_review
from tests.authz.table import LINES
from tests.authz.walk import problems
from tests.authz.world import CASTS, World

pytestmark = pytest.mark.django_db

Door = Callable[..., QuerySet[Model]]
ACTORS = ("ada", "bo", "eve", "hal", "root")


def unlocked(rows: QuerySet[Model], viewer: Person, *more: object) -> QuerySet[Model]:
    """A `visible_to` that forgot its rule."""
    return rows


def any_version(rows: QuerySet[Any], viewer: Person, *more: object) -> QuerySet[Any]:
    """The same for ladders: whatever version there is counts as in force."""
    latest = Version._default_manager.filter(ladder=Outer("pk")).order_by("-number")
    found: QuerySet[Any] = rows.annotate(current_id=Subquery(latest.values("pk")[:1]))
    return found


def noticed(world: World, urls: set[str]) -> list[str]:
    """What the matrix says about some addresses; an answer that breaks counts, too."""
    found: list[str] = []
    for line in LINES:
        for actor in ACTORS if line.url in urls else ():
            try:
                found += problems(world, actor, line, "GET")
            except (Version.DoesNotExist, LookupError):
                found.append(f"{actor} {line}: broke")
    return found


@pytest.mark.parametrize(
    ("model", "door", "urls"),
    [
        (Assessment, unlocked, {"assessment_show"}),
        (Appraisal, unlocked, {"appraisal_show"}),
        (Reopening, unlocked, {"reopening_answer"}),
        (Evidence, unlocked, {"evidence_edit"}),
        (Evidence, unlocked, {"evidence_delete"}),
        (Ladder, any_version, {"ladder_show"}),
        (Ladder, any_version, {"stage_show", "skill_show", "step_choose", "step_show", "place_edit"}),
    ],
)
def test_an_open_door_is_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch, model: type[Model], door: Door, urls: set[str]
) -> None:
    """The door for reading and, behind it, the one for changing."""
    assert noticed(world, urls) == []
    rows = type(model._default_manager.all())
    for name in ("visible_to", "writable_by"):
        if hasattr(rows, name):
            monkeypatch.setattr(rows, name, door)
    assert noticed(world, urls) != []


@pytest.mark.parametrize("url", ["situations_edit", "rating_edit", "assessment_submit", "assessment_discard"])
def test_an_own_read_that_forgot_whose_it_is_is_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    def anybodys(cls: type[Assessment], person: Person, pid: str, *, lock: bool = False) -> Assessment | None:
        return cls._default_manager.filter(pid=pid, kind=Assessment.Kind.SELF).select_related("person").first()

    assert noticed(world, {url}) == []
    monkeypatch.setattr(Assessment, "own", classmethod(anybodys))
    assert noticed(world, {url}) != []


@pytest.mark.parametrize(
    "model",
    [
        *(Assessment, Evidence, Standing, Path, Ladder, Version),
        *(Draft, Keeper, Remark, Review, Proposal, AnchorTest, Sorter, Upload),
        *doors(),
    ],
)
def test_each_door_lets_in_exactly_who_may(world: World, model: type[Model]) -> None:
    """Where a page narrows a list to its visitor, an open door would not show; so the doors are tried, too."""
    for name in CASTS:
        viewer = world.person(name)
        rows = model._default_manager.all()
        seen = rows.visible_to(viewer)  # type: ignore[attr-defined]  # all of them have it
        assert set(seen) == {row for row in rows if may_see(world, name, row)}, name


def may_see(world: World, name: str, row: Model) -> bool:
    """The rule once more, one row at a time and without the database's help."""
    if name == "gone":
        return False
    if row._meta.app_label in ("drafts", "ladders") and not isinstance(row, Path):
        return may_see_at_the_desk(world, name, row)
    if type(row) in doors():
        return doors()[type(row)](world, name, row)
    decided = in_review(world, name, row)
    if decided is not None:
        return decided
    owner = world.name_of(row.person)  # type: ignore[attr-defined]  # the others are about a person
    managers = {"ada": "bo", "di": "bo", "bo": "cy", "eve": "xena"}
    if isinstance(row, Standing) and row.basis == "agreed":
        # Agreed in 2022, when the lines of today held already: the manager reads the level, and theirs above.
        manager = managers.get(owner, "")
        return name in {owner, manager, managers.get(manager)}
    if not isinstance(row, Assessment) or row.kind == Assessment.Kind.SELF:
        return owner == name
    if row.kind == Assessment.Kind.MANAGER or row.is_draft:
        return False
    state = next(key for key, thing in world.things.items() if thing == row).split(".")[1]
    # Before March 2021 Ada reported to Xena; nobody else changed. The assessor reads, if they are the manager now.
    before = state == "agreed_before" and owner == "ada"
    return name == owner or (managers.get(owner) == name and not before)


def may_see_at_the_desk(world: World, name: str, row: Model) -> bool:
    """The same for ladders, and for what is written about them."""
    if isinstance(row, Ladder):
        return row in (world.things["ladder.current"], world.things["ladder.second"])
    if isinstance(row, Draft):
        return name in KEEPERS["draft.open" if row == world.things["draft.open"] else "draft.closed"]
    if isinstance(row, Remark | Review | AnchorTest):
        return name in KEEPERS["draft.open"]
    if isinstance(row, Proposal):
        return name in KEEPERS["draft.open"] | {"ada"}
    if isinstance(row, Sorter | Upload):
        return name == world.name_of(row.person if isinstance(row, Sorter) else row.by)
    if isinstance(row, Keeper):  # the only one is Eve, of the other ladder
        return name in KEEPERS["draft.closed"]
    assert isinstance(row, Version)
    return row.ladder != world.things["ladder.draft"]


def test_a_table_that_gives_too_much_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One tie more in the policy is a hole like any other."""
    for abilities, urls in (
        ({Ability.READ_SELF_ASSESSMENT}, {"assessment_show"}),
        ({Ability.READ_EVIDENCE, Ability.WRITE_EVIDENCE}, {"evidence_edit"}),
    ):
        for tie in (policy.Tie.MANAGER, policy.Tie.COLLEAGUE, policy.Tie.PEOPLE_TEAM, policy.Tie.OPERATOR):
            with monkeypatch.context() as patch:
                for ability in abilities:
                    patch.setitem(policy.TABLE, ability, frozenset({policy.Tie.SELF, tie}))
                assert noticed(world, urls) != [], (abilities, tie)


def test_every_model_with_a_door_is_tried() -> None:
    """A new `visible_to` has to be added to the tests above."""
    subclasses: list[type] = [QuerySet]
    for kind in subclasses:
        subclasses += kind.__subclasses__()
    there = {
        kind.__name__ for kind in subclasses if "visible_to" in vars(kind) and not kind.__name__.startswith("Many")
    }
    assert there == {
        f"{name}QuerySet"
        for name in (
            "Assessment",
            "Evidence",
            "Standing",
            "Path",
            "Ladder",
            "Version",
            "Draft",
            "Keeper",
            "Remark",
            "Review",
            "Proposal",
            "AnchorTest",
            "Sorter",
            "Upload",
        )
    } | {
        next(kind.__name__ for kind in type(model._default_manager.all()).__mro__ if "visible_to" in vars(kind))
        for model in doors()
    }
