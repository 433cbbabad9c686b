"""Bringing a file along: what can be read is kept for its owner, what cannot is told on the spot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from drafts.models import Keeper, Upload
from drafts.models.upload import MOST
from ladders.chart import Chart
from ladders.models import Ladder
from safeguards.uploads import LARGEST
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import errors, links, main
from tests.cast import Cast
from tests.drafts.brought import LONG, NEW, SMALL, WIDE, a_file, bring, brought, form_of, problems
from tests.drafts.conftest import client_of


def test_a_ladder_file_is_kept_and_looked_at(as_lin: Client, cast: Cast) -> None:
    answer = bring(as_lin, file=a_file())
    upload = Upload.objects.visible_to(cast.lin).get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{NEW}{upload.pid}/")
    assert (upload.name, upload.kind, upload.data, upload.given) == ("ladder.yaml", "ladder", SMALL, "")


@pytest.mark.parametrize(
    ("body", "name", "kind", "found"),
    [
        (SMALL, "ladder.txt", "find-out", "ladder"),
        (WIDE, "table.csv", "find-out", "wide"),
        (LONG, "table.csv", "find-out", "long"),
        (LONG, "table.csv", "wide", "wide"),
        (SMALL, "no-name", "ladder", "ladder"),
    ],
)
def test_finds_out_what_it_is(as_lin: Client, cast: Cast, body: bytes, name: str, kind: str, found: str) -> None:
    answer = bring(as_lin, file=a_file(body, name), kind=kind)
    upload = Upload.objects.visible_to(cast.lin).get()
    assert upload.kind == found
    assert answer.headers["Location"] == f"{NEW}{upload.pid}/{'map/' if found != 'ladder' else ''}"


def test_a_text_instead_of_a_file(as_lin: Client, cast: Cast) -> None:
    bring(as_lin, text=SMALL.decode())
    upload = Upload.objects.visible_to(cast.lin).get()
    assert (upload.name, upload.kind, upload.data) == ("Pasted text", "ladder", SMALL)


def test_errors_are_told_with_their_lines_and_what_was_pasted_stays(as_lin: Client) -> None:
    text = "format: ladder/1\nid: a\ntitle: A\nstages:\n  - {id: b, title: B, next: [c]}\n"
    answer = bring(as_lin, text=text, kind="ladder")
    assert (answer.status_code, Upload.objects.count()) == (422, 0)
    assert problems(answer) == [
        'Line 5 stages[0].next[0] there is no stage "c" - {id: b, title: B, next: [c]}',
    ]
    assert [node.text for node in main(answer).one("div", "errors").all("li")] == ["The file has 1 error."]
    sent = form_of(answer)
    assert (sent["text"], sent["kind"]) == ([text], ["ladder"])


def test_a_table_that_cannot_be_read(as_lin: Client) -> None:
    answer = bring(as_lin, file=a_file(b'Skill,One\nAim,"x\n', "table.csv"))
    assert (answer.status_code, Upload.objects.count()) == (422, 0)
    assert problems(answer) == ['Line 2 a text in quotes starts in this row and never ends Aim,"x']
    wide = b"Skill," + b",".join(b"s%d" % number for number in range(320)) + b"\nAim" + b",x" * 320
    assert problems(bring(as_lin, file=a_file(wide, "wide.csv")))[0].startswith("Line 1 more than 320 columns")


def test_a_translation_is_told_where_it_goes(as_lin: Client) -> None:
    answer = bring(as_lin, file=a_file(b"format: ladder/1\nid: small\nlanguage: de\ntranslates:\ntitle: Klein\n"))
    said = "This is a translation: the command ladder_import puts it beside its ladder."
    assert (answer.status_code, errors(answer), Upload.objects.count()) == (422, {"file": said}, 0)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"PK\x03\x04\0", "Line 1 this is a workbook and not CSV: save the table as CSV UTF-8"),
        (b"\xd0\xcf\x11\xe0\0", "Line 1 this is a workbook and not CSV: save the table as CSV UTF-8"),
        (b"%PDF-1.7\n\xe2", "Line 1 this is a PDF and not CSV: save the table as CSV UTF-8"),
        (b"\x1f\x8b\x08", "Line 1 this is a packed file and not CSV: save the table as CSV UTF-8"),
        (
            "Skill,One\nGröße,über\nÄrger,x".encode() + b"\xe2\x82\n",
            'Line 3 byte 0xE2 is not UTF-8 (in Windows-1252 it is "â"): save the table as CSV UTF-8',
        ),
    ],
)
def test_what_is_no_table(as_lin: Client, body: bytes, said: str) -> None:
    answer = bring(as_lin, file=a_file(body, "table.csv"))
    assert (answer.status_code, Upload.objects.count()) == (422, 0)
    assert problems(answer)[0].startswith(said)


def test_the_text_of_a_line_is_found_among_millions(as_lin: Client) -> None:
    body = b'Skill,One\nAim,x\nCare,"' + b"\n" * 4_000_000
    assert problems(bring(as_lin, file=a_file(body, "table.csv"))) == [
        'Line 3 a cell is longer than 100,000 characters, or its quotes never end Care,"'
    ]


def test_nothing_both_or_too_large(as_lin: Client) -> None:
    assert errors(bring(as_lin)) == {"file": "Choose a file, or paste its text."}
    both = main(bring(as_lin, file=a_file(), text="x")).one("div", "errors")
    assert [node.text for node in both.all("li")] == ["Choose a file or paste a text, one of them."]
    answer = bring(as_lin, file=a_file(b"a" * (LARGEST + 1)))
    assert (answer.status_code, errors(answer)) == (422, {"file": "The file is larger than 5 MB."})
    assert errors(bring(as_lin, file=a_file(b""))) == {"file": "The submitted file is empty."}
    assert Upload.objects.count() == 0


def test_a_file_with_a_name_that_says_nothing_good(as_lin: Client, cast: Cast) -> None:
    bring(as_lin, file=a_file(SMALL, "../../<b>أداة.yaml"))
    assert Upload.objects.visible_to(cast.lin).get().name == "<b>أداة.yaml"
    assert "&lt;b&gt;أداة.yaml" in as_lin.get(NEW).content.decode()


def test_sent_twice_it_is_kept_once(as_lin: Client) -> None:
    first = form_of(as_lin.get(NEW))
    answers = [as_lin.post(NEW, {**first, "text": "", "file": a_file()}) for _time in range(2)]
    assert [answer.headers["Location"] for answer in answers] == [answers[0].headers["Location"]] * 2
    assert Upload.objects.count() == 1


def test_one_sees_ones_own_for_a_week(as_lin: Client, cast: Cast) -> None:
    mine, old, others = brought(cast.lin), brought(cast.lin), brought(cast.cy, name="others.yaml")
    Upload.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=7))
    assert [href for href, _text in links(main(as_lin.get(NEW))) if href.startswith(NEW)] == [f"{NEW}{mine.pid}/"]
    assert as_lin.get(f"{NEW}{old.pid}/").status_code == 404
    assert "others.yaml" not in as_lin.get(NEW).content.decode()
    bring(as_lin, file=a_file())
    assert set(Upload.objects.values_list("pk", flat=True)) >= {mine.pk, others.pk}
    assert not Upload.objects.filter(pk=old.pk).exists()


def test_the_oldest_make_room(cast: Cast) -> None:
    first, *rest = [brought(cast.lin, name=str(number)) for number in range(MOST + 1)]
    assert set(Upload.objects.values_list("pk", flat=True)) == {one.pk for one in rest}
    assert first.pk is not None


def test_who_may_bring_a_file(cast: Cast, ladder: Chart) -> None:
    assert client_of(cast.ada).get(NEW).status_code == 403
    assert client_of(cast.ada).post(NEW, {"text": "x"}).status_code == 403
    found = Ladder.objects.get(pid=ladder.ladder)
    Keeper.objects.create(ladder=found, person=cast.eve, kind=Keeper.Kind.EDIT)
    assert client_of(cast.eve).get(NEW).status_code == 200
    Keeper.objects.create(ladder=found, person=cast.ada, kind=Keeper.Kind.PUBLISH)
    assert client_of(cast.ada).get(NEW).status_code == 403
    leads_to_welcome(NEW)


@pytest.mark.parametrize("count", [1, MOST])
def test_queries(as_lin: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _number in range(count):
        brought(cast.lin)
    with django_assert_num_queries(4):
        as_lin.get(NEW)
