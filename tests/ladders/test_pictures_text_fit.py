"""How texts are measured and broken into lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ladders.pictures.text_fit import widest, width, wrap, wrap_into

PLAIN = st.text(alphabet="abcdef mWi", min_size=1, max_size=80).filter(str.strip)


def test_lines_are_about_equally_long() -> None:
    assert wrap_into("Senior Product Manager", 2) == ("Senior Product", "Manager")
    assert wrap_into("Vice President of Product", 2) == ("Vice President", "of Product")
    assert wrap_into("Director of Product Management", 3) == ("Director of", "Product", "Management")


def test_it_breaks_after_hyphens_and_slashes() -> None:
    assert wrap_into("Go-to-market/growth", 2) == ("Go-to-market/", "growth")


def test_a_word_too_wide_is_hyphenated() -> None:
    assert wrap("Produktmanagement", 80) == ("Produk-", "tmanag-", "ement")


def test_what_belongs_to_one_emoji_stays_together() -> None:
    assert "".join(wrap("👩‍🚀👨‍👩‍👧‍👦👩‍🚀", 40)) == "👩‍🚀👨‍👩‍👧‍👦👩‍🚀"
    assert [line[-1] for line in wrap("👩‍🚀👨‍👩‍👧‍👦👩‍🚀", 40)].count("\u200d") == 0


def test_wide_letters_count_as_wide() -> None:
    assert width("产品") > width("pr") > width("il")


@settings(deadline=None)
@given(PLAIN, st.integers(40, 300))
def test_no_line_is_wider_than_allowed(text: str, limit: int) -> None:
    assert widest(wrap(text, limit)) <= limit


@settings(deadline=None)
@given(PLAIN, st.integers(40, 300))
def test_no_letter_is_lost(text: str, limit: int) -> None:
    assert "".join(wrap(text, limit)).replace("-", "").replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(PLAIN, st.integers(1, 4))
def test_never_more_lines_than_asked_for(text: str, count: int) -> None:
    lines = wrap_into(text, count)
    assert len(lines) <= count
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
