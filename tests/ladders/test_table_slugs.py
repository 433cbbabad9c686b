"""Ids from titles: readable, unique, and always ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange.fields import parse_id
from ladders.exchange.slugs import slug, slugs


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senior Product Manager", "senior-product-manager"),
        ("  R&D / Ops (EMEA) ", "r-d-ops-emea"),
        ("Größe & Éclat", "grosse-eclat"),
        ("Łódź, Ærø, Œuvre", "lodz-aero-oeuvre"),
        ("snake_case", "snake-case"),
        ("X-ray vision", "xray-vision"),
        ("x-x-ray", "xray"),
        ("½ day", "1-2-day"),
        ("製品 管理", "製品-管理"),
        ("プログラム", "プログラム"),
        ("사용자 조사", "사용자-조사"),
        ("Исследования", "исследования"),
        ("йод", "йод"),
        ("🙍 Users", "users"),
        ("👩‍🚀", ""),
        ("", ""),
    ],
)
def test_a_title_as_an_id(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_long_title_is_cut_between_words() -> None:
    assert slug("word " * 20) == "-".join(["word"] * 12)
    assert slug("a" * 80) == "a" * 60
    assert slug("a " + "b" * 80) == "a-" + "b" * 58
    assert slug("a" * 59 + " b") == "a" * 59


def test_equal_titles_are_numbered_and_others_keep_their_own() -> None:
    titles = [("", "C"), ("", "C++"), ("", "C#"), ("", "c 2"), ("", "🙍"), ("", "🙍"), ("c-3", "C!")]
    assert slugs(titles, "skill") == ["c", "c-4", "c-5", "c-2", "skill", "skill-2", "c-3"]
    assert slugs([("", "X"), ("", "X!")], "skill") == ["x", "x2"]


@given(st.lists(st.text(max_size=90), max_size=12))
def test_every_slug_is_an_id_and_stands_once(titles: list[str]) -> None:
    found = slugs([("", title) for title in titles], "skill")
    assert [parse_id(one) for one in found] == found
    assert len(set(found)) == len(titles)
    assert slugs([("", title) for title in titles], "skill") == found


@given(st.text(max_size=90))
def test_a_slug_of_a_slug_is_itself(title: str) -> None:
    assert slug(slug(title)) == slug(title)
