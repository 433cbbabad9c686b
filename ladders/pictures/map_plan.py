"""What the career map shows of a ladder, before any measure: lanes, phases, the way travelled, the ways out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ladders.chart import Beyond, Chart, Phase, Stage, Track

COLOURED = ("people", "expert")


@dataclass(frozen=True, slots=True)
class Marks:
    """One person's marks on the map: stage slugs, and a short note (a year, a date) for stages."""

    here: str = ""
    aim: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lane:
    """A straight run of stages. `rank` 0 is the middle, negative above it, positive below.

    `css` is the colour class of the line ("" for the first track); `names` is False where an earlier lane
    already carries the name of the track.
    """

    track: Track | None
    rank: int
    css: str
    stages: tuple[Stage, ...]
    names: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A phase and the depths (from, to; both inside) it covers. `phase` is None between phases."""

    phase: Phase | None
    first: int
    last: int


def before(chart: Chart) -> dict[str, list[str]]:
    """For every stage, the stages that lead on to it."""
    into: dict[str, list[str]] = {stage.slug: [] for stage in chart.stages}
    for stage in chart.stages:
        for target in stage.next:
            into[target].append(stage.slug)
    return into


def lanes(chart: Chart) -> tuple[Lane, ...]:
    """The lanes, the middle one first, then those above and below it in turn, in the order of the tracks.

    A track is one lane as long as its stages follow each other; parallel stages open further lanes. The middle
    is the track "core" if there is one, with the stages that have no track; else that of the first stage.
    """
    tracks = {track.slug: track for track in chart.tracks}
    runs = _runs(chart)
    colours = _colours(list(runs))
    found: list[Lane] = []
    for slug, branches in runs.items():
        for number, run in enumerate(branches):
            place = len(found)
            rank = -(place + 1) // 2 if place % 2 else place // 2
            stages = tuple(chart.stage[name] for name in run)
            found.append(Lane(tracks.get(slug), rank, colours[slug], stages, number == 0))
    return tuple(found)


def _runs(chart: Chart) -> dict[str, list[list[str]]]:
    tracks = [track.slug for track in chart.tracks]
    home = {"": "core"} if "core" in tracks else {}
    used = [home.get(stage.track, stage.track) for stage in chart.stages]
    middle = "core" if "core" in used else used[0]
    runs: dict[str, list[list[str]]] = {slug: [] for slug in (middle, *tracks, *used) if slug in used}
    into = before(chart)
    for stage in sorted(chart.stages, key=lambda stage: chart.depth[stage.slug]):
        branches = runs[home.get(stage.track, stage.track)]
        follows = [run for run in branches if run[-1] in into[stage.slug]]
        free = [run for run in branches if chart.depth[run[-1]] < chart.depth[stage.slug]]
        run = next(iter(follows or free), None)
        if run is None:
            branches.append([stage.slug])
        else:
            run.append(stage.slug)
    return runs


def _colours(tracks: list[str]) -> dict[str, str]:
    found = {slug: slug for slug in tracks if slug in COLOURED}
    for number, slug in enumerate(tracks):
        if slug not in found:
            used = list(found.values())
            found[slug] = min(COLOURED, key=used.count) if number else ""
    return found


def bands(chart: Chart) -> tuple[Band, ...]:
    """The phases along the ladder; empty where they do not divide it cleanly (a depth in two phases)."""
    phases = {phase.slug: phase for phase in chart.phases}
    found: list[Band] = []
    for depth in range(1, max(chart.depth.values()) + 1):
        here = {stage.phase for stage in chart.stages if chart.depth[stage.slug] == depth and stage.phase in phases}
        if len(here) > 1:
            return ()
        phase = phases[here.pop()] if here else None
        if found and found[-1].phase == phase:
            found[-1] = Band(phase, found[-1].first, depth)
        else:
            found.append(Band(phase, depth, depth))
    named = [band.phase.slug for band in found if band.phase]
    return tuple(found) if named and len(named) == len(set(named)) else ()


def travelled(chart: Chart, marks: Marks) -> frozenset[tuple[str, str]]:
    """The edges (from, to) behind the person: between stages held, by the notes, and the present one.

    Without any mark of where a person stands every edge counts, and the map is drawn in full lines.
    """
    edges = frozenset((stage.slug, target) for stage in chart.stages for target in stage.next)
    leads_on = {stage.slug: stage.next for stage in chart.stages}
    later = _reach(leads_on, [marks.here]) - {marks.here}
    held = [
        slug for slug in {*marks.notes, marks.here} if slug in leads_on and slug not in later and slug != marks.aim
    ]
    if not held:
        return edges
    after, until = _reach(leads_on, held), _reach(before(chart), held)
    return frozenset((start, end) for start, end in edges if start in after and end in until)


def _reach(leads_on: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    open_ = list(starts)
    while open_:
        slug = open_.pop()
        if slug not in found:
            found.add(slug)
            open_.extend(leads_on.get(slug, ()))
    return found


def moves(chart: Chart) -> tuple[tuple[Stage, Stage], ...]:
    """Sideways moves, each pair once, the shallower stage first."""
    place = {stage.slug: (chart.depth[stage.slug], number) for number, stage in enumerate(chart.stages)}
    pairs = {
        tuple(sorted((stage.slug, target), key=place.__getitem__))
        for stage in chart.stages
        for target in stage.moves
        if target in place and target != stage.slug
    }
    return tuple(
        (chart.stage[a], chart.stage[b]) for a, b in sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))
    )


def leaves_from(chart: Chart, place: Beyond) -> tuple[Stage, ...]:
    """The stages from which `place` is reached: those it names, or else every end of the ladder."""
    if place.start:
        return tuple(stage for stage in chart.stages if stage.slug in place.start)
    return tuple(stage for stage in chart.stages if not stage.next)


def exits(chart: Chart) -> tuple[Beyond, ...]:
    """The places beyond the ladder, those reached earliest first."""

    def earliest(place: Beyond) -> int:
        return min((chart.depth[stage.slug] for stage in leaves_from(chart, place)), default=0)

    return tuple(sorted(chart.beyond, key=earliest))


def gates(chart: Chart) -> frozenset[str]:
    """The ends of the ladder (slugs) from which some place beyond is reached."""
    return frozenset(stage.slug for place in chart.beyond for stage in leaves_from(chart, place) if not stage.next)


@dataclass(frozen=True, slots=True)
class Plan:
    """A ladder and a person's marks, with what both pictures need to know: edges as slugs, moves as stages."""

    chart: Chart
    marks: Marks
    lanes: tuple[Lane, ...]
    lane: Mapping[str, Lane]
    bands: tuple[Band, ...]
    behind: frozenset[tuple[str, str]]
    edges: tuple[tuple[str, str], ...]
    moves: tuple[tuple[Stage, Stage], ...]

    def kind(self, stage: Stage) -> str:
        """How a stage is marked: here, aim or stop."""
        if stage.slug == self.marks.here:
            return "here"
        return "aim" if stage.slug == self.marks.aim else "stop"

    def note(self, stage: Stage) -> str:
        """The person's note at a stage, or nothing."""
        return self.marks.notes.get(stage.slug, "")

    def css(self, start: str, end: str) -> str:
        """The colour of an edge: that of the further line it belongs to."""
        return self.lane[end].css or self.lane[start].css

    def heads(self, stage: Stage) -> bool:
        """Whether the name of the track stands at this stage, the first of its line."""
        lane = self.lane[stage.slug]
        return lane.names and lane.track is not None and lane.stages[0] is stage


def plan(chart: Chart, marks: Marks) -> Plan:
    """What a map of `chart` shows; the chart has one stage or more."""
    found = lanes(chart)
    lane = {stage.slug: lane for lane in found for stage in lane.stages}
    edges = tuple((stage.slug, target) for stage in chart.stages for target in stage.next)
    return Plan(chart, marks, found, lane, bands(chart), travelled(chart, marks), edges, moves(chart))
