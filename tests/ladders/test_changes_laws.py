"""Laws of the difference between two versions: nothing goes by unnoticed, and nothing is made up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.changes import Changes, Direction, Weight, changes, suggested, tally
from ladders.changes.words import Kind, diff
from ladders.exchange import LadderFile
from ladders.exchange.write import plain
from tests.ladders.files import DEFAULT, SOUND, ladder
from tests.ladders.mutations import mutations

FILES = [ladder(path.read_bytes()) for path in dict.fromkeys([*SOUND, *sorted(DEFAULT.parent.glob("*.yaml"))])]
# A law that holds for one text has to hold for any: spaces, line breaks, other scripts, no words at all.
TEXTS = st.lists(
    st.sampled_from(["plans ", "tests", ", ", "\n", "the ", "产品", "経理", "سوق ", "Ⅳ", "  ", "a"])
).map("".join)


def content(file: LadderFile) -> LadderFile:
    """The file without what only names its version."""
    return file.model_copy(update={"version": "", "status": ""})


def words_of(found: Changes) -> list[str]:
    return [str(change.said) for change in found]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_a_version_and_itself_differ_in_nothing(file: LadderFile) -> None:
    found = changes(file, file.model_copy(update={"version": "2.0", "status": "draft"}))
    assert (list(found), bool(found), suggested(found), tally(found).changes) == ([], False, None, 0)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
@given(data=st.data())
def test_nothing_changes_unnoticed_and_nothing_is_made_up(file: LadderFile, data: st.DataObject) -> None:
    other = data.draw(mutations(file))
    there, back = changes(file, other), changes(other, file)
    assert bool(there) is bool(back) is (content(file) != content(other))
    assert bool(there) or plain(content(file)) == plain(content(other))


@given(data=st.data())
def test_every_change_says_something_about_a_place(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    for change in changes(file, data.draw(mutations(file))):
        assert str(change.said)
        assert "%(" not in str(change.said)
        assert change.where[0] in {"stages", "skills", "expects", "ladder"}
        assert all(text for _kind, text in change.runs)
        assert change.weight is Weight.MAJOR or change.direction is Direction.SAME


@given(data=st.data())
def test_the_way_back_asks_the_opposite(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    other = data.draw(mutations(file, most=1))
    there, back = tally(changes(file, other)), tally(changes(other, file))
    assert (there.more, there.less) == (back.less, back.more)


@given(TEXTS, TEXTS)
def test_a_diff_holds_both_texts(before: str, after: str) -> None:
    runs = diff(before, after)
    assert "".join(text for kind, text in runs if kind is not Kind.ADDED) == before
    assert "".join(text for kind, text in runs if kind is not Kind.REMOVED) == after
    assert all(text for _kind, text in runs)
    assert all(first != second for (first, _), (second, _) in pairwise(runs))


@given(TEXTS)
def test_a_text_and_itself(text: str) -> None:
    assert diff(text, text) == (((Kind.KEPT, text),) if text else ())
