"""What stands in the way of publishing, and advice, which never does."""

from __future__ import annotations

from django.test import Client

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import publish
from drafts.writing import pen
from ladders.linter import RULES
from people.models import Person
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/check/"


def change(draft: Draft, by: Person, kind: Kind, key: str, path: str, value: object) -> Piece:
    piece = Piece.objects.get(draft=draft, kind=kind, key=key)
    with pen(draft, by) as hand:
        hand.put(piece, path, value)
    return piece


def advice(shown: Node) -> dict[str, list[str]]:
    """Rule → what it is about."""
    sections = [section for section in shown.all("section", "above") if section.all("ul", "points")]
    return {
        section.one("h3").text.rpartition(" (")[0]: [words for _url, words in links(section.one("ul", "points"))]
        for section in sections
    }


def test_a_sound_draft_has_nothing_in_the_way(as_cy: Client, draft: Draft) -> None:
    shown = main(as_cy.get(url_of(draft)))

    assert "Nothing. The draft fits together and can be published." in [one.text for one in shown.all("p")]


def test_each_trouble_leads_to_its_sheet(as_lin: Client, draft: Draft, cast: Cast) -> None:
    stage = change(draft, cast.lin, Kind.STAGE, "senior-pm", "next", ["nowhere"])
    skill = change(draft, cast.lin, Kind.SKILL, "delivery", "category", "nothing")

    shown = main(as_lin.get(url_of(draft)))

    at = f"/drafts/{draft.pid}"
    assert links(shown.one("ul", "points")) == [
        (f"{at}/stages/{stage.pid}/", "Senior Product Manager"),
        (f"{at}/skills/{skill.pid}/", "Execution and delivery"),
    ]
    assert "Advice comes once the draft fits together." in [one.text for one in shown.all("p")]


def test_advice_stands_under_its_rule_and_leads_to_its_text(as_lin: Client, draft: Draft, cast: Cast) -> None:
    before = advice(main(as_lin.get(url_of(draft))))
    skill = change(draft, cast.lin, Kind.SKILL, "vision", "levels/3/text", "Strong visionary skills.")

    shown = main(as_lin.get(url_of(draft)))

    praise = next(rule for rule in RULES if rule.id == "praise")
    found = advice(shown)
    assert set(found[praise.title]) - set(before.get(praise.title, [])) == {"Vision setting, 3 Owning"}
    assert praise.why in [one.text for one in shown.all("p")]
    assert (f"/drafts/{draft.pid}/skills/{skill.pid}/levels/3/", "Vision setting, 3 Owning") in links(shown)


def test_advice_stops_nobody(draft: Draft, cast: Cast) -> None:
    change(draft, cast.lin, Kind.SKILL, "vision", "levels/3/text", "Strong visionary skills.")

    assert publish(draft, by=cast.cy, label="1.1").label == "1.1"


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
