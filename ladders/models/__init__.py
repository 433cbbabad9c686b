"""What each stage expects, in versions, and who is at which stage."""

from ladders.models.ladder import Ladder, Publication, Version
from ladders.models.notice import Noticed
from ladders.models.path import Path, Placement
from ladders.models.retirement import Retirement
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
from ladders.models.translation import Translation
from ladders.models.ways import Brought, Lack, StageTry, WayIn, WayInStage
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
    "Brought",
    "Category",
    "Edge",
    "Expectation",
    "Lack",
    "Ladder",
    "Noticed",
    "Path",
    "Phase",
    "Placement",
    "Publication",
    "Retirement",
    "Stage",
    "StageDoes",
    "StageFact",
    "StageRole",
    "StageStatement",
    "StageText",
    "StageTry",
    "Step",
    "StepLine",
    "SuccessMeasure",
    "Track",
    "Translation",
    "Version",
    "VersionSkill",
    "WayIn",
    "WayInStage",
]
