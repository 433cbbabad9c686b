"""An invented large framework: a library of skills, and ladders that use it. The same numbers give the same files.

    python -m tools.bench.frameworks FOLDER [--ladders 52] [--skills 188]

The shape is that of a government's: four levels for each skill, a paragraph and three statements for each level, and
for each role five stages and twenty skills. Load it with `manage.py ladder_import FOLDER`.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

from ladders.exchange import LadderFile, write

LIBRARY = "framework-skills"
LEVELS = ("Awareness", "Working", "Practitioner", "Expert")
STAGES = ("Trainee", "Junior", "Middle", "Senior", "Lead")
SAID = (
    "plans work people teams users evidence choices risks costs services standards partners methods results needs "
    "weighs explains tests shares leads follows improves knows compares designs keeps measures supports across with"
)
WORDS = SAID.split()


def sentences(count: int, *seed: object) -> str:
    """Made-up sentences of ten words, the same for the same seed."""
    return " ".join(sentence(*seed, place) for place in range(count))


def sentence(*seed: object) -> str:
    picked = hashlib.sha256(repr(seed).encode()).digest()[:10]
    return " ".join(WORDS[byte % len(WORDS)] for byte in picked).capitalize() + "."


def library(skills: int) -> LadderFile:
    """Every skill with a text and three statements for each level."""
    return LadderFile.model_validate(
        {
            "format": "ladder/1",
            "id": LIBRARY,
            "title": "Skills of the framework",
            "scale": [{"level": level, "name": name} for level, name in enumerate(LEVELS, 1)],
            "categories": [{"id": f"group-{number}", "title": f"Group {number}"} for number in range(1, 13)],
            "skills": [
                {
                    "id": f"skill-{number}",
                    "title": f"Skill {number}",
                    "category": f"group-{number % 12 + 1}",
                    "text": sentences(2, number),
                    "levels": {
                        level: {
                            "text": sentences(2, number, level),
                            "signs": [sentence(number, level, sign, "sign") for sign in range(3)],
                        }
                        for level in range(1, len(LEVELS) + 1)
                    },
                }
                for number in range(1, skills + 1)
            ],
        }
    )


def ladder(number: int, skills: int) -> LadderFile:
    """A role of five stages that expects about twenty of the library's skills."""
    stages = [slug.lower() for slug in STAGES]
    chosen = sorted({(number * 17 + place * 37) % skills + 1 for place in range(20)})
    return LadderFile.model_validate(
        {
            "format": "ladder/1",
            "id": f"role-{number}",
            "title": f"Role {number}",
            "category": f"Family {number % 7 + 1}",
            "uses": LIBRARY,
            "stages": [
                {
                    "id": stage.lower(),
                    "title": f"{stage}, role {number}",
                    "text": sentences(3, number, stage),
                    "does": [sentence(number, stage, line) for line in range(6)],
                }
                for stage in STAGES
            ],
            "expects": {
                f"skill-{skill}": {stage: min(place // 2 + skill % 2 + 1, 4) for place, stage in enumerate(stages)}
                for skill in chosen
            },
        }
    )


def framework(ladders: int, skills: int) -> Iterator[LadderFile]:
    """The library first, then the ladders that use it."""
    yield library(skills)
    yield from (ladder(number, skills) for number in range(1, ladders + 1))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.bench.frameworks", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ladders", type=int, default=52)
    parser.add_argument("--skills", type=int, default=188)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for file in framework(options.ladders, options.skills):
        (options.folder / f"{file.id}.yaml").write_text(write(file), encoding="utf-8")


if __name__ == "__main__":
    main()
