"""What a file would do: every error, or every change; and the button that puts it into the draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.assembling import assemble
from drafts.models import Change, Draft, Keeper, Upload
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.uploading import goals, put, state_of
from drafts.writing import pen
from ladders.chart import Chart
from ladders.exchange import read
from ladders.importing import take_in
from ladders.models import Ladder, Version
from people.models import Duty
from safeguards.revisions import Stale
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.drafts.brought import (
    GIVEN,
    LONG,
    SMALL,
    WIDE,
    brought,
    changed_default,
    form_of,
    headings,
    problems,
    url_of,
)
from tests.drafts.conftest import client_of
from tests.drafts.pieces import piece_of
from tests.ladders.files import FOLDER
from tests.ladders.files import ladder as file_in

CHANGES = {"title: Product Associate": "title: Associate", "guidance": "help"}
USES = """\
format: ladder/1
id: ours
title: Ours
uses: shared-skills
stages: [{id: a, title: A}]
expects:
  research: {a: 2}
"""


def send(client: Client, upload: Upload, **changes: Any) -> Any:
    return client.post(url_of(upload), {**form_of(client.get(url_of(upload))), **changes})


def test_a_new_ladder(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin)
    shown = as_lin.get(url_of(upload))
    assert headings(shown) == ["What this file would do", "What would be different"]
    assert "Small : 1 stage, 0 skills of its own" in main(shown).text
    answer = send(as_lin, upload)
    draft = Draft.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/drafts/{draft.pid}/")
    found = assemble(draft).file
    assert found is not None
    assert found == file_in(SMALL).model_copy(update={"id": draft.ladder.slug})
    assert (Upload.objects.count(), Version.objects.count()) == (0, 0)
    assert not Ladder.objects.visible_to(cast.ada).exists()


def test_the_next_draft_of_the_ladder_with_the_same_id(as_lin: Client, cast: Cast, ladder: Chart) -> None:
    body = changed_default(CHANGES)
    upload = brought(cast.lin, body)
    shown = main(as_lin.get(url_of(upload)))
    assert "Compared with version 1.0 ; a draft would be opened. 3 changes: 3 wordings." in shown.text
    assert [node.text for node in shown.all("del")] != []
    answer = send(as_lin, upload)
    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/drafts/{draft.pid}/"
    assert (draft.ladder.pid, assemble(draft).file) == (ladder.ladder, file_in(body))
    assert Change.objects.filter(draft=draft, by=cast.lin).count() == 2
    assert Version.objects.count() == 1


def test_its_stages_stand_in_their_order_and_its_skills_below(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin, WIDE, "roles.csv", "wide", f"{GIVEN}stages: [Senior PM, PM]\n")
    told = {node.one("summary").text: node for node in main(as_lin.get(url_of(upload))).all("details")}
    stages, skills = told["Its stages, in their order"], told["Its skills"]
    assert ([item.text for item in stages.all("li")], "open" in stages.attrs) == (["Senior PM", "PM"], True)
    assert ([item.text for item in skills.all("li")], "open" in skills.attrs) == (["Aim", "Care"], False)


def test_an_open_draft_is_compared_and_replaced(as_lin: Client, cast: Cast, draft: Draft) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "title", "Older words")
        hand.add(Kind.SKILL, "ours", {"title": "Ours"})
    body = changed_default(CHANGES)
    upload = brought(cast.lin, body)
    shown = main(as_lin.get(url_of(upload))).text
    assert "Compared with the open draft, which it would replace." in shown
    assert "Older words" in shown
    send(as_lin, upload)
    draft.refresh_from_db()
    assert assemble(draft).file == file_in(body)
    assert piece_of(draft, Kind.SKILL, "ours").retired is True


def test_into_another_ladder(as_lin: Client, cast: Cast, ladder: Chart) -> None:
    upload = brought(cast.lin)
    shown = as_lin.get(url_of(upload), {"into": ladder.ladder})
    options = [(node.attrs["value"], "selected" in node.attrs) for node in main(shown).all("option")]
    assert options == [("new", False), (ladder.ladder, True)]
    assert "Compared with version 1.0" in main(shown).text
    as_lin.post(url_of(upload), form_of(shown))
    draft = Draft.objects.get()
    found = assemble(draft).file
    assert found is not None
    assert (draft.ladder.pid, found.title, found.id) == (ladder.ladder, "Small", "product-management")


def test_a_file_that_says_the_same(as_lin: Client, cast: Cast, ladder: Chart) -> None:
    upload = brought(cast.lin, changed_default({}))
    assert "Nothing: the latest version says the same." in main(as_lin.get(url_of(upload))).text
    open_draft(Ladder.objects.get(), by=cast.lin)
    assert "Nothing: the open draft says the same." in main(as_lin.get(url_of(upload))).text


def test_a_draft_that_does_not_fit_together(as_lin: Client, cast: Cast, draft: Draft) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "next", ["nowhere"])
    upload = brought(cast.lin, changed_default({}))
    assert "The open draft does not fit together" in main(as_lin.get(url_of(upload))).text
    send(as_lin, upload)
    draft.refresh_from_db()
    assert assemble(draft).troubles == ()


def test_warnings_stop_nobody(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin, SMALL + b"  - {id: b, title: B, next: []}\n")
    assert problems(as_lin.get(url_of(upload))) == [
        'Line 7 stages[1] "b" is empty: nothing is said about it - {id: b, title: B, next: []}'
    ]
    assert send(as_lin, upload).status_code == 302


def test_errors_keep_it_out(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin, SMALL + b"skills: [{id: a}]\n")
    shown = as_lin.get(url_of(upload))
    assert headings(shown) == ["What this file would do", "One error keeps it out"]
    assert problems(shown) == ["Line 7 skills[0].title is missing skills: [{id: a}]"]
    answer = as_lin.post(url_of(upload), {"into": "new", "once": "t" * 22})
    assert (answer.status_code, Draft.objects.count(), Upload.objects.count()) == (422, 0, 1)


def test_a_library_that_is_not_here(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin, USES.encode())
    assert problems(as_lin.get(url_of(upload))) == [
        'Line 4 uses there is no library "shared-skills" here: import it first uses: shared-skills'
    ]
    take_in(file_in((FOLDER / "library.yaml").read_bytes()), by=None)
    assert problems(as_lin.get(url_of(upload))) == []
    too_high = brought(cast.lin, USES.replace("a: 2", "a: 9").encode())
    said = 'there is no level 9; the scale of the library "shared-skills" has 1, 2'
    assert problems(as_lin.get(url_of(too_high))) == [f"Line 7 expects.research.a {said} research: {{a: 9}}"]


def test_a_ladder_that_uses_a_library_is_compared_with_its_words(as_lin: Client, cast: Cast) -> None:
    take_in(file_in((FOLDER / "library.yaml").read_bytes()), by=None)
    found = read(USES.encode()).ladder
    assert found is not None
    take_in(found, by=None)
    upload = brought(cast.lin, USES.replace("a: 2", "a: 1").encode())
    assert "Research is expected at 1 Aware now, was 2 Able ." in main(as_lin.get(url_of(upload))).text


def test_a_table_whose_columns_nobody_explained(as_lin: Client, cast: Cast) -> None:
    for body, kind in ((WIDE, "wide"), (LONG, "long")):
        upload = brought(cast.lin, body, "table.csv", kind)
        assert as_lin.get(url_of(upload)).headers["Location"] == url_of(upload, "map/")
    explained = brought(cast.lin, WIDE, "table.csv", "wide", "id: t\ntitle: T\nscale: [a]\n")
    shown = as_lin.get(url_of(explained))
    assert problems(shown)[0] == "Line 2 Senior PM there is no level 2; the scale has 1 Work,Aim,1,2"
    assert url_of(explained, "map/file/") in shown.content.decode()


def test_sent_twice_it_is_put_in_once(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin)
    sent = form_of(as_lin.get(url_of(upload)))
    answers = [as_lin.post(url_of(upload), sent) for _time in range(2)]
    assert [answer.headers["Location"] for answer in answers] == [answers[0].headers["Location"]] * 2
    assert Draft.objects.count() == 1


def test_a_ladder_that_changed_meanwhile_stays_as_it_is(as_lin: Client, cast: Cast, ladder: Chart) -> None:
    upload = brought(cast.lin, changed_default(CHANGES))
    sent = form_of(as_lin.get(url_of(upload)))
    draft = open_draft(Ladder.objects.get(), by=cast.lin)
    before = assemble(draft).file
    assert as_lin.post(url_of(upload), sent).status_code == 409
    draft.refresh_from_db()
    assert (assemble(draft).file, Upload.objects.count()) == (before, 1)


def test_the_verb_guards_its_rule(cast: Cast, draft: Draft) -> None:
    upload, goal = brought(cast.lin), goals(cast.lin)[draft.ladder.pid]
    seen = state_of(goal, cast.lin).seen
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "title", "Other words")
    with pytest.raises(Stale):
        put(upload, goal, file_in(SMALL), by=cast.lin, seen=seen)


def test_only_into_what_one_may_write(cast: Cast, ladder: Chart) -> None:
    found = Ladder.objects.get()
    Keeper.objects.create(ladder=found, person=cast.eve, kind=Keeper.Kind.EDIT)
    Keeper.objects.create(ladder=found, person=cast.ada, kind=Keeper.Kind.PUBLISH)
    assert [*goals(cast.eve)] == [found.pid]
    assert [*goals(cast.ada)] == [*goals(cast.cy)] == []
    upload, eve = brought(cast.eve), client_of(cast.eve)
    sent = form_of(eve.get(url_of(upload)))
    Keeper.objects.filter(person=cast.eve).delete()
    assert eve.post(url_of(upload), sent).status_code == 422
    assert "You keep no ladder that you may rewrite" in main(eve.get(url_of(upload))).text
    assert Draft.objects.count() == 0


def test_a_new_ladder_needs_the_duty(cast: Cast, ladder: Chart) -> None:
    Duty.objects.filter(person=cast.lin).delete()
    Keeper.objects.create(ladder=Ladder.objects.get(), person=cast.lin, kind=Keeper.Kind.EDIT)
    upload, lin = brought(cast.lin), client_of(cast.lin)
    sent = form_of(lin.get(url_of(upload)))
    assert lin.post(url_of(upload), {**sent, "into": "new"}).status_code == 422
    assert Draft.objects.count() == 0


def test_for_nobody_else(cast: Cast, as_cy: Client) -> None:
    url = url_of(brought(cast.lin))
    for method in (as_cy.get, as_cy.post, client_of(cast.ada).get):
        assert method(url).status_code == 404
    leads_to_welcome(url)


def test_queries(
    as_lin: Client, cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    upload = brought(cast.lin)
    with django_assert_num_queries(5):
        as_lin.get(url_of(upload))
