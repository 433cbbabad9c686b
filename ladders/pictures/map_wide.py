"""The wide picture of a career map: the ladder runs from left to right, its lines lie one above the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ladders.chart import Stage
from ladders.pictures.map_drawing import Drawing, Station, Tag, Text, Words
from ladders.pictures.map_plan import Lane, Plan
from ladders.pictures.map_routes import Block, Paper, Run, Stop, Style, runs, spread
from ladders.pictures.map_ways import edge_ways, move_paths
from ladders.pictures.map_wide_exits import TURN, leave
from ladders.pictures.text_fit import widest, width, wrap, wrap_into

WIDTH = 1120
LIMIT = 1240
FARTHEST = 340
STYLE = Style(least=74, bend=118, longest=126, ease=26, bow=-40, apart=14, turned=False)
COMFORTS = (130, 92)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at a stage: its name in lines, a note, and the name of the track if it has no other place.

    `half` is half of its width.
    """

    lines: tuple[str, ...]
    note: str
    head: str
    tag: str
    marked: bool
    half: float

    @property
    def rows(self) -> int:
        """How many lines it has in all."""
        return len(self.lines) + bool(self.note) + bool(self.head)


@dataclass(frozen=True, slots=True)
class Scene:
    """The map while its measures are taken."""

    plan: Plan
    words: Words
    labels: Mapping[str, Label]
    stops: tuple[Stop, ...]
    ways: list[Run]

    def named(self, lane: Lane) -> str:
        """The name of a lane's track as it stands on the map."""
        return self.words.line % lane.track.title if lane.track else ""


def wide(plan: Plan, words: Words) -> Drawing | None:
    """The map from left to right, or None where it would be too wide to read."""
    for comfort in COMFORTS:
        scene = _scene(plan, words, comfort)
        first = max(60.0, 12 + max(block.back for stop in scene.stops for block in stop.blocks if stop.step == 0))
        along = spread(scene.stops, scene.ways, STYLE, first, {})
        margin = _margin(scene, along)
        if along[-1] + margin <= LIMIT:
            return _draw(scene, _stretch(along, WIDTH - margin), margin)
    return None


def _scene(plan: Plan, words: Words, comfort: float) -> Scene:
    labels = {stage.slug: _label(plan, words, stage, comfort) for stage in plan.chart.stages}
    starts = {band.first - 1: band.phase for band in plan.bands}
    stops = []
    for stage in plan.chart.stages:
        step, lane, label = plan.chart.depth[stage.slug] - 1, plan.lane[stage.slug], labels[stage.slug]
        side = -1 if lane.rank < 0 else 1
        blocks = [Block((lane.rank, side), side, label.half, label.half)]
        if label.tag:
            half = _tag_width(label.tag) / 2
            blocks.append(Block((lane.rank, -side), -side, half, half))
        if lane.rank == 0 and plan.heads(stage) and lane.track:
            blocks.append(Block((0, -1), -1, 6, width(words.line % lane.track.title, 12)))
        if phase := starts.get(step):
            blocks.append(Block("phase", 0, 0, 24 + widest(wrap_into(phase.title, 3, 16), 16)))
        stops.append(Stop(stage.slug, step, lane.rank, tuple(blocks)))
    return Scene(plan, words, labels, tuple(stops), runs(stops, plan.edges, STYLE))


def _label(plan: Plan, words: Words, stage: Stage, comfort: float) -> Label:
    lane, kind = plan.lane[stage.slug], plan.kind(stage)
    tight = plan.chart.depth[stage.slug] < 3 and lane.rank != 0 and plan.heads(stage)
    head = words.line % lane.track.title if tight and lane.track else ""
    tag = {"here": words.here, "aim": words.aim, "stop": ""}[kind]
    lines, note = name_lines(stage.title, comfort), plan.note(stage)
    half = max(widest(lines), width(note, 12, bold=False), width(head, 12)) / 2
    return Label(lines, note, head, tag, kind != "stop", half)


def name_lines(title: str, comfort: float) -> tuple[str, ...]:
    """A name in one line if it is short, in two if each is at most `comfort` wide, else in three."""
    for count, limit in ((1, 80), (2, comfort)):
        lines = wrap_into(title, count)
        if widest(lines) <= limit:
            return lines
    return wrap_into(title, 3)


def _tag_width(text: str) -> float:
    return round(width(text, 12) + 18)


def _trunk(scene: Scene, along: Sequence[float]) -> float:
    """How far right of the last step the way out can turn, clear of what stands below the lines there."""
    last = [block for stop in scene.stops if stop.step == len(along) - 1 for block in stop.blocks]
    return max(TURN, *(block.ahead + 10 for block in last if block.side == 1), 0)


def _margin(scene: Scene, along: Sequence[float]) -> float:
    last = [block for stop in scene.stops if stop.step == len(along) - 1 for block in stop.blocks]
    out = _trunk(scene, along) + TURN if scene.plan.chart.beyond else 12
    return max(out, *(block.ahead + 10 for block in last))


def _stretch(along: list[float], end: float) -> list[float]:
    """The same steps, spread evenly until the last one stands at `end`; steps stay in sight of each other."""
    more = max(0.0, end - along[-1]) / max(1, len(along) - 1)
    places = along[:1]
    for before, place in pairwise(along):
        gap = place - before
        places.append(places[-1] + max(gap, min(gap + more, FARTHEST)))
    return [float(round(place)) for place in places]


