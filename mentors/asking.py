"""The first small ask: one concrete question, short and easy to answer. Pure; nothing here sends anything."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LONGEST, GOOD, SHORTEST = 120, 80, 12  # words
QUESTION = re.compile(r"[?؟？⁇]+")
URL = re.compile(r"https?://\S+")
# Scripts that put no spaces between words: two signs count as a word.
WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
DOTS = re.compile(r"\[[^\]]*\]")
# "Will you be my mentor" and what means the same, in words without marks and in small letters.
MENTOR = re.compile(
    r"\b(be|become|being|becoming|as|have you as) (my|our) (\w+ )?(mentor|mentoring|coach|sponsor)\b"
    r"|\b(looking|searching|search|in need) (for|of) (a|an|my) (\w+ )?(mentor|coach|sponsor)\b"
    r"|\b(need|want|seek|seeking) (a|an) (\w+ )?mentor\b|\bmentor(ing)? (me|relationship)\b|\bmentor (to|for) me\b"
    r"|\b(your|a|my) mentee\b|\bmentorship\b|\bmein(e|en)? mentor(in)?\b|\bmon mentor\b|\bma mentore?\b"
    r"|\bmi mentora?\b|\bmeu mentor\b|\bminha mentora\b|\bil mio mentore\b|\bmijn mentor\b|\bmin mentor\b"
)
VAGUE = re.compile(
    r"\bpick (up )?your brains?\b|\b(grab|have|get) (a )?(coffee|lunch)\b|\b(quick|short) (call|chat|zoom)\b"
    r"|\b\d+ (min|mins|minutes|hour|hours)\b|\bany (advice|tips|thoughts)\b|\bgeneral advice\b|\bhop on\b"
)
EASY_OUT = re.compile(
    r"\bno need\b|\bno worries\b|\bonly if\b|\bif you have (no|a|the|time)\b|\bno (answer|reply)\b|\bfeel free\b"
)
CHOICE = re.compile(r"\bor\b|^(is|are|was|do|does|did|would|could|can|should|have|has|which|who|when|where)\b")


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to say about a text: what has to change, what could be better, what makes it easy to answer."""

    words: int
    questions: int
    refused: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


def look_at(text: str) -> Look:
    """Looks at an ask the way its reader will, between two meetings."""
    plain = plainly(text)
    words, questions = words_in(text), questions_in(text)
    return Look(
        words,
        questions,
        refused=tuple(said for said in (_mentor(plain), _questions(questions), _long(words), _blanks(text)) if said),
        better=tuple(said for said in (_wordy(words), _bare(words), _vague(plain), _no_way_out(plain)) if said),
        good=tuple(said for said in (_brief(words), _one(questions), _choice(text), _way_out(plain)) if said),
    )


def plainly(text: str) -> str:
    """The text in small letters, with single spaces and without marks, accents and signs that are not seen."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    seen = "".join(sign for sign in folded if unicodedata.category(sign) not in ("Cf", "Mn"))
    return " ".join(re.sub(r"[^\w\s]", " ", seen).split())


def words_in(text: str) -> int:
    """How many words; an address counts as one."""
    signs = len(WITHOUT_SPACES.findall(text))
    return len(WITHOUT_SPACES.sub(" ", text).split()) + (signs + 1) // 2


def questions_in(text: str) -> int:
    """How many questions; a question mark in an address is none."""
    return len(QUESTION.findall(URL.sub(" ", text)))


def mailto(address: str, subject: str, text: str) -> str:
    """A link that opens the reader's own mail program with the text in it; the address may be empty."""
    body = "\r\n".join(text.splitlines())
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def skeleton(name: str) -> str:
    """What to begin with: a greeting, what it is about, one question, a way out."""
    return _(
        "Hello %(name)s,\n\n"
        "[one line: which work of theirs you know, and what it changed for you]\n\n"
        "[one line: the problem you have now, with a figure or a date]\n\n"
        "[one question they can answer in two lines]\n\n"
        "No need to answer if this is a busy week. Thank you for the work you share.\n"
    ) % {"name": name}


def _mentor(plain: str) -> str:
    if not MENTOR.search(plain):
        return ""
    return _(
        "This asks for a mentor. It is a promise without an end, and somebody who hardly knows you can only say no "
        "or nothing. Ask one thing that helps you this month; a mentor is what it may grow into."
    )


def _questions(count: int) -> str:
    if count == 0:
        return _("There is no question yet. Ask one, with a question mark, so that they know what to answer.")
    if count > 1:
        return ngettext(
            "There is %(n)d question. Keep one.",
            "There are %(n)d questions. Keep the one that helps most; the others have time.",
            count,
        ) % {"n": count}
    return ""


def _long(words: int) -> str:
    if words <= LONGEST:
        return ""
    return _("This has %(n)d words. Up to %(most)d are read between two meetings; cut what they need not know.") % {
        "n": words,
        "most": LONGEST,
    }


def _blanks(text: str) -> str:
    return _("Something in [brackets] is still to be filled in.") if DOTS.search(text) else ""


def _wordy(words: int) -> str:
    if not GOOD < words <= LONGEST:
        return ""
    return _("It could be shorter: %(good)d words are read in half a minute.") % {"good": GOOD}


def _bare(words: int) -> str:
    return _("Say in one line what it is about; a bare question is hard to answer.") if words < SHORTEST else ""


def _vague(plain: str) -> str:
    if not VAGUE.search(plain):
        return ""
    return _(
        "It asks for time, or for anything at all. A concrete question that two written lines answer costs less."
    )


def _no_way_out(plain: str) -> str:
    return "" if EASY_OUT.search(plain) else _("Say that no answer is fine, too. It makes answering easier.")


def _brief(words: int) -> str:
    return _("It is short.") if SHORTEST <= words <= GOOD else ""


def _one(questions: int) -> str:
    return _("It asks one thing.") if questions == 1 else ""


def _choice(text: str) -> str:
    asked = [part for part in re.split(r"(?<=[.!?؟？\n])\s+", URL.sub(" ", text)) if QUESTION.search(part)]
    if len(asked) == 1 and CHOICE.search(plainly(asked[0])):
        return _("It can be answered with a word or a choice.")
    return ""


def _way_out(plain: str) -> str:
    return _("It leaves them free not to answer.") if EASY_OUT.search(plain) else ""
