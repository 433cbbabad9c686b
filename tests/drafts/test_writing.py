"""Changing a draft: one history, and no change lost when two people write."""

from __future__ import annotations

import pytest

from drafts.models import Change, Closed, Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import NoWayBack, pen, undo, write
from tests.cast import Cast


def history(draft: Draft) -> list[tuple[int, str, object, object]]:
    return list(Change.objects.filter(draft=draft).values_list("number", "path", "before", "after"))


def now(piece: Piece, path: str) -> object:
    return Piece.objects.get(pk=piece.pk).read(path)


def test_a_change_is_written_with_what_stood_there_before(draft: Draft, stage: Piece, cast: Cast) -> None:
    before = stage.read("text")

    saved = write(draft, [Edit(stage.pid, "text", "Leads a product.")], seen=1, by=cast.lin)

    assert (saved.written, saved.met, saved.revision) == (1, (), 2)
    assert now(stage, "text") == "Leads a product."
    assert history(draft) == [(2, "text", before, "Leads a product.")]


def test_what_a_page_sends_back_as_it_showed_it_is_no_change(draft: Draft, stage: Piece, cast: Cast) -> None:
    saved = write(draft, [Edit(stage.pid, "title", stage.title)], seen=1, by=cast.lin)

    assert (saved.written, saved.revision) == (0, 1)
    assert history(draft) == []


def test_two_people_at_two_places_both_keep_their_work(draft: Draft, stage: Piece, cast: Cast) -> None:
    write(draft, [Edit(stage.pid, "text", "Lin's text.")], seen=1, by=cast.lin, writer="lin")

    # Root's page shows the old text and sends it back beside the new title.
    edits = [Edit(stage.pid, "text", stage.read("text")), Edit(stage.pid, "title", "Product person")]
    saved = write(draft, edits, seen=1, by=cast.root, writer="root")

    assert (saved.written, saved.met) == (1, ())
    assert (now(stage, "text"), now(stage, "title")) == ("Lin's text.", "Product person")


def test_two_people_at_one_place_meet_and_nothing_is_overwritten(draft: Draft, stage: Piece, cast: Cast) -> None:
    write(draft, [Edit(stage.pid, "text", "Lin's text.")], seen=1, by=cast.lin, writer="lin")

    edits = [Edit(stage.pid, "text", "Root's text."), Edit(stage.pid, "title", "Product person")]
    saved = write(draft, edits, seen=1, by=cast.root, writer="root")

    assert [(met.edit.value, met.theirs, met.by) for met in saved.met] == [("Root's text.", "Lin's text.", cast.lin)]
    assert (now(stage, "text"), now(stage, "title")) == ("Lin's text.", "Product person")

    # Having seen both, Root may replace Lin's.
    again = write(draft, edits[:1], seen=saved.revision, by=cast.root, writer="root")
    assert (again.met, now(stage, "text")) == ((), "Root's text.")


def test_having_seen_one_place_later_says_nothing_about_the_others(draft: Draft, stage: Piece, cast: Cast) -> None:
    first = stage.read("text")
    theirs = [Edit(stage.pid, "title", "Lin's title"), Edit(stage.pid, "text", "Lin's text.")]
    write(draft, theirs, seen=1, by=cast.lin, writer="lin")

    # Root's page shows Lin's title beside its own and was told to replace it; the old text is still on it.
    edits = [Edit(stage.pid, "title", "Root's title", seen=3), Edit(stage.pid, "text", first)]
    saved = write(draft, edits, seen=1, by=cast.root, writer="root")

    assert (saved.written, saved.met) == (1, ())
    assert (now(stage, "title"), now(stage, "text")) == ("Root's title", "Lin's text.")


def test_what_changed_again_since_it_was_seen_is_met_again(draft: Draft, stage: Piece, cast: Cast) -> None:
    write(draft, [Edit(stage.pid, "title", "One")], seen=1, by=cast.lin, writer="lin")
    write(draft, [Edit(stage.pid, "title", "Two")], seen=2, by=cast.lin, writer="lin")

    saved = write(draft, [Edit(stage.pid, "title", "Mine", seen=2)], seen=1, by=cast.root, writer="root")

    assert [met.theirs for met in saved.met] == ["Two"]


def test_a_text_that_ends_with_a_line_end_in_the_file_is_not_touched_by_a_form(
    draft: Draft, stage: Piece, cast: Cast
) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(pk=stage.pk), "text", "A block of text.\n")
        hand.put(Piece.objects.get(pk=stage.pk), "next", [])

    sent = [Edit(stage.pid, "text", "A block of text."), Edit(stage.pid, "next", None)]
    saved = write(draft, sent, seen=draft.revision, by=cast.lin)

    assert (saved.written, now(stage, "text"), now(stage, "next")) == (1, "A block of text.\n", None)


