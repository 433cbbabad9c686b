"""What stands beside the map on the page of a ladder."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import override

from ladders.chart import Beyond, Chart
from ladders.ladder_page import exits, expected_table
from tests.ladders.charts import FORK, scaled


def test_people_leave_from_the_first_stages_named() -> None:
    chart = scaled(
        FORK,
        {},
        beyond=(
            Beyond("out", "Out", start=("director", "senior", "group")),
            Beyond("vc", "VC", start=("director", "principal")),
            Beyond("any", "Any"),
        ),
    )
    assert [[stage.slug for stage in one.start] for one in exits(chart)] == [
        ["senior"],
        ["director", "principal"],
        [],
    ]


def test_the_table_is_written_once_for_each_version_and_language(ladder: Chart) -> None:
    first = expected_table(ladder)
    assert expected_table(replace(ladder)) is first
    with override("de"):
        assert expected_table(ladder) is not first
    assert expected_table(replace(ladder, version="other")) is not first


def test_no_table_where_nothing_is_expected() -> None:
    assert expected_table(scaled(FORK, {"a": {}})) is None


def test_no_table_beyond_reading() -> None:
    many = {f"s{number}": {"pm": "1"} for number in range(4001)}
    assert expected_table(scaled(FORK, many)) is None
