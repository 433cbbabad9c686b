"""Proposals and tests of texts, as several test files need them."""

from __future__ import annotations

from drafts.models import AnchorTest, Draft, Proposal, Sorter
from drafts.retranslation import Put
from ladders.models import Ladder
from people.models import Person


def proposed(by: Person, ladder: Ladder, **more: str) -> Proposal:
    """A change of what a product manager does, or of what `more` names."""
    said = {
        "kind": "stages",
        "key": "product-manager",
        "path": "text",
        "title": "Product Manager",
        "before": "Leads.",
        "words": "Leads one product.",
        "reason": "We have several.",
        **more,
    }
    return Proposal.objects.create(ladder=ladder, by=by, **said)


TEXTS = [
    {"id": f"t{number}", "skill": skill, "level": level, "text": f"What {skill} is at {level}."}
    for number, (skill, level) in enumerate([("research", 1), ("research", 2), ("planning", 1), ("planning", 2)])
]


def begun(draft: Draft, people: list[Person], by: Person) -> AnchorTest:
    """A test with four texts of two skills."""
    return AnchorTest.begin(
        draft,
        people,
        by=by,
        texts=TEXTS,
        skills=[["research", "User research"], ["planning", "Planning"]],
        levels=[[1, "Learning"], [2, "Owning"]],
    )


def sorted_by(test: AnchorTest, person: Person, *wrong: str) -> Sorter:
    """Somebody puts every text right, but for those named, and hands in."""
    sorter = Sorter.objects.get(test=test, person=person)
    puts = {
        str(text["id"]): Put("planning", 2)
        if text["id"] in wrong
        else Put(str(text["skill"]), int(str(text["level"])))
        for text in TEXTS
    }
    sorter.sort(puts, seen=sorter.revision, writer="")
    sorter.finish()
    return sorter
