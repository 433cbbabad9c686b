"""What each stage expects, in versions, and who is at which stage."""

from ladders.models.ladder import Ladder, Publication, Version
from ladders.models.path import Path, Placement
from ladders.models.stage import (
    Beyond,
    BeyondStart,
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
    "BeyondStart",
    "Category",
    "Edge",
    "Expectation",
    "Ladder",
    "Path",
    "Phase",
    "Placement",
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
