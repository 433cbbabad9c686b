"""Where a ladder could say more, or more plainly: one function for each rule of `ladders.linter`.

Every check takes a `LadderFile` and yields findings (path and message).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ladders.exchange.problems import Finding, Path, quoted
from ladders.exchange.schema import LadderFile, Skill, Stage
from ladders.exchange.wording import Descriptor
from ladders.linter_words import alike, behaviours, counted, grade, outcome, praise, sentences
from ladders.shape import leads_back, reachable

MOST_SKILLS = 15  # at one stage; people answer more of them with less thought
HARDEST = 13  # years of school: one more than school has
MEASURED = 20  # words; the reading grade of fewer is chance
MARK = "mark what nobody may miss with x-must, or as core"
IN_A_TEXT = 3  # behaviours in one sentence of a text; a statement, which is ticked, has one


def same(ladder: LadderFile) -> Iterator[Finding]:
    """Neighbouring levels or stages with nearly the same words; the very same words are a warning already."""
    ahead = ladder.leads_on()
    titles = _titles(ladder)
    for index, skill in enumerate(ladder.skills):
        told = {path: words.wording for path, words in _descriptors(skill)}
        for start, to in _neighbours(skill, ahead):
            if told[start] != told[to] and alike(" ".join(told[start]), " ".join(told[to])):
                kind, near = start
                place = f"level {near}" if kind == "levels" else f"stage {quoted(titles[str(near)])}"
                yield ("skills", index, *to), f"says nearly the same as {place}: name what is new here"


def _titles(ladder: LadderFile) -> dict[str, str]:
    """Stage id → what people call it."""
    return {stage.id: stage.title for stage in ladder.stages}


def _neighbours(skill: Skill, ahead: Mapping[str, Iterable[str]]) -> Iterator[tuple[Path, Path]]:
    """The paths inside a skill of what follows on each other: levels in order, stages along the ways."""
    for low, high in pairwise(sorted(skill.levels.rows)):
        yield ("levels", str(low)), ("levels", str(high))
    for start in skill.at.rows:
        yield from ((("at", start), ("at", to)) for to in ahead.get(start, ()) if to in skill.at.rows)


def praised(ladder: LadderFile) -> Iterator[Finding]:
    """Words of praise in behaviours, in what a stage does and in how its success shows."""
    for path, text in [*_worded(ladder), *_said(ladder)]:
        for word in filter(None, map(praise, sentences(text))):
            yield path, f"{quoted(word)} is praise: write what the person does"


def several(ladder: LadderFile) -> Iterator[Finding]:
    """Statements with more than one behaviour, and texts with more than three in a sentence."""
    for path, text in _texts(ladder):
        yield from _too_many(path, text, IN_A_TEXT, "use statements, one for each")
    for path, text in _statements(ladder):
        yield from _too_many(path, text, 1, "make a statement of each")


def _too_many(path: Path, text: str, most: int, instead: str) -> Iterator[Finding]:
    for found in map(behaviours, sentences(text)):
        if len(found) > most:
            yield path, f"holds {len(found)} behaviours ({', '.join(found)}): {instead}"


def outcomes(ladder: LadderFile) -> Iterator[Finding]:
    """Behaviours that are up to others."""
    for path, text in _worded(ladder):
        for found in filter(None, map(outcome, sentences(text))):
            yield path, f"{quoted(found)} is not in one person's hands: write what they do for it"


def counts(ladder: LadderFile) -> Iterator[Finding]:
    """Activities that are counted."""
    for path, text in [*_worded(ladder), *_said(ladder)]:
        for found in filter(None, map(counted, sentences(text))):
            yield path, f"{quoted(found)} counts activities: write what they are for"


def missing(ladder: LadderFile) -> Iterator[Finding]:
    """Stages that a row of `expects` leaves out, and holes in what a text ladder says about a skill."""
    if ladder.expects.rows:
        titles = _titles(ladder)
        for skill, row in ladder.expects.rows.items():
            left = [stage.id for stage in ladder.stages if stage.id not in row.rows]
            if left:
                names = ", ".join(quoted(titles[stage]) for stage in left[:3]) + (
                    f" and {len(left) - 3} more" if len(left) > 3 else ""
                )
                yield ("expects", skill), f"leaves out {names}: write 0 where nothing is expected"
    elif not ladder.scale:
        yield from _holes(ladder)


def _holes(ladder: LadderFile) -> Iterator[Finding]:
    ahead = ladder.leads_on()
    back = leads_back(ahead)
    titles = _titles(ladder)
    around = {stage: (set(reachable(back, stage)), set(reachable(ahead, stage))) for stage in ahead}
    for index, skill in enumerate(ladder.skills):
        there = skill.at.rows.keys()
        for stage, (before, after) in around.items():
            if stage not in there and there & before and there & after:
                message = f"says nothing at {quoted(titles[stage])}, but before and after it: say what holds there"
                yield ("skills", index, "at"), message


def too_many_skills(ladder: LadderFile) -> Iterator[Finding]:
    """One finding for the whole ladder, at the stage that asks most."""
    shown = {category.id for category in ladder.categories if not category.rated}
    quiet = {skill.id for skill in ladder.skills if not skill.rated or skill.category in shown}
    if not any(_expected(ladder, stage) for stage in ladder.stages):
        asked = len(ladder.skills) - len(quiet)
        if ladder.stages and asked > MOST_SKILLS:
            yield ("skills",), f"people are asked about {asked} skills: more than {MOST_SKILLS} get quick answers"
        return
    sizes = [len(_expected(ladder, stage).keys() - quiet) for stage in ladder.stages]
    above = sum(size > MOST_SKILLS for size in sizes)
    if above:
        largest = sizes.index(max(sizes))
        stages = "stage" if above == 2 else "stages"
        others = f", and {above - 1} other {stages} more than {MOST_SKILLS}" if above > 1 else ""
        yield ("stages", largest), f"{quoted(ladder.stages[largest].title)} expects {max(sizes)} skills{others}"


def no_example(ladder: LadderFile) -> Iterator[Finding]:
    """Skills without any example; one finding where no skill has any."""
    described = [(index, skill) for index, skill in enumerate(ladder.skills) if _descriptors(skill)]
    bare = [(index, skill) for index, skill in described if not _has_example(skill)]
    if bare and len(bare) == len(described) > 1:
        yield ("skills",), "no skill has an example: add one to a level that people argue about"
        return
    for index, skill in bare:
        yield ("skills", index), f"{quoted(skill.title)} has no example: add one to a level that people argue about"


def no_must(ladder: LadderFile) -> Iterator[Finding]:
    """Stages that expect something and mark nothing as a must-have; one finding where no stage does."""
    core = {skill.id for skill in ladder.skills if skill.core}
    expecting = [(index, stage) for index, stage in enumerate(ladder.stages) if _required(ladder, stage)]
    bare = [(index, stage) for index, stage in expecting if not (stage.must or core & _required(ladder, stage))]
    if bare and len(bare) == len(expecting) > 1:
        yield ("stages",), f"no stage has a must-have: {MARK}"
        return
    for index, stage in bare:
        yield ("stages", index), f"{quoted(stage.title)} has no must-have: {MARK}"


def hard(ladder: LadderFile) -> Iterator[Finding]:
    """Skills whose texts, read together, take more schooling than school gives."""
    for index, skill in enumerate(ladder.skills):
        size, years = grade(part for _, descriptor in _descriptors(skill) for part in descriptor.wording)
        if size >= MEASURED and years > HARDEST:
            message = (
                f"{quoted(skill.title)} reads at grade {years:.1f}, above {HARDEST}: use shorter words and sentences"
            )
            yield ("skills", index), message


def _descriptors(skill: Skill) -> list[tuple[Path, Descriptor]]:
    """Everything a skill says, with its path inside the skill."""
    levels = [(("levels", str(level)), words) for level, words in skill.levels.rows.items()]
    return [*levels, *((("at", stage), words) for stage, words in skill.at.rows.items())]


def _texts(ladder: LadderFile) -> Iterator[tuple[Path, str]]:
    for index, skill in enumerate(ladder.skills):
        for place, descriptor in _descriptors(skill):
            if descriptor.text:
                yield ("skills", index, *place), descriptor.text


def _statements(ladder: LadderFile) -> Iterator[tuple[Path, str]]:
    for index, skill in enumerate(ladder.skills):
        for place, descriptor in _descriptors(skill):
            bare = not (descriptor.text or descriptor.name or descriptor.examples or descriptor.extra)
            inside: Path = place if bare else (*place, "signs")  # as it is written: a list, or a list under a key
            for number, sign in enumerate(descriptor.signs):
                yield ("skills", index, *inside, number), sign.text


def _worded(ladder: LadderFile) -> list[tuple[Path, str]]:
    return [*_texts(ladder), *_statements(ladder)]


def _said(ladder: LadderFile) -> Iterator[tuple[Path, str]]:
    for index, stage in enumerate(ladder.stages):
        for key, texts in (("does", stage.does), ("success", stage.success)):
            yield from ((("stages", index, key, number), text) for number, text in enumerate(texts))


def _has_example(skill: Skill) -> bool:
    return any(words.examples or any(sign.examples for sign in words.signs) for _, words in _descriptors(skill))


def _expected(ladder: LadderFile, stage: Stage) -> dict[str, bool]:
    """The skills a stage expects something of (ids), and whether it requires it; in a text ladder by its texts."""
    if ladder.expects.rows:
        cells = {skill: row.rows.get(stage.id) for skill, row in ladder.expects.rows.items()}
        return {skill: cell.required for skill, cell in cells.items() if cell and cell.level}
    return {} if ladder.scale else {skill.id: True for skill in ladder.skills if stage.id in skill.at.rows}


def _required(ladder: LadderFile, stage: Stage) -> set[str]:
    return {skill for skill, required in _expected(ladder, stage).items() if required}
