"""Ladder files that differ from a sound one in a place that chance picks."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from ladders.exchange import LadderFile
from ladders.exchange.write import plain

Place = tuple[str | int, ...]
WORDS = ["Other words.", "x", "one", "pm", "3", "all", "Two lines\nof words", "أخرى"]
VALUES = [*WORDS, 0, 1, 2, 7, True, False, None, [], ["x"], {}, {"x-mine": 1}, {"text": "Other words."}, "(2)"]


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    """Every place of plain data: a mapping, a list or a single value, from the whole to the leaves."""
    yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*here, key))


def at(value: Any, place: Place) -> Any:
    for key in place:
        value = value[key]
    return value


@st.composite
def mutations(draw: st.DrawFn, file: LadderFile, most: int = 3) -> LadderFile:
    """The file with one to `most` places changed; a change that leaves no file of the right shape is not made."""
    tree = as_data(file)
    for _ in range(draw(st.integers(1, most))):
        changed = deepcopy(tree)
        mutate(draw, changed, draw(st.sampled_from(list(places(changed))[1:])))
        if shaped(changed):
            tree = changed
    return LadderFile.model_validate(tree)


def as_data(file: LadderFile) -> Any:
    """The file as plain data that the schema takes: it writes a rank like 6 as a number, and reads it as a word."""
    tree = plain(file)
    ranks = {stage.id: stage.rank for stage in file.stages if stage.rank}
    stages = [
        {**stage, "rank": ranks[stage["id"]]} if stage["id"] in ranks else stage for stage in tree.get("stages", ())
    ]
    return {**tree, "stages": stages} if stages else tree


def shaped(tree: Any) -> bool:
    try:
        LadderFile.model_validate(tree)
    except ValidationError:
        return False
    return True


def mutate(draw: st.DrawFn, tree: Any, place: Place) -> None:
    """Leaves out, replaces, repeats or moves what stands at a place, or puts a key of one's own beside it."""
    around, key = at(tree, place[:-1]), place[-1]
    value = around[key]
    match draw(st.sampled_from(["leave out", "replace", "own key", "move", "swap"])):
        case "leave out":
            del around[key]
        case "replace":
            around[key] = draw(st.sampled_from(VALUES))
        case "own key" if isinstance(value, dict):
            value[f"x-{draw(st.sampled_from(['mine', 'must', 'try', 'weights', 'focus']))}"] = draw(
                st.sampled_from(VALUES)
            )
        case "move" if isinstance(around, list):
            around.insert(draw(st.integers(0, len(around) - 1)), around.pop(int(key)))
        case "swap" if isinstance(value, str):
            around[key] = " ".join([*value.split()[1:], draw(st.sampled_from(WORDS))])
        case "move" if isinstance(around, dict):
            other = draw(st.sampled_from(list(around)))
            around[key], around[other] = around[other], value
