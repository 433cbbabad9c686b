"""What each stage expects, in versions."""

from ladders.models.ladder import Ladder, Publication, Version
from ladders.models.stage import (
    Beyond,
    Edge,
    Phase,
    Stage,
    StageDoes,
    StageFact,
    StageRole,
    SuccessMeasure,
    Track,
)
from ladders.models.wording import (
    Category,
    Expectation,
    StageStatement,
    StageText,
    Step,
    StepLine,
    VersionSkill,
)

__all__ = [
    "Beyond",
    "Category",
    "Edge",
    "Expectation",
    "Ladder",
    "Phase",
    "Publication",
    "Stage",
    "StageDoes",
    "StageFact",
    "StageRole",
    "StageStatement",
    "StageText",
    "Step",
    "StepLine",
    "SuccessMeasure",
    "Track",
    "Version",
    "VersionSkill",
]
