"""What the difference between two versions means for somebody at one stage."""

from __future__ import annotations

from ladders.changes import Status, changes
from ladders.changes.stage_view import for_stage
from tests.ladders.editions import SCALED, WORDED, edited
from tests.ladders.files import ladder


def test_what_it_means_for_one_stage() -> None:
    edits = ("users: {pm: 2, → users: {pm: 3,", "3: {text: Runs a panel. → 3: {text: Keeps a panel.",
             "text: Learns from users. → core: true\n    text: Learns from users.", "needs: all → needs: {share: 90}",
             "1: Sits in interviews. → 1: Sits in talks.")  # fmt: skip
    before, after = ladder(SCALED), edited(SCALED, *edits)
    found = changes(before, after)
    pm = for_stage(found, before, after, "pm")
    assert pm is not None
    assert (pm.title, pm.status) == ("Product Manager", Status.CHANGED)
    assert [(told.about, str(told.change.said)) for told in pm.more] == [
        ("", "User research is expected at 3 Owning now, was 2 Doing."),
        ("User research", "It is a must-have now wherever a stage requires it."),
    ]
    assert [told.change.where for told in pm.less] == [("ladder", "", "needs")]
    assert [told.change.where for told in pm.reworded] == [("skills", "users", "levels", "3", "text")]
    senior = for_stage(found, before, after, "senior")
    assert senior is not None
    assert (senior.status, len(senior.more), len(senior.less)) == (Status.CHANGED, 1, 1)
    assert [told.about for told in senior.reworded] == ["User research", "Hiring"]
    assert for_stage(found, before, after, "nobody") is None


def test_what_is_neither_more_nor_less_nor_wording_is_told_too() -> None:
    files = (
        ladder(SCALED),
        edited(SCALED, "users: {pm: 2, → users: {pm: 3,", "Talks to users] → Talks to users, Writes it down]"),
    )
    found = changes(*files)
    at = {stage.id: for_stage(found, *files, stage.id) for stage in files[1].stages}
    assert [[str(one.change.said) for one in stage.other] for stage in at.values() if stage] == [
        ["What people do, new: Writes it down"],
        [],
    ]
    told = [
        one.change
        for stage in at.values()
        if stage
        for one in (*stage.more, *stage.less, *stage.reworded, *stage.other)
    ]
    assert [change for group in found.stages for change in group.changes if change not in told] == []


def test_a_stage_that_goes_and_one_that_stays() -> None:
    files = ladder(SCALED), edited(SCALED, "title: L\n → title: M\n")
    untouched = for_stage(changes(*files), *files, "pm")
    assert untouched is not None
    assert (untouched.status, untouched.more, untouched.less, untouched.reworded) == (None, (), (), ())
    gone = for_stage(changes(ladder(WORDED), ladder(SCALED)), ladder(WORDED), ladder(SCALED), "one")
    assert gone is not None
    assert (gone.title, gone.status) == ("One", Status.RETIRED)
