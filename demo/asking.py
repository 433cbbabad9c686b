"""What the demo's people say about the ladder: proposals of a reader, and an anchor test of the draft."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from demo.drafting import EDITOR
from demo.filling import HOST, moment
from drafts.desk import Desk, desk_of
from drafts.forms.anchors import choices_of, texts_of
from drafts.models import AnchorTest, Draft, Proposal, Sorter
from drafts.models.proposal import ProposalAnswer
from drafts.pieces import Kind
from drafts.proposing import answer
from drafts.retranslation import Put
from ladders.models import Ladder
from people.models import Person

PROPOSER = f"ada@{HOST}"
SORTED_SKILLS = ("communication", "stakeholders", "collaboration")
SORTING = f"bo@{HOST}"  # was asked and has not sorted yet
# Who has sorted, and which texts they put elsewhere: skill and level → skill and level.
SORTED: dict[str, dict[tuple[str, int], tuple[str, int]]] = {
    f"thandiwe@{HOST}": {("stakeholders", 4): ("collaboration", 4), ("communication", 3): ("communication", 2)},
    f"xena@{HOST}": {("stakeholders", 4): ("collaboration", 4), ("stakeholders", 2): ("collaboration", 2)},
    f"tomasz@{HOST}": {("stakeholders", 4): ("stakeholders", 3), ("stakeholders", 2): ("stakeholders", 1)},
}
WAITING = {
    "kind": "stages",
    "key": "product-manager",
    "path": "text",
    "reason": "With two teams on one product, neither of us owns all of it. People ask which part is meant.",
    "words": "Owns a product or a clear part of one, together with a team, from the problem to the result.",
}
ANSWERED = {
    "kind": "skills",
    "key": "experimentation",
    "path": "",
    "reason": "Payroll cannot run experiments on real customers. Could an interview study count?",
}
NO = "A study counts already: see the texts of user research. Experimentation stays about trying things out."


def ask_around(ladder: Ladder, today: date) -> None:
    """Proposals and an anchor test, in the days before `today`; leaves a ladder alone where there are some."""
    if Proposal.objects.filter(ladder=ladder).exists():
        return
    draft = Draft.objects.open().filter(ladder=ladder).first()
    if draft is None:
        return
    desk, editor = desk_of(draft), Person.objects.get(email=EDITOR)
    by, morning = Person.objects.get(email=PROPOSER), moment(today, time(9, 20))
    old = propose(ladder, desk, by, ANSWERED, morning - timedelta(days=40))
    if old:
        answer(old, by=editor, accepted=False, words=NO)
        ProposalAnswer._default_manager.filter(proposal=old).update(at=morning - timedelta(days=36))
    propose(ladder, desk, by, WAITING, morning - timedelta(days=3))
    begin_test(draft, desk, editor, morning - timedelta(days=2))


def propose(ladder: Ladder, desk: Desk, by: Person, said: dict[str, str], at: datetime) -> Proposal | None:
    """Somebody proposes a change at a time; None if what it is about is not there."""
    for piece in desk.rows(Kind(said["kind"])):
        if piece.key == said["key"]:
            before = str(piece.read(said["path"]) or "") if said["path"] else ""
            made = Proposal.propose(ladder, by=by, title=piece.title, before=before, **said)
            Proposal.objects.filter(pk=made.pk).update(at=at)
            return made
    return None


def begin_test(draft: Draft, desk: Desk, by: Person, at: datetime) -> None:
    """The test of some skills, sorted by all but one of those who were asked."""
    rows = [row for row in desk.rows(Kind.SKILL) if row.key in SORTED_SKILLS]
    found = [(row.key, level, text) for row in rows for level, text in texts_of(row.body)]
    texts: list[dict[str, Any]] = [
        {"id": f"t{number}", "skill": skill, "level": level, "text": text}
        for number, (skill, level, text) in enumerate(found)
    ]
    if not texts:
        return
    people = list(Person.objects.filter(email__in=[SORTING, *SORTED]))
    skills, levels = choices_of(desk, texts)
    language = desk.head.body.get("language") or "en"
    test = AnchorTest.begin(draft, people, by=by, texts=texts, skills=skills, levels=levels, language=language)
    for sorter in Sorter.objects.filter(test=test).select_related("person").exclude(person__email=SORTING):
        elsewhere = SORTED[sorter.person.email]
        places = {text["id"]: (text["skill"], text["level"]) for text in texts}
        puts = {name: Put(*elsewhere.get(place, place)) for name, place in places.items()}
        sorter.sort(puts, seen=sorter.revision, writer="")
        sorter.finish()
    AnchorTest.objects.filter(pk=test.pk).update(at=at)
    Sorter.objects.finished().filter(test=test).update(finished_at=at + timedelta(hours=5))
