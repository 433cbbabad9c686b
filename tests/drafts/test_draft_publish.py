"""The page that puts a draft into force: what happens is said before, and it happens once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Keeper, Piece, SecondPerson
from drafts.models.keeper import appoint
from drafts.opening import open_draft, start_from_file
from drafts.pieces import Kind
from drafts.publishing import drop, publish
from drafts.writing import pen
from ladders.models import Version
from people.models import Duty, Person
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome, new_version
from tests.assessments.pages import Sent, errors, main, page, sent
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.factories import default_file


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/publish/"


def change(draft: Draft, by: Person, path: str = "title", value: object = "Senior Product Lead") -> None:
    with pen(draft, by) as hand:
        hand.put(Piece.objects.get(draft=draft, kind=Kind.STAGE, key="senior-pm"), path, value)


@pytest.fixture
def changed(draft: Draft, cast: Cast) -> Draft:
    change(draft, cast.lin)
    return draft


def form_of(client: Client, draft: Draft) -> Sent:
    return sent(client.get(url_of(draft)))


def headings(client: Client, draft: Draft) -> list[str]:
    sections = [section for section in main(client.get(url_of(draft))).all("section", "stack") if section.all("h2")]
    return [section.one("h2").text for section in sections]


def test_suggests_a_label_from_the_changes(as_cy: Client, changed: Draft, cast: Cast) -> None:
    assert form_of(as_cy, changed)["label"] == ["1.0.1"]

    change(changed, cast.lin, "needs", {"share": 80})

    assert form_of(as_cy, changed)["label"] == ["2.0"]


def test_puts_it_into_force_and_leads_to_what_changed(as_cy: Client, changed: Draft, cast: Cast) -> None:
    form = form_of(as_cy, changed) | {"note": "A clearer name."}

    response = as_cy.post(url_of(changed), form)

    version = Version.objects.get(number=2)
    assertRedirects(response, f"/ladders/{changed.ladder.pid}/versions/{version.pid}/")
    publication = version.publication
    assert (version.label, publication.by, publication.note) == ("1.0.1", cast.cy, "A clearer name.")
    assert publication.effective_on == timezone.localdate()
    assert Draft.objects.get().version == version


def test_a_double_click_publishes_once(as_cy: Client, changed: Draft) -> None:
    form = form_of(as_cy, changed)

    first, second = as_cy.post(url_of(changed), form), as_cy.post(url_of(changed), form)

    assert first.headers["Location"] == second.headers["Location"]
    assert Version.objects.count() == 2


def test_a_later_day(as_cy: Client, changed: Draft) -> None:
    day = timezone.localdate() + timedelta(days=30)

    response = as_cy.post(url_of(changed), form_of(as_cy, changed) | {"effective_on": str(day)}, follow=True)

    version = Version.objects.get(number=2)
    assert [Version.objects.in_force(one).first() == version for one in (day - timedelta(days=1), day)] == [
        False,
        True,
    ]
    assert page(response).one("p", "success").text == (
        f"Version 1.0.1 is announced and applies from {day:%-d %B %Y}."
    )
    assert Version.objects.in_force(timezone.localdate()).get().label == "1.0"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"label": ""}, {"label": "This field is required."}),
        ({"label": "1.0"}, {"label": "There is a version with this name already."}),
        ({"label": "x" * 101}, {"label": "Ensure this value has at most 100 characters (it has 101)."}),
        ({"label": NUL}, {"label": "Null characters are not allowed."}),
        ({"effective_on": ""}, {"effective_on": "This field is required."}),
        ({"effective_on": "someday"}, {"effective_on": "Enter a valid date."}),
        ({"note": "x" * 10_001}, {"note": "Ensure this value has at most 10000 characters (it has 10001)."}),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    as_cy: Client, changed: Draft, said: dict[str, str], wrong: dict[str, str]
) -> None:
    response = as_cy.post(url_of(changed), form_of(as_cy, changed) | {"note": "Why."} | said)

    assert (response.status_code, errors(response), Version.objects.count()) == (422, wrong, 1)
    if "\x00" not in "".join(said.values()):
        again = sent(response)
        assert {name: again[name][0] for name in said} == said


def test_not_in_the_past(as_cy: Client, changed: Draft) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)

    response = as_cy.post(url_of(changed), form_of(as_cy, changed) | {"effective_on": str(yesterday)})

    assert (response.status_code, set(errors(response)), Version.objects.count()) == (422, {"effective_on"}, 1)


def test_not_before_a_version_that_is_announced(as_cy: Client, changed: Draft, cast: Cast) -> None:
    """It says what the announced one says and more, so it cannot come first."""
    day = timezone.localdate() + timedelta(days=30)
    publish(changed, by=cast.cy, label="1.1", effective_on=day)
    second = open_draft(changed.ladder, by=cast.lin)
    change(second, cast.lin, "text", "Other words.")

    first = form_of(as_cy, second)
    assert first["effective_on"] == [str(day)]
    early = as_cy.post(url_of(second), first | {"effective_on": str(day - timedelta(days=1))})
    assert (early.status_code, set(errors(early))) == (422, {"effective_on"})

    as_cy.post(url_of(second), first)

    # On the same day the later one counts, and the announced one never applies.
    labels = [
        Version.objects.in_force(one).first() for one in (day - timedelta(days=1), day, day + timedelta(days=9))
    ]
    assert [found.label if found else "" for found in labels] == ["1.0", "1.1.1", "1.1.1"]


def test_twice_on_one_day(as_cy: Client, changed: Draft, cast: Cast) -> None:
    as_cy.post(url_of(changed), form_of(as_cy, changed))
    second = open_draft(changed.ladder, by=cast.lin)
    change(second, cast.lin, "text", "Other words.")
    as_cy.post(url_of(second), form_of(as_cy, second))

    now = Version.objects.in_force(timezone.localdate()).first()
    assert now is not None
    assert (now.label, now.number) == ("1.0.2", 3)


def test_a_preview_of_the_note_changes_nothing(as_cy: Client, changed: Draft) -> None:
    said = {"note": "It is **clearer** <script>", "label": "spring", "effective_on": "2126-01-01", "preview": "yes"}

    response = as_cy.post(url_of(changed), form_of(as_cy, changed) | said)

    assert (response.status_code, Version.objects.count()) == (200, 1)
    assert main(response).one("strong").text == "clearer"
    assert {name: sent(response)[name][0] for name in ("note", "label", "effective_on")} == {
        name: said[name] for name in ("note", "label", "effective_on")
    }


def test_without_a_change_there_is_no_button(as_cy: Client, draft: Draft) -> None:
    shown = main(as_cy.get(url_of(draft)))

    assert shown.all("form") == []
    assert shown.all("p")[1].text.startswith("Nothing: the draft says what version 1.0 says.")


def test_without_a_change_nothing_is_published(as_cy: Client, draft: Draft) -> None:
    form = {"label": "2.0", "effective_on": str(timezone.localdate()), "seen": "1", "once": "t" * 22}

    assert (as_cy.post(url_of(draft), form).status_code, Version.objects.count()) == (422, 1)


def test_what_stands_in_the_way_stands_there_and_there_is_no_button(
    as_cy: Client, changed: Draft, cast: Cast
) -> None:
    form = form_of(as_cy, changed)
    change(changed, cast.lin, "next", ["nowhere"])

    shown = main(as_cy.get(url_of(changed)))
    assert (headings(as_cy, changed), shown.all("form")) == (["In the way"], [])
    response = as_cy.post(url_of(changed), form | {"seen": str(changed.revision)})
    assert (response.status_code, Version.objects.count()) == (422, 1)


def test_a_draft_that_changed_meanwhile_is_looked_at_again(as_cy: Client, changed: Draft, cast: Cast) -> None:
    form = form_of(as_cy, changed) | {"note": "Typed."}
    change(changed, cast.lin, "text", "Other words.")

    response = as_cy.post(url_of(changed), form)

    assert (response.status_code, Version.objects.count()) == (409, 1)
    shown = main(response).one("div", "errors")
    assert [one.text for one in shown.all("li")] == ["Lin Mei-Hua changed the text about Senior Product Lead"]
    again = sent(response)
    assert (again["note"], again["seen"]) == (["Typed."], [str(changed.revision)])
    assert as_cy.post(url_of(changed), again).status_code == 302
    assert Version.objects.count() == 2


def test_a_closed_draft_is_closed(as_cy: Client, changed: Draft, cast: Cast) -> None:
    form = form_of(as_cy, changed)
    drop(changed, by=cast.lin)

    assert [as_cy.get(url_of(changed)).status_code, as_cy.post(url_of(changed), form).status_code] == [409, 409]
    assert Version.objects.count() == 1


def test_a_file_that_was_loaded_meanwhile_is_named(as_cy: Client, changed: Draft) -> None:
    new_version(title="title: Product Associate → title: Product Helper")

    shown = main(as_cy.get(url_of(changed)))

    assert shown.one("div", "message").text.startswith("Version 1.1 was published after this draft was opened.")


def test_an_editor_may_not(as_lin: Client, changed: Draft, cast: Cast) -> None:
    assert [as_lin.get(url_of(changed)).status_code, as_lin.post(url_of(changed)).status_code] == [403, 403]
    client = client_of(cast.eve)
    appoint(changed.ladder, cast.eve, Keeper.Kind.EDIT, by=cast.lin)
    assert [client.get(url_of(changed)).status_code, client.post(url_of(changed)).status_code] == [403, 403]


def test_whoever_loses_the_duty_between_the_page_and_the_button(as_cy: Client, changed: Draft, cast: Cast) -> None:
    form = form_of(as_cy, changed)
    Duty.objects.filter(person=cast.cy).delete()

    assert as_cy.post(url_of(changed), form).status_code == 404
    appoint(changed.ladder, cast.cy, Keeper.Kind.EDIT, by=cast.lin)
    assert as_cy.post(url_of(changed), form).status_code == 403
    assert Version.objects.count() == 1


def test_with_the_rule_of_a_second_person_whoever_wrote_does_not_publish(
    as_lin: Client, as_cy: Client, changed: Draft, cast: Cast
) -> None:
    appoint(changed.ladder, cast.lin, Keeper.Kind.PUBLISH, by=cast.cy)
    form = form_of(as_lin, changed)
    SecondPerson.decide(changed.ladder, needed=True, by=cast.root)

    shown = main(as_lin.get(url_of(changed)))
    assert (shown.all("form"), shown.one("div", "message").text[:25]) == ([], "You wrote in this draft, ")
    assert (as_lin.post(url_of(changed), form).status_code, Version.objects.count()) == (403, 1)
    assert as_cy.post(url_of(changed), form_of(as_cy, changed)).status_code == 302


def test_what_was_taken_back_was_written_too(as_cy: Client, changed: Draft, cast: Cast) -> None:
    appoint(changed.ladder, cast.cy, Keeper.Kind.EDIT, by=cast.lin)
    SecondPerson.decide(changed.ladder, needed=True, by=cast.root)
    change(changed, cast.cy, "text", "Mine.")
    change(changed, cast.cy, "text", default_file().stages[4].text)

    assert main(as_cy.get(url_of(changed))).all("form") == []


def test_whoever_began_a_new_ladder_wrote_all_of_it(as_lin: Client, cast: Cast) -> None:
    draft = start_from_file(default_file(), by=cast.lin)
    SecondPerson.decide(draft.ladder, needed=True, by=cast.root)

    assert main(as_lin.get(url_of(draft))).all("form") == []
    assert form_of(client_of(cast.cy), draft)["label"] == ["1.0"]


def test_a_new_ladder_for_a_later_day_leads_to_the_list(as_lin: Client, cast: Cast) -> None:
    """Nobody can read it before."""
    draft = start_from_file(default_file(), by=cast.lin)

    response = as_lin.post(url_of(draft), form_of(as_lin, draft) | {"effective_on": "2126-01-01"})

    assertRedirects(response, "/drafts/")
    assert as_lin.get(f"/ladders/{draft.ladder.pid}/").status_code == 404


def test_for_everybody_else_there_is_nothing(changed: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(changed))


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


def test_the_first_day_is_a_date(as_cy: Client, changed: Draft) -> None:
    assert date.fromisoformat(form_of(as_cy, changed)["effective_on"][0]) == timezone.localdate()
