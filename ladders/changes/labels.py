"""What the keys of a ladder file are called on a page, and how much a change of them weighs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ladders.changes.change import Weight
from ladders.exchange.fields import Part

Text = str | Promise
MINOR, MAJOR = Weight.MINOR, Weight.MAJOR


@dataclass(frozen=True, slots=True)
class Label:
    """How a key is called. `%(part)s` is what it belongs to, `%(title)s` the title of a row.

    `row`: what one row of a list is called. `weight`: of a changed value. `rows`: of a row that came, went or moved.
    `refers`: the list ("stages", "skills" …) in which the ids of the value stand. `prose`: it is a text of sentences,
    however short.
    """

    text: Text
    row: Text = "%(title)s"
    weight: Weight = Weight.PATCH
    rows: Weight = Weight.MINOR
    refers: str = ""
    prose: bool = False


RENAMED: Final = Label("%(part)s")
TEXT: Final = Label("%(part)s", prose=True)
TRIES: Final = Label(_("Ways to try %(part)s"))

KEY: Final = Label(_("“%(key)s”"))
KEY_INSIDE: Final = Label(_("“%(key)s” of %(part)s"))

LABELS: dict[tuple[str, str], Label] = {
    ("LadderFile", "id"): Label(_("The id of the ladder"), weight=MAJOR),
    ("LadderFile", "title"): Label(_("Title")),
    ("LadderFile", "category"): Label(_("Craft")),
    ("LadderFile", "language"): Label(_("Language")),
    ("LadderFile", "license"): Label(_("Licence")),
    ("LadderFile", "source"): Label(_("Source"), prose=True),
    ("LadderFile", "summary"): Label(_("Summary"), prose=True),
    ("LadderFile", "uses"): Label(_("Library of skills"), weight=MAJOR),
    ("LadderFile", "assess"): Label(_("How people assess themselves"), weight=MAJOR),
    ("LadderFile", "needs"): Label(_("Rule")),
    ("LadderFile", "scale"): Label(_("Levels"), _("Level %(title)s"), rows=MAJOR),
    ("LadderFile", "phases"): Label(_("Phases"), _("Phase %(title)s")),
    ("LadderFile", "tracks"): Label(_("Lines"), _("Line %(title)s")),
    ("LadderFile", "beyond"): Label(_("Beyond the ladder"), _("Beyond the ladder, %(title)s")),
    ("LadderFile", "categories"): Label(_("Categories"), _("Category %(title)s")),
    ("LadderFile", "steps"): Label(_("Steps"), _("Step %(title)s")),
    ("LadderFile", "ways_in"): Label(_("Ways in"), _("Way in, %(title)s")),
    ("Level", "name"): RENAMED,
    ("Level", "text"): TEXT,
    ("Level", "points"): Label(_("Points of %(part)s"), weight=MAJOR),
    ("Level", "partial"): Label(_("Part of %(part)s that counts"), weight=MAJOR),
    ("Phase", "title"): RENAMED,
    ("Phase", "text"): TEXT,
    ("Phase", "roles"): Label(_("Titles in %(part)s"), _("Title %(title)s")),
    ("Track", "title"): RENAMED,
    ("Track", "text"): TEXT,
    ("Category", "title"): RENAMED,
    ("Category", "text"): TEXT,
    ("Category", "rated"): Label(_("%(part)s, whether people are asked about it"), weight=MAJOR),
    ("Role", "title"): RENAMED,
    ("Role", "text"): TEXT,
    ("Role", "focus"): Label(_("Skills that %(part)s leans on"), refers="skills"),
    ("Beyond", "title"): RENAMED,
    ("Beyond", "text"): TEXT,
    ("Beyond", "from_"): Label(_("Stages that lead to %(part)s"), refers="stages"),
    ("Beyond", "focus"): Label(_("Skills that %(part)s leans on"), refers="skills"),
    ("Beyond", "tries"): TRIES,
    ("Step", "stop"): Label(_("%(part)s, what to stop")),
    ("Step", "start"): Label(_("%(part)s, what to start")),
    ("Step", "keep"): Label(_("%(part)s, what to keep")),
    ("WayIn", "title"): RENAMED,
    ("WayIn", "text"): TEXT,
    ("WayIn", "to"): Label(_("Stages that %(part)s leads to"), refers="stages"),
    ("WayIn", "brings"): Label(_("%(part)s, what people bring along"), _("%(part)s, bringing %(title)s")),
    ("WayIn", "lacks"): Label(_("%(part)s, what people have not done yet"), _("%(part)s, not done yet")),
    ("Brought", "level"): Label(_("Level of %(part)s")),
    ("Brought", "text"): TEXT,
    ("Lack", "skill"): Label(_("Skill of %(part)s"), refers="skills"),
    ("Lack", "text"): TEXT,
    ("Lack", "tries"): TRIES,
    ("Stage", "phase"): Label(_("Phase"), weight=MINOR, refers="phases"),
    ("Stage", "track"): Label(_("Line"), weight=MINOR, refers="tracks"),
    ("Stage", "rank"): Label(_("Rank"), weight=MINOR),
    ("Stage", "next"): Label(_("The stages it leads on to")),
    ("Stage", "moves"): Label(_("Moves sideways"), refers="stages"),
    ("Stage", "needs"): Label(_("Rule")),
    ("Stage", "must"): Label(_("Must-haves")),
    ("Stage", "weights"): Label(_("Weights")),
    ("Stage", "facts"): Label(_("In short")),
    ("Stage", "roles"): Label(_("Titles people have here"), _("Title %(title)s")),
    ("Stage", "text"): Label(_("Description"), prose=True),
    ("Stage", "does"): Label(_("What people do")),
    ("Stage", "success"): Label(_("How success shows")),
    ("Stage", "tries"): Label(_("Ways to try the work")),
    ("Skill", "category"): Label(_("Category"), weight=MINOR, refers="categories"),
    ("Skill", "text"): Label(_("Description"), prose=True),
    ("Skill", "ref"): Label(_("Reference")),
    ("Skill", "also"): Label(_("Also called")),
    ("Skill", "measures"): Label(_("Measures")),
    ("Skill", "links"): Label(_("Links"), _("Link %(title)s")),
    ("Skill", "levels"): Label(_("Levels")),
    ("Skill", "at"): Label(_("Texts for single stages")),
    ("Descriptor", "name"): Label(_("Name of %(part)s")),
    ("Descriptor", "text"): TEXT,
    ("Descriptor", "signs"): Label(_("Statements of %(part)s"), _("A statement of %(part)s"), rows=MAJOR),
    ("Descriptor", "examples"): Label(_("Examples of %(part)s")),
    ("Statement", "text"): TEXT,
    ("Statement", "id"): Label(_("Id of %(part)s")),
    ("Statement", "examples"): Label(_("Examples of %(part)s")),
    ("Statement", "links"): Label(_("Links of %(part)s"), _("Link %(title)s")),
    ("Statement", "proof"): Label(_("What proves %(part)s"), prose=True),
    ("Entry", "label"): RENAMED,
    ("Entry", "value"): Label("%(part)s"),
}


def label(owner: type[Part], name: str, *, inside: bool = False) -> Label:
    """What a field of the model is called; one without words of ours is called by its key. `inside`: in a part."""
    return LABELS.get((owner.__name__, name)) or (KEY_INSIDE if inside else KEY)
