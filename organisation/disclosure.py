"""What may be told about an organisation, so that nobody's answer can be worked out, nor that of four people.

The rules, and why they hold (the tests attack them, and attack a publisher without them):

1. People are put into blocks that are never told apart further: first everybody, then each block is divided by one
   group after the other, in a fixed order, as long as both parts have at least `TWICE` people. Who is in a block
   follows from where people stand, which colleagues know, not from what they answered.
2. A part counts only if every answer that is told was given by at least `LEAST` of its people, and not given by at
   least `LEAST`. The first division of a block that fails is not made, and the block is final: later groups do not
   try it again.
3. Every number that is told is the sum over whole blocks, so all totals and complements, in every cut and of every
   pair of cuts, are sums over whole blocks as well. A group is told from the blocks that are in it, but for a few
   people, if they hold `MOST` of its people. Few who would stand out are counted with those beside them.
4. Each number is rounded to fives. The rules hold without it; it blurs what insiders know beside the page.

Take anybody in a block, and an answer. Somebody with another answer is in the same block: in the same part of the
division that failed, or, if all in that part answered alike, in the other one. Let the two swap answers. No sum over
a block changes; the parts do not change in the first case, and in the second the part where all were alike fails as
before, with one other answer where `LEAST` are asked for. So everything that is told is the same in both worlds, and
nobody who sees it can say which one is real. The same holds for any four people together: at least one of each
answer is in the block and not among the four. Finer answers are told of everybody only, and swap in the same way.

Between snapshots nothing can be subtracted, because every answer is told once: see `organisation.counting`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from people.small_groups import LEAST, STEP, coarse

TWICE = 2 * LEAST  # people; fewer cannot have enough of two answers
NEARLY_ALL = (9, 10)  # of a block's people are in a group, or the block is not a part of it
MOST = (3, 4)  # of a group's people are in such blocks, or the group is not told

Labels = tuple[str, ...]  # one for each cut: the group somebody is in, "" for none
Answers = Mapping[str, int]  # answer → people
Atoms = Mapping[Labels, Answers]  # people who stand at the same place in every cut
Block = Mapping[Labels, tuple[int, int]]  # place → people who gave the first answer, and all of them
Cell = dict[str, int] | None  # answer → people in fives; None: hidden


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers for groups (`first`), and finer ones for everybody: `splits` maps an answer to the
    two it is made of, coarse before fine. People give the finest ones.
    """

    first: tuple[str, str]
    splits: Mapping[str, tuple[str, str]]

    def counted(self, answer: str, given: Answers) -> int:
        """How many gave an answer, or one of those it is made of."""
        finer = self.splits.get(answer)
        return sum(self.counted(one, given) for one in finer) if finer else given.get(answer, 0)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: of everybody, and of each group (cut by cut, in the order given)."""

    whole: Cell
    groups: tuple[tuple[Cell, ...], ...]


def about(count: int) -> int:
    """A count to the nearest five."""
    return coarse(count + STEP // 2)


def tell(question: Question, atoms: Atoms, cuts: Sequence[Sequence[str]]) -> Told:
    """What may be told of people's answers; `cuts` are the groups of each cut, in the order in which they are tried.

    A label that is not in its cut counts as none.
    """
    first = question.first[0]
    everybody: Block = {
        labels: (question.counted(first, given), sum(given.values())) for labels, given in atoms.items()
    }
    if not _enough(*_sum(everybody)):
        return Told(None, tuple((None,) * len(groups) for groups in cuts))
    ways = [(cut, group) for cut, groups in enumerate(cuts) for group in groups]
    blocks = list(divided(everybody, ways))
    return Told(
        whole={answer: about(count) for answer, count in _finest(question, atoms).items()},
        groups=tuple(_groups(question, cut, groups, everybody, blocks) for cut, groups in enumerate(cuts)),
    )


def divided(block: Block, ways: Sequence[tuple[int, str]]) -> Iterator[Block]:
    """The final blocks of a block, dividing it by groups (place of the cut, label) in their order."""
    for place, (cut, group) in enumerate(ways):
        inside = {labels: counts for labels, counts in block.items() if labels[cut] == group}
        if not inside or len(inside) == len(block):
            continue
        parts = (inside, {labels: counts for labels, counts in block.items() if labels not in inside})
        sums = [_sum(part) for part in parts]
        if min(people for _first, people in sums) < TWICE:
            continue
        if all(_enough(*counts) for counts in sums):
            for part in parts:
                yield from divided(part, ways[place + 1 :])
            return
        break
    yield block


def _sum(block: Block) -> tuple[int, int]:
    """How many gave the first answer, and how many there are."""
    return sum(first for first, _people in block.values()), sum(people for _first, people in block.values())


def _enough(count: int, people: int) -> bool:
    """Whether an answer was given, and not given, by enough people."""
    return count >= LEAST and people - count >= LEAST


def _at_least(count: int, share: tuple[int, int], people: int) -> bool:
    part, of = share
    return count * of >= people * part


def _groups(
    question: Question, cut: int, groups: Sequence[str], everybody: Block, blocks: Sequence[Block]
) -> tuple[Cell, ...]:
    """The groups of a cut, each from the blocks that are in it, but for a few people."""
    people: Counter[str] = Counter()
    for labels, (_first, many) in everybody.items():
        people[labels[cut]] += many
    known, first, own = Counter[str](), Counter[str](), Counter[str]()
    for block in blocks:
        count, many = _sum(block)
        inside: Counter[str] = Counter()
        for labels, (_first, people_there) in block.items():
            inside[labels[cut]] += people_there
        ((name, most),) = inside.most_common(1)
        if _at_least(most, NEARLY_ALL, many):
            known[name] += many
            first[name] += count
            own[name] += most
    return tuple(
        dict(zip(question.first, (about(first[group]), about(known[group] - first[group])), strict=True))
        if known[group] and _at_least(own[group], MOST, people[group])
        else None
        for group in groups
    )


def _finest(question: Question, atoms: Atoms) -> dict[str, int]:
    """The finest answers of everybody that may be told, with their counts: coarse ones are split until one fails."""
    given = Counter[str]()
    for answers in atoms.values():
        for answer, count in answers.items():
            given[answer] += count
    told = {answer: question.counted(answer, given) for answer in question.first}
    for answer, finer in question.splits.items():
        counts = {one: question.counted(one, given) for one in finer}
        if not all(_enough(count, given.total()) for count in counts.values()):
            break
        told = {
            one: n for old, count in told.items() for one, n in (counts if old == answer else {old: count}).items()
        }
    return told
