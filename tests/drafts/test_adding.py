"""Keys of new pieces, and what a new stage copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.adding import add_stage, free_key, without_ids
from drafts.models import Closed, Draft
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.values import tidy
from drafts.writing import pen, undo
from ladders.exchange.fields import parse_id
from tests.cast import Cast


@pytest.mark.parametrize("kind", [Kind.STAGE, Kind.TRACK, Kind.PHASE, Kind.CATEGORY, Kind.WAY_IN, Kind.BEYOND])
@pytest.mark.parametrize("title", ["Staff", "x-men", "🦉", "مدير المنتج", "a" * 200, "Été — 2", "---"], ids=ascii)
def test_a_key_is_an_id_that_nothing_else_has(draft: Draft, cast: Cast, kind: Kind, title: str) -> None:
    keys = []
    with pen(draft, cast.lin) as hand:
        for _ in range(3):
            keys.append(free_key(draft, kind, title))
            hand.add(kind, keys[-1], {"title": title})

    assert [parse_id(key) for key in keys] == keys
    assert len(set(keys)) == 3


SIGN = st.fixed_dictionaries({"text": st.text(min_size=1)}, optional={"id": st.text(min_size=1), "proof": st.text()})


@given(
    st.fixed_dictionaries({}, optional={"text": st.text(), "signs": st.lists(SIGN, min_size=1), "x-a": st.just(1)})
)
def test_words_for_another_place_differ_only_in_the_ids(words: dict[str, object]) -> None:
    copied = without_ids(words)

    assert copied.keys() == words.keys()
    assert {key: item for key, item in copied.items() if key != "signs"} == {
        key: item for key, item in words.items() if key != "signs"
    }
    for sign, before in zip(copied.get("signs", ()), words.get("signs", ()), strict=True):  # type: ignore[call-overload]  # lists, both
        assert sign == {key: item for key, item in before.items() if key != "id"}
    assert tidy(copied) == tidy(without_ids(copied))


def test_a_new_stage_can_be_taken_back(draft: Draft, cast: Cast) -> None:
    stage = add_stage(draft, title="Staff", track="core", after="senior-pm", like="", by=cast.lin)

    for change in draft.changes.order_by("-number"):
        undo(change, by=cast.lin)

    stage.refresh_from_db()
    assert stage.retired


def test_a_closed_draft_gets_no_stage(draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    with pytest.raises(Closed):
        add_stage(draft, title="Staff", track="", after="", like="", by=cast.lin)