def test_the_same_words_from_two_people_are_no_meeting(draft: Draft, stage: Piece, cast: Cast) -> None:
    write(draft, [Edit(stage.pid, "text", "The same.")], seen=1, by=cast.lin, writer="lin")

    saved = write(draft, [Edit(stage.pid, "text", "The same.")], seen=1, by=cast.root, writer="root")

    assert (saved.written, saved.met) == (0, ())


def test_a_page_is_never_in_conflict_with_itself(draft: Draft, stage: Piece, cast: Cast) -> None:
    first = stage.read("text")
    for words in ("One.", "Two.", first):
        saved = write(draft, [Edit(stage.pid, "text", words)], seen=1, by=cast.lin, writer="page")
        assert (saved.written, saved.met) == (1, ())
        assert now(stage, "text") == words


def test_what_others_wrote_after_one_is_not_reset_by_ones_old_page(draft: Draft, stage: Piece, cast: Cast) -> None:
    first = stage.read("text")
    write(draft, [Edit(stage.pid, "text", "Lin's.")], seen=1, by=cast.lin, writer="lin")
    write(draft, [Edit(stage.pid, "text", "Root's.")], seen=2, by=cast.root, writer="root")

    untouched = write(draft, [Edit(stage.pid, "text", first)], seen=1, by=cast.lin, writer="lin")
    assert (untouched.written, untouched.met, now(stage, "text")) == (0, (), "Root's.")

    met = write(draft, [Edit(stage.pid, "text", "Mine.")], seen=1, by=cast.lin, writer="lin").met
    assert [(one.theirs, one.by) for one in met] == [("Root's.", cast.root)]


def test_a_piece_that_came_anew_as_a_whole_meets_every_place_in_it(draft: Draft, stage: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(pk=stage.pk), "", {"title": "Anew", "text": "As a whole."})

    saved = write(draft, [Edit(stage.pid, "text", "Mine.")], seen=1, by=cast.root, writer="root")

    assert [met.theirs for met in saved.met] == ["As a whole."]


def test_a_closed_draft_takes_nothing_any_more(draft: Draft, stage: Piece, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    with pytest.raises(Closed):
        write(draft, [Edit(stage.pid, "text", "Too late.")], seen=1, by=cast.lin)
    with pytest.raises(Closed):
        drop(draft, by=cast.lin)


def test_undo_takes_one_change_back_and_says_so(draft: Draft, stage: Piece, cast: Cast) -> None:
    before = stage.read("text")
    write(draft, [Edit(stage.pid, "text", "Later regretted.")], seen=1, by=cast.lin)
    change = Change.objects.get(draft=draft)

    undo(change, by=cast.lin)

    assert now(stage, "text") == before
    assert Change.objects.get(number=3).undoes == change


def test_undo_refuses_when_the_place_has_changed_since(draft: Draft, stage: Piece, cast: Cast) -> None:
    write(draft, [Edit(stage.pid, "text", "One.")], seen=1, by=cast.lin)
    write(draft, [Edit(stage.pid, "text", "Two.")], seen=2, by=cast.root)

    with pytest.raises(NoWayBack):
        undo(Change.objects.get(number=2), by=cast.lin)

    assert now(stage, "text") == "Two."


def keys(draft: Draft, kind: Kind) -> list[str]:
    return list(Piece.objects.filter(draft=draft, kind=kind).order_by("position").values_list("key", flat=True))


def test_moving_and_taking_the_move_back(draft: Draft, cast: Cast) -> None:
    before = keys(draft, Kind.TRACK)
    assert before == ["core", "people", "expert"]

    with pen(draft, cast.lin) as hand:
        hand.place(Piece.objects.get(draft=draft, kind=Kind.TRACK, key="expert"), after=None)
    assert keys(draft, Kind.TRACK) == ["expert", "core", "people"]

    undo(Change.objects.get(draft=draft), by=cast.lin)
    assert keys(draft, Kind.TRACK) == before


def test_moving_behind_what_is_not_there_changes_nothing(draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.place(Piece.objects.get(draft=draft, kind=Kind.TRACK, key="expert"), after="nowhere")
        hand.place(Piece.objects.get(draft=draft, kind=Kind.TRACK, key="expert"), after="people")

    assert history(draft) == []


def test_adding_and_retiring_are_taken_back_like_any_change(draft: Draft, stage: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        added = hand.add(Kind.STAGE, "fellow", {"title": "Fellow"})
        hand.retire(Piece.objects.get(pk=stage.pk), True)
    assert (added.position, Draft.objects.get(pk=draft.pk).revision) == (10, 3)

    for change in Change.objects.filter(draft=draft).latest_first():
        undo(change, by=cast.lin)

    retired = dict(Piece.objects.filter(pk__in=[added.pk, stage.pk]).values_list("key", "retired"))
    assert retired == {"fellow": True, "product-manager": False}
