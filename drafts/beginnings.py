"""What a new ladder can begin with: nothing, one of the files that come along, or a copy of a ladder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ladders.chart import Chart
from ladders.exchange import LadderFile, read
from ladders.exchange.fields import TITLE_LENGTH
from ladders.exporting import file_of
from ladders.filed import chart_of_file
from ladders.models import Ladder, Version
from ladders.pictures.career_map import Marks, career_map
from people.models import Person

DATA = Path(__file__).resolve().parents[1] / "ladders/data"
# The scale that an empty ladder begins with is the one of this template.
SCALE = "product-management"
BLANK, TEMPLATE, CLONE = "blank", "template", "clone"


@dataclass(frozen=True, slots=True)
class Beginning:
    """Something to begin with: `key` names it in the form. `size`, `stages` (titles) and `picture` only of those that
    come along.
    """

    key: str
    title: str
    summary: str
    language: str = "en"
    size: str = ""
    stages: tuple[str, ...] = ()
    picture: str = ""


@lru_cache(maxsize=1)
def files() -> dict[str, LadderFile]:
    """The ladders that come along, by the name of the file; read once."""
    found = {path.stem: read(path.read_bytes(), path.name).ladder for path in sorted(DATA.glob("*.yaml"))}
    return {name: file for name, file in found.items() if file is not None and not file.is_library}


def templates() -> tuple[Beginning, ...]:
    """The ladders that come along, each with its map."""
    return tuple(template(name, get_language()) for name in files())


@lru_cache(maxsize=64)
def template(name: str, language: str | None) -> Beginning:
    """One of them, in the language of the page; drawn once."""
    file = files()[name]
    chart = chart_of_file(file)
    return Beginning(
        key=f"{TEMPLATE}:{name}",
        title=file.title,
        summary=file.summary,
        language=chart.language,
        size=size_of(chart),
        stages=tuple(stage.title for stage in chart.stages),
        picture=career_map(chart, Marks(), lambda stage: f"#{stage.slug}"),
    )


def size_of(chart: Chart) -> str:
    """How large a ladder is, in words."""
    stages = ngettext("%(n)d stage", "%(n)d stages", len(chart.stages)) % {"n": len(chart.stages)}
    skills = ngettext("%(n)d skill", "%(n)d skills", len(chart.skills)) % {"n": len(chart.skills)}
    return _("%(stages)s, %(skills)s") % {"stages": stages, "skills": skills}


def copies(viewer: Person) -> tuple[Beginning, ...]:
    """The ladders that the viewer may read and so may copy, by title."""
    current = [ladder.current_id for ladder in Ladder.objects.visible_to(viewer)]
    versions = Version.objects.visible_to(viewer).filter(pk__in=current).select_related("ladder")
    return tuple(
        Beginning(f"{CLONE}:{version.ladder.pid}", version.title, version.summary, version.language or "en")
        for version in versions.order_by("title", "pk")
    )


def file_for(key: str, viewer: Person, title: str) -> LadderFile:
    """The file to begin with. `key` is one of those offered; a copy is of what is in force, and its title says so."""
    kind, _colon, name = key.partition(":")
    if kind == TEMPLATE:
        return files()[name]
    if kind == CLONE:
        ladder = Ladder.objects.visible_to(viewer).get(pid=name)
        file = file_of(Version.objects.visible_to(viewer).select_related("ladder").get(pk=ladder.current_id))
        named = _("%(title)s (copy)") % {"title": file.title}
        return file.model_copy(update={"title": named}) if len(named) <= TITLE_LENGTH else file
    return blank(title)


def blank(title: str) -> LadderFile:
    """A ladder of one stage, with levels to rename."""
    stage = {"id": "first", "title": _("First stage")}
    tree = {"format": "ladder/1", "id": "new", "title": title, "language": "en", "stages": [stage]}
    return LadderFile.model_validate(tree).model_copy(update={"scale": files()[SCALE].scale})
