"""Tells what happened to an invented person."""

from __future__ import annotations

from datetime import date

from demo.check_ins import Teller
from demo.course import Course
from demo.figures import Figure, Told
from demo.proofs import proofs
from ladders.chart import Chart


def tell(figure: Figure, chart: Chart, today: date, seed: str) -> Told:
    """Everything that happened to a person until `today`; the same for the same `seed`."""
    if not figure.steps or figure.habit == "idle":
        return Told(figure)
    course = Course(chart, figure, today, seed)
    return Told(figure, tuple(Teller(course).check_ins()), tuple(proofs(course)))
