"""Promotion packets in the demo: Ada's is shared with Bo, João's waits for a decision, Layla's became a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from demo.filling import HOST, moment
from demo.roster import GROUP, PM, SENIOR
from ladders.chart import Chart
from ladders.models import Version
from packets.canonical import canonical, digest_of
from packets.commenting import comment, release_statement
from packets.gathering import body_of, gather, items_of
from packets.handing_in import decide, hand_in, lacks_of, release, share
from packets.models import Comment, Decision, HandIn, Packet, Reason, Section, Sharing, Statement
from packets.pieces import BLOCK, CASE, MEASURES, OPEN, VOICES
from people.models import Notice, Person

CASE_TEXT = (
    "For two years I have answered for {product}, from the first question of a customer to the invoice. In the "
    "past year I led decisions that reached beyond it, most of all the pricing page and the move of all accounts. "
    "I do most of what the next stage asks already, and what is open has dated steps."
)
BLOCKS = (
    {
        "title": "One pricing page for two opposite wishes",
        "scope": "Sales, support and 40,000 visitors a month.",
        "problem": "Sales and support asked for opposite pages, and support load had grown by a third in a quarter.",
        "decisions": "The smaller page, with the plan picker first, against a table of everything.",
        "part": "I brought both leads to one question and the churn data, and wrote the decision down.",
        "outcome": "Questions about price fell from 410 to 265 a month. Trial starts stayed level.",
    },
    {
        "title": "All accounts moved without a lost invoice",
        "scope": "11,000 accounts, four teams, no second attempt.",
        "problem": "The old billing ended in six weeks, and month-end lay in the middle of it.",
        "decisions": "To move in five waves, the smallest firms first, and to stop at any lost invoice.",
        "part": "I planned the waves, led the daily call, and told finance of one delay later than I should have.",
        "outcome": "Moved in five weeks, no invoice lost. I report delays on the day they show since then.",
    },
    {
        "title": "Interviews every second week, for everybody",
        "scope": "Three product teams.",
        "problem": "Decisions leaned on the loudest customers, because nobody met the quiet ones.",
        "decisions": "A shared calendar of twelve interviews a quarter, and one page of what was heard.",
        "part": "I ran the first ten with a researcher and handed the guide on.",
        "outcome": "24 interviews in a year. Two roadmap items were dropped before they were built.",
    },
)
MEASURE_ROWS = (
    {"before": "410 price questions a month", "after": "265 a month", "part": "led the decision"},
    {"before": "each team planned alone", "after": "two teams plan with one model", "part": "wrote the model"},
    {"before": "none", "after": "one associate runs interviews alone", "part": "worked beside them for a quarter"},
)
PLAN = "Taken on in the pricing review across three teams; looked at again in the next review."
QUOTE = {"words": "One question on the table, and all of us left agreeing.", "source": "Di Castellanos, Receipts"}
STATEMENT = (
    "I watched the pricing decision from the first meeting. The question was put so that both leads could say yes, "
    "and the figures were checked before they were used. I would give work of the next size today."
)
COMMENT = "The migration shows more than it says: name what you decided against."
NOT_NOW = "The work is sound, and its reach is still one team. We decide again when the strategy has carried others."
REASONS = {
    "product-strategy": "The strategy is written, and no other team has planned with it yet.",
    "communication": "Two of the readers learned of the result from somebody else.",
}
STEP = "Two other teams name the strategy in their own plans."


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes packets against the demo's ladder, on the days before `today`."""

    version: Version
    chart: Chart
    today: date

    def at(self, days: int) -> datetime:
        return moment(self.today - timedelta(days=days), time(14, 5))

    def begun(self, person: Person, stage: str, target: str, product: str, days: int) -> Packet:
        """A packet with everything a person writes."""
        packet = Packet.begin(person, version=self.version, stage=stage, target=target)
        pids = [item.pid for item in items_of(person)]
        skills = [self.chart.skill[slug] for slug in ("data-analysis", "delivery", "user-research")]
        for place, block in enumerate(BLOCKS):
            shows = {skills[place].pid: 4}
            Section.add_block(packet, {**block, "items": pids[place : place + 2], "shows": shows})
        rows = [{**row, "item": pid} for row, pid in zip(MEASURE_ROWS, pids, strict=False)]
        plans = {row.skill.pid: PLAN for row in gather(packet).rows if row.open and row.agreed is not None}
        said: dict[str, dict[str, Any]] = {
            CASE: {"text": CASE_TEXT.format(product=product)},
            MEASURES: {"rows": rows},
        }
        said |= {VOICES: {"quotes": [QUOTE]}, OPEN: {"plans": plans}}
        for section in packet.sections.exclude(kind=BLOCK):
            if section.kind in said:
                section.write(said[section.kind], seen=section.revision)
        Packet.objects.filter(pk=packet.pk).update(at=self.at(days))
        return packet

    def shown(self, packet: Packet, manager: Person, days: int) -> None:
        share(packet, manager)
        Sharing.objects.filter(packet=packet).update(at=self.at(days))

    def stated(self, packet: Packet, manager: Person, days: int) -> None:
        Statement.write(packet, by=manager, text=STATEMENT, seen=0)
        row = Statement.objects.get(packet=packet, by=manager)
        release_statement(row, by=manager, seen=row.revision)
        Statement.objects.filter(pk=row.pk).update(at=self.at(days), released_at=self.at(days))

    def handed(self, packet: Packet, readers: list[Person], days: int) -> bool:
        """Whether it could be handed in: somebody of whom a review is open has to wait."""
        found = gather(packet)
        if lacks_of(found):
            return False
        done = hand_in(packet, readers, by=packet.person, seen=digest_of(canonical(body_of(found))))
        HandIn.objects.filter(pk=done.pk).update(at=self.at(days))
        return True


