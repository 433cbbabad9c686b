"""The pure parts of `make bench`: what is asked, what is left out, what comes of it. No test starts a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.bench import machine
from tools.bench.figures import Burst, Compared, Inside, Ratio, Result, compared, ratio
from tools.bench.first_load import IN_SHEET, files
from tools.bench.report import first_load_said, notes, tabs, verdict
from tools.bench.visits import PAGES, SEEN, Visit, pages_of

INSIDE = Inside(queries=4, sql=0.5, templates=1.5, size=8000, brotli=2000)


def burst(cpu: float | None, latency: float = 0.001, others: float = 0.0) -> Burst:
    return Burst(requests=100, cpu=cpu, latency=latency, others=others)


def at(middle: float, *, noisy: bool = False) -> Compared:
    return Compared(Ratio(middle, middle, middle), Ratio(9.0, 9.0, 9.0), floor=1.0, dropped=0, noisy=noisy)


def result(page: str = "gap", alone: float = 2.0, crowded: float = 2.1, aim: float | None = None) -> Result:
    return Result(page, at(alone), at(crowded), INSIDE, memory=80.0, aim=aim)


def test_ratio() -> None:
    assert ratio([3.0, 1.0, 2.0]) == Ratio(middle=2.0, low=1.0, high=3.0)


def test_compared() -> None:
    pairs = [(burst(0.001), burst(0.002)), (burst(0.001), burst(0.004)), (burst(0.002), burst(0.006))]
    assert compared(pairs) == Compared(
        cpu=Ratio(3.0, 2.0, 4.0), latency=Ratio(1.0, 1.0, 1.0), floor=1.0, dropped=0, noisy=False
    )


def test_compared_leaves_out_what_was_disturbed() -> None:
    quiet, floor_disturbed = (burst(0.001), burst(0.002)), (burst(0.001, others=0.9), burst(0.009))
    page_disturbed = (burst(0.001), burst(0.009, others=0.3))
    found = compared([quiet, floor_disturbed, quiet, page_disturbed, quiet])
    assert (found.cpu, found.dropped, found.noisy) == (Ratio(2.0, 2.0, 2.0), 2, False)


def test_compared_keeps_the_quieter_half_of_a_noisy_run() -> None:
    pairs = [(burst(0.001, others=noise), burst(0.001 * factor)) for factor, noise in ((2, 0.5), (3, 0.3), (9, 1.5))]
    found = compared(pairs)
    assert (found.cpu, found.dropped, found.noisy) == (Ratio(2.5, 2.0, 3.0), 1, True)


def test_compared_without_proc_judges_by_latency() -> None:
    found = compared([(burst(None, latency=0.002), burst(None, latency=0.003))])
    assert (found.cpu, found.judged, found.floor) == (None, Ratio(1.5, 1.5, 1.5), 2.0)


@pytest.mark.parametrize(
    ("aim", "crowded", "said"), [(None, 9.0, ""), (2.2, 2.2, "2.2 met"), (2.2, 2.21, "2.2 NOT MET")]
)
def test_verdict(aim: float | None, crowded: float, said: str) -> None:
    assert verdict(result(crowded=crowded, aim=aim)) == said


def test_tabs() -> None:
    assert list(tabs([result()], {"/": 4000, "/static/a.css": 900})) == [
        "page\tratio at concurrency 1\tratio at 8\tqueries\tbytes",
        "gap\t2.00\t2.10\t4\t8000",
        "first load\t–\t–\t–\t4900",
    ]
    assert list(tabs([], {})) == ["page\tratio at concurrency 1\tratio at 8\tqueries\tbytes"]


def test_notes() -> None:
    noisy = Result("home", at(1.0, noisy=True), at(1.0), Inside(9, 0.1, 0.1, 10, 9), memory=80.0, aim=None)
    assert list(notes([result(), noisy])) == [
        "The floor took 1.00 to 1.00 ms on this machine today.",
        "* Something else used the machine most of the time; the quieter half of the pairs was kept.",
        "More than 8 queries: home (9).",
    ]


@pytest.mark.parametrize(
    ("size", "said"), [(59_999, "under the limit of 60000"), (60_000, "OVER the limit of 60000")]
)
def test_first_load_said(size: int, said: str) -> None:
    assert list(first_load_said({"/": size}))[-1] == f"{size:>8}  in all: {said}"


def test_files() -> None:
    page = '<link href="/static/a.css"><script src="/static/b.js?x"></script><use href="/static/c.svg#sun"/>'
    assert files(page + page + '<a href="/ladders/">') == ["/static/a.css", "/static/b.js", "/static/c.svg"]
    assert files('a{background:url("/static/d.svg")}b{mask:url(data:,)}', IN_SHEET) == ["/static/d.svg"]


def test_visit_get() -> None:
    request = b"GET /gaps/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=s\r\nAccept-Encoding: gzip, br\r\n\r\n"
    assert Visit("/gaps/", "session=s").request(3, seen=0) == request


def test_visit_post_sends_its_bodies_in_turn() -> None:
    visit = Visit("/a/", "c", bodies=("level=2", f"level=10&seen={SEEN}"), status=204)
    assert [visit.request(number, seen=7).split(b"Content-Length: ")[1] for number in range(3)] == [
        b"7\r\n\r\nlevel=2",
        b"15\r\n\r\nlevel=10&seen=7",
        b"7\r\n\r\nlevel=2",
    ]


def test_pages_of() -> None:
    assert pages_of("") == list(PAGES)
    assert pages_of("gap, floor") == ["floor", "gap"]
    with pytest.raises(ValueError, match="no such page: gaps, nav;"):
        pages_of("nav,gap,gaps")


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """A machine with two processes: 7, and 12 that 7 started; both have a name with a space and brackets."""
    for pid, parent, user, system, pages in ((7, 1, 150, 50, 256), (12, 7, 10, 5, 512)):
        (tmp_path / str(pid)).mkdir()
        rest = f"S {parent} 0 0 0 0 0 0 0 0 0 {user} {system} 0 0 0 0 1 0 0 0 {pages}"
        (tmp_path / str(pid) / "stat").write_text(f"{pid} (a (b) c) {rest}\n")
    (tmp_path / "stat").write_text("cpu  100 20 80 999 0 0 0 0 0 0\ncpu0 1 1 1\n")
    return tmp_path


def test_machine(proc: Path) -> None:
    ticks, page = machine.TICKS, machine.PAGE
    assert machine.spent([7, 12, 99], proc) == {7: 200 / ticks, 12: 15 / ticks}
    assert machine.busy(proc) == 200 / ticks
    assert machine.children(7, proc) == [12]
    assert machine.memory([7, 12], proc) == 512 * page / 2**20
    assert machine.memory([99], proc) == 0.0


def test_between_counts_new_processes_and_forgets_gone_ones() -> None:
    assert machine.between({1: 1.0, 2: 5.0}, {1: 1.5, 3: 0.25}) == 0.75