def _draw(scene: Scene, along: list[float], margin: float) -> Drawing:
    texts, lines, header = _phases(scene, along, margin)
    across = _rows(scene, header)
    paper = Paper(along, across, STYLE)
    at = {stop.slug: stop for stop in scene.stops}
    stations = tuple(_station(scene, stage, *paper.middle(at[stage.slug])) for stage in scene.plan.chart.stages)
    low = max(across.values()) + _under(scene, max(across))
    out = leave(scene.plan, scene.labels, at, paper, along[-1] + _trunk(scene, along), low)
    height = round(max(low, out.bottom) + 34)
    return Drawing(
        css="map-wide",
        width=round(max(WIDTH, along[-1] + margin, out.right)),
        height=height,
        grid="".join(f"M{x} 8V{height - 6}" for x in lines),
        texts=(*texts, *_tracks(scene, at, paper)),
        moves=move_paths(scene.plan, scene.stops, paper, 14),
        outs=out.path,
        ways=edge_ways(scene.plan, scene.ways, paper),
        stations=stations,
        exits=out.exits,
        tags=tuple(tag for station in stations for tag in _tags(scene, station)),
    )


def _phases(scene: Scene, along: list[float], margin: float) -> tuple[list[Text], list[int], float]:
    """The titles of the phases, the lines between them, and how far down the titles reach."""
    edges = [0, *(_between(scene, along, band.first - 1) for band in scene.plan.bands[1:]), along[-1] + margin]
    texts: list[Text] = []
    bottom = 0.0
    for number, band in enumerate(scene.plan.bands):
        if band.phase is None:
            continue
        x = edges[number] + 16 if number else 14
        room = edges[number + 1] - x - 8
        title = wrap(band.phase.title, room, 16)
        texts.append(Text(x, 24, title, "title", 20))
        bottom = max(bottom, 4 + 20 * len(title))
        note = wrap(band.phase.text.removesuffix("."), room, 12, bold=False) if band.phase.text else ()
        if 0 < len(note) <= 2:
            texts.append(Text(x, 23 + 20 * len(title), note, "low", 16))
            bottom = max(bottom, 7 + 20 * len(title) + 16 * len(note))
    return texts, [round(edge) for edge in edges[1:-1]], bottom


def _between(scene: Scene, along: Sequence[float], step: int) -> float:
    """Half-way between what stands at the step before and at `step`."""

    def reach(at: int) -> float:
        return max(scene.labels[stop.slug].half for stop in scene.stops if stop.step == at)

    return round((along[step - 1] + reach(step - 1) + along[step] - reach(step)) / 2)


def _rows(scene: Scene, header: float) -> dict[int, float]:
    ranks = sorted({lane.rank for lane in scene.plan.lanes})
    y = header + 24 + _over(scene, ranks[0])
    rows = {ranks[0]: float(round(y))}
    for rank in ranks[1:]:
        least = 84 if rank <= 0 else 90
        rows[rank] = float(round(rows[rank - 1] + max(least, _under(scene, rank - 1) + _over(scene, rank))))
    return rows


def _on(scene: Scene, rank: int) -> list[Label]:
    return [scene.labels[stop.slug] for stop in scene.stops if stop.rank == rank]


def _under(scene: Scene, rank: int) -> float:
    labels = _on(scene, rank)
    if rank < 0:
        return 64 if any(label.tag for label in labels) else 16
    return max(22 + 6 * label.marked + 17 * label.rows for label in labels)


def _over(scene: Scene, rank: int) -> float:
    labels = _on(scene, rank)
    if rank < 0:
        return max(21 + 5 * label.marked + 17 * label.rows for label in labels)
    if any(label.tag for label in labels):
        return 64
    return 40 if rank == 0 and scene.plan.lanes[0].track else 16


def _station(scene: Scene, stage: Stage, x: float, y: float) -> Station:
    label, lane, kind = scene.labels[stage.slug], scene.plan.lane[stage.slug], scene.plan.kind(stage)
    name = Text(x, 0, label.lines, "name is-here mid" if kind == "here" else "name mid")
    note = Text(x, 0, (label.note,), "low mid") if label.note else None
    head = Text(x, 0, (label.head,), f"track {lane.css} mid") if label.head else None
    above = lane.rank < 0
    parts = [part for part in ((head, name, note) if above else (name, note, head)) if part]
    line = y - 25 - 5 * label.marked - 17 * (label.rows - 1) if above else y + 34 + 6 * label.marked
    texts = []
    for part in parts:
        texts.append(Text(part.x, line, part.lines, part.css))
        line += 17 * len(part.lines)
    return Station(stage, x, y, kind, tuple(texts))


def _tracks(scene: Scene, at: Mapping[str, Stop], paper: Paper) -> list[Text]:
    """The names of the lines that stand beside them: over the start of the middle one, before the others."""
    texts = []
    for lane in scene.plan.lanes:
        first = lane.stages[0]
        label, (x, y) = scene.labels[first.slug], paper.middle(at[first.slug])
        if not scene.plan.heads(first) or label.head:
            continue
        if lane.rank == 0:
            texts.append(Text(x + (20 if label.tag else -6), y - 24, (scene.named(lane),), f"track {lane.css}"))
        else:
            right = _between(scene, paper.along, at[first.slug].step) - 10
            down = y - 25 if lane.rank < 0 else y + 32
            texts.append(Text(min(right, x - label.half - 14), down, (scene.named(lane),), f"track {lane.css} end"))
    return texts


def _tags(scene: Scene, station: Station) -> list[Tag]:
    text = scene.labels[station.stage.slug].tag
    if not text:
        return []
    below = scene.plan.lane[station.stage.slug].rank < 0
    x, y, wide_ = station.x, station.y, _tag_width(text)
    tip = f"M{x - 6:.0f} {y + 36:.0f}h12l-6-8z" if below else f"M{x - 6:.0f} {y - 36:.0f}h12l-6 8z"
    top = y + 35 if below else y - 60
    return [Tag(x - wide_ / 2, top, wide_, text, station.kind, tip if station.kind == "here" else "")]
