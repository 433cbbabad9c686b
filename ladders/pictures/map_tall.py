"""The tall picture of a career map: the ladder runs from top to bottom, for narrow screens and long ladders.

With one or two columns the names stand beside their stations, parallel stages side by side. With more, every
stage has a row of its own and all names stand to the right of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ladders.chart import Stage
from ladders.pictures.map_drawing import Drawing, Exit, Station, Tag, Text, Words
from ladders.pictures.map_plan import Plan, before, exits, gates
from ladders.pictures.map_routes import Block, Paper, Run, Stop, Style, runs, spread
from ladders.pictures.map_ways import edge_ways, move_paths
from ladders.pictures.text_fit import width, wrap

WIDTH = 340
LEFT = 22
PITCH = 160
NARROW = 28
LINES = 140
BESIDE = Style(least=54, bend=92, longest=140, ease=24, bow=-18, apart=16, turned=True)
APART = Style(least=54, bend=40, longest=54, ease=24, bow=-12, apart=16, turned=True)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a station: texts relative to its middle, and how far up and down they reach."""

    texts: tuple[Text, ...]
    up: float
    down: float
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The map while its measures are taken. `step` and `column` are by stage slug."""

    plan: Plan
    words: Words
    step: Mapping[str, int]
    column: Mapping[str, int]

    @property
    def columns(self) -> int:
        """How many lines run side by side."""
        return 1 + max(self.column.values())

    @property
    def beside(self) -> bool:
        """Whether names stand beside their stations."""
        return self.columns <= 2

    @property
    def style(self) -> Style:
        """The measures of this map."""
        return BESIDE if self.beside else APART

    def x(self, column: int) -> float:
        """Where a column stands."""
        pitch = PITCH if self.beside else min(NARROW, LINES / (self.columns - 1))
        return LEFT + round(column * pitch)

    def full(self, stage: Stage) -> bool:
        """Whether the name may use the whole width: only one line runs here."""
        if self.columns == 1 or not self.beside:
            return True
        return self.step[stage.slug] < min(self._starts())

    def _starts(self) -> list[int]:
        return [self.step[slug] for slug, column in self.column.items() if column == 1]


def tall(plan: Plan, words: Words) -> Drawing:
    """The map from top to bottom; it always fits."""
    scene = _scene(plan, words)
    labels = {stage.slug: _label(scene, stage) for stage in plan.chart.stages}
    stops = tuple(_stop(scene, stage.slug, labels[stage.slug]) for stage in plan.chart.stages)
    ways = runs(stops, plan.edges, scene.style)
    titles = {row: 14.0 + 20 * len(lines) for row, lines in _titles(scene) if row}
    room = 30 if plan.bands else 8
    top = max(room + 22, *(room + labels[stop.slug].up for stop in stops if stop.step == 0))
    along = [float(round(place)) for place in spread(stops, ways, scene.style, top, titles)]
    paper = Paper(along, {column: scene.x(column) for column in range(scene.columns)}, scene.style)
    return _draw(scene, labels, stops, ways, paper)


def _scene(plan: Plan, words: Words) -> Scene:
    column = _columns(plan)
    depth = plan.chart.depth
    if max(column.values()) < 2:
        return Scene(plan, words, {slug: depth[slug] - 1 for slug in depth}, column)
    order = sorted(depth, key=lambda slug: (depth[slug], column[slug]))
    return Scene(plan, words, {slug: row for row, slug in enumerate(order)}, column)


def _columns(plan: Plan) -> dict[str, int]:
    """The column of each stage; a lane takes over the column of one that has led on and ended."""
    depth, into, out = plan.chart.depth, before(plan.chart), gates(plan.chart)
    taken: list[int] = []
    column: dict[str, int] = {}
    for lane in sorted(plan.lanes, key=lambda lane: depth[lane.stages[0].slug]):
        slugs = [stage.slug for stage in lane.stages]
        start = min([depth[slugs[0]], *(depth[a] + 1 for slug in slugs for a in into[slug])])
        end = max([depth[slugs[-1]], *(depth[b] - 1 for stage in lane.stages for b in stage.next)])
        place = next((number for number, until in enumerate(taken) if until < start), len(taken))
        taken[place : place + 1] = [10**6 if slugs[-1] in out else end]
        column.update(dict.fromkeys(slugs, place))
    return column


def _stop(scene: Scene, slug: str, label: Label) -> Stop:
    side = 1 if scene.beside else 0
    block = Block("names", side, label.up, label.down)
    return Stop(slug, scene.step[slug], scene.column[slug], (block,))


def _label(scene: Scene, stage: Stage) -> Label:
    plan, kind, lane = scene.plan, scene.plan.kind(stage), scene.plan.lane[stage.slug]
    full, column = scene.full(stage), scene.column[stage.slug]
    x = (30 if full else 22) + (scene.x(column) if scene.beside else scene.x(scene.columns - 1))
    room = (WIDTH if full or column else LEFT + PITCH - 12) - x
    tag = {"here": scene.words.here, "aim": scene.words.aim, "stop": ""}[kind]
    space = round(width(tag, 12) + 18) if tag else 0
    if full:
        room -= space + 12 if tag else 14
    head = wrap(lane.track.title, room, 12) if lane.rank and plan.heads(stage) and lane.track else ()
    parts = (
        (head, f"track {lane.css}"),
        (wrap(stage.title, room), "name is-here" if kind == "here" else "name"),
        (wrap(plan.note(stage), room, 12, bold=False), "low"),
    )
    rows = sum(len(lines) for lines, _css in parts)
    line = {-1: -11 - 17 * (rows - 1), 0: round(5 - 8.5 * (rows - 1)), 1: 19}[_lift(scene, stage)]
    texts: list[Text] = []
    up, down = 12 - line, line + 17 * (rows - 1) + 5
    for lines, css in parts:
        if lines:
            texts.append(Text(x, line, lines, css))
        line += 17 * len(lines)
    if not tag:
        return Label(tuple(texts), up, down, None)
    flag = Tag(WIDTH - space, -12, space, tag, kind) if full else Tag(x, max(down, 10) + 6, space, tag, kind)
    return Label(tuple(texts), max(up, 14), max(down, flag.y + 27), flag)


def _lift(scene: Scene, stage: Stage) -> int:
    """-1 where the name has to stand above its station, 1 below: a move runs to the line on the right."""
    if not scene.beside:
        return 0
    column, step = scene.column, scene.step
    partners = [b if a is stage else a for a, b in scene.plan.moves if stage in (a, b)]
    right = [step[other.slug] for other in partners if column[other.slug] > column[stage.slug]]
    if not right:
        return 0
    return -1 if max(right) >= step[stage.slug] else 1


def _draw(
    scene: Scene, labels: Mapping[str, Label], stops: tuple[Stop, ...], ways: list[Run], paper: Paper
) -> Drawing:
    at = {stop.slug: stop for stop in stops}
    chart = scene.plan.chart
    stations, tags = [], []
    for stage in chart.stages:
        y, x = paper.middle(at[stage.slug])
        label = labels[stage.slug]
        placed = tuple(Text(text.x, y + text.y, text.lines, text.css) for text in label.texts)
        stations.append(Station(stage, x, y, scene.plan.kind(stage), placed))
        if label.tag:
            tags.append(_flag(label.tag, y))
    grid, texts = _phases(scene, labels, paper)
    low = max(station.y + max(12, labels[station.stage.slug].down) for station in stations)
    places, outs, more, low = _out(scene, at, paper, low)
    return Drawing(
        css="map-tall",
        width=WIDTH,
        height=round(low + 16),
        grid=grid,
        texts=(*texts, *more),
        moves=move_paths(scene.plan, stops, paper, 18),
        outs=outs,
        ways=edge_ways(scene.plan, ways, paper),
        stations=tuple(stations),
        exits=places,
        tags=tuple(tags),
    )


def _flag(tag: Tag, y: float) -> Tag:
    right = tag.x + tag.width == WIDTH and tag.kind == "here"
    tip = f"M{tag.x:.0f} {y - 5:.0f}v11l-7-5z" if right else ""
    return Tag(tag.x, y + tag.y, tag.width, tag.text, tag.kind, tip)


def _titles(scene: Scene) -> list[tuple[int, tuple[str, ...]]]:
    """The row each phase begins with, and its title in lines."""
    found = []
    room = WIDTH - 12 - scene.x(scene.columns - 1)
    for band in scene.plan.bands:
        row = min(step for slug, step in scene.step.items() if scene.plan.chart.depth[slug] == band.first)
        found.append((row, wrap(band.phase.title, room if row else WIDTH, 16) if band.phase else ()))
    return found


def _phases(scene: Scene, labels: Mapping[str, Label], paper: Paper) -> tuple[str, list[Text]]:
    """The lines between the phases and their titles: the first on the left, the others on the right."""
    grid, texts = "", []
    for row, lines in _titles(scene):
        up = max(labels[slug].up for slug, step in scene.step.items() if step == row)
        y = paper.along[row] - 12 - 20 * len(lines) - max(20, up)
        if row:
            grid += f"M0 {y:.0f}H{WIDTH}"
        if lines:
            texts.append(Text(WIDTH if row else 0, y + 22 if row else 16, lines, "title end" if row else "title", 20))
    return grid, texts


def _out(
    scene: Scene, at: Mapping[str, Stop], paper: Paper, low: float
) -> tuple[tuple[Exit, ...], str, list[Text], float]:
    """The places beyond under the last column, the dashed paths to them, their title, how far down they reach."""
    places, ends = exits(scene.plan.chart), sorted(gates(scene.plan.chart))
    if not places:
        return (), "", [], low
    column = max((at[slug].rank for slug in ends), default=0)
    x = scene.x(column)
    side = x + 22 if scene.beside else scene.x(scene.columns - 1) + 30
    join = round(low) + 24
    y = join + 34.0
    found = []
    for place in places:
        lines = wrap(place.title, WIDTH - side, 12, bold=False)
        found.append(Exit(place, x, y, Text(side, y + 4, lines, "low", 16)))
        y += 26 + 16 * max(len(lines) - 1, 0)
    path = f"M{x:.0f} {join}V{found[-1].y:.0f}" if ends else ""
    for slug in ends:
        y_end, x_end = paper.middle(at[slug])
        turn = f"V{join}" if x_end == x else f"V{join - 22}q0 22 22 22H{x:.0f}"
        path += f"M{x_end:.0f} {y_end:.0f}{turn}"
    title = Text(0 if column else side, join + (38 if column else 10), (scene.words.beyond,), "title")
    return tuple(found), path, [title], y - 26