def fill_packets(version: Version, chart: Chart, today: date) -> None:
    """Three packets in three states, in the weeks before `today`; leaves people alone who have one."""
    people = {one.email.split("@")[0]: one for one in Person.objects.made_up().filter(email__endswith=f"@{HOST}")}
    if Packet.objects.filter(person__demo=True).exists():
        return
    tell, bo = Teller(version, chart, today), people["bo"]
    ada = tell.begun(people["ada"], PM, SENIOR, "Invoices", 12)
    tell.shown(ada, bo, 5)
    comment(Sharing.objects.get(packet=ada), by=bo, about=BLOCK, text=COMMENT)
    Comment.objects.filter(sharing__packet=ada).update(at=tell.at(3))
    joao = tell.begun(people["joao"], SENIOR, GROUP, "Billing", 30)
    tell.shown(joao, bo, 21)
    tell.stated(joao, bo, 14)
    tell.handed(joao, [people["cy"], people["xena"]], 8)
    layla = tell.begun(people["layla"], PM, SENIOR, "Expenses", 90)
    tell.shown(layla, bo, 80)
    if tell.handed(layla, [people["xena"]], 70):
        decided(tell, layla, bo, 40)
    Notice.objects.filter(person__demo=True, kind__startswith="packet_").open_all()


def decided(tell: Teller, packet: Packet, by: Person, days: int) -> None:
    """Not now, with its plan."""
    reasons = {tell.chart.skill[slug].pk: words for slug, words in REASONS.items()}
    made = decide(packet, by=by, yes=False, words=NOT_NOW, reasons=reasons)
    release(packet, by=by)
    first = Reason.objects.filter(decision=made).order_by("pk")[0]
    due = tell.today + timedelta(days=80)
    first.plan(by=by, seen=first.revision, sign=STEP, owner=Reason.Owner.PERSON, due_on=due)
    Decision.objects.filter(pk=made.pk).update(at=tell.at(days))
    Packet.objects.filter(pk=packet.pk).update(closed_at=tell.at(days))
