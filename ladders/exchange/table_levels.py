"""The levels that stand in the cells of a table, as far as one can tell from the cells alone."""

from __future__ import annotations

import re

from ladders.exchange.fields import INTEGER
from ladders.exchange.table_cells import fold

FEW = 12  # different words in all cells: more are texts and no levels
SHORT = 40  # characters of the name of a level
FRACTION = re.compile(r"([0-9]+)[.,]0+")  # how some programs write whole numbers
NUMBER = re.compile(r"\D*([0-9]{1,5})(?![0-9])")
# Levels as people name them, the lowest first.
ORDERS = (
    "none, awareness, working, practitioner, expert",
    "none, beginner, basic, foundational, intermediate, advanced, expert, master",
    "novice, advanced beginner, competent, proficient, expert, master",
    "learning, contributing, owning, leading, shaping",
    "low, medium, high",
)


def levels_in(cells: list[str], *, sure: bool) -> tuple[str, ...]:
    """The levels that the cells are: numbers from 1 on, or a few short names; none if they are texts.

    Unless it is sure that they are levels, names have to stand there several times each.
    """
    first: dict[str, str] = {}
    for cell in dict.fromkeys(cells):
        first.setdefault(fold(cell), FRACTION.sub(r"\1", cell))
    different = list(dict.fromkeys(first.values()))
    numbers = [int(cell) for cell in different if INTEGER.fullmatch(cell)]
    if numbers and len(numbers) == len(different) and 0 < max(numbers) <= FEW:
        return tuple(str(number) for number in range(1, max(numbers) + 1))
    few = len(different) <= FEW and (sure or len(different) * 3 <= len(cells))
    return in_order(different) if different and few and all(len(cell) <= SHORT for cell in different) else ()


def in_order(names: list[str]) -> tuple[str, ...]:
    """The names from the lowest to the highest, if their numbers or their words say so; otherwise as they came."""
    numbers = [NUMBER.match(name) for name in names]
    by_number = {int(found[1]): name for found, name in zip(numbers, names, strict=True) if found}
    if len(by_number) == len(names):
        return tuple(by_number[number] for number in sorted(by_number))
    for order in (order.split(", ") for order in ORDERS):
        if {*map(fold, names)} <= {*order}:
            return tuple(sorted(names, key=lambda name: order.index(fold(name))))
    return tuple(names)
