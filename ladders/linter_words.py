"""What stands in the English sentences of a ladder: praise, several behaviours, outcomes, counts, long words.

Everything here takes texts and gives the words it found, or nothing. It rather overlooks something than blames a
sound sentence: the patterns are narrow, and a sentence is left alone as soon as it could mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

ALIKE = 0.8  # how much of the words that carry meaning two texts share, in the same order, from 0 to 1
COMPARED = 200  # words of a text that are compared; the comparison takes the square of their number

SENTENCES = re.compile(r"(?<!e\.g\.)(?<!i\.e\.)(?<=[.!?])\s+|\n\s*\n|\n\s*[-*+] ")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PIECE = re.compile(rf"{WORD.pattern}|[,;]")

GOOD = (
    "amazing|brilliant|capable|competent|effective|excellent|exceptional|good|great|impressive|outstanding"
    "|proficient|skilled|solid|strong|superb|talented"
)
IS = "is|has|shows|demonstrates|displays|exhibits|possesses|maintains"
QUALITY = re.compile(
    rf"(?:(?:{IS})\s+)?(?:(?:an?|the|very|highly|consistently|extremely|truly)\s+)*({GOOD})\b", re.IGNORECASE
)
MANNER = re.compile(
    r"(?<!as )(?<!-)\b(well|effectively|efficiently|successfully|appropriately|adequately|properly|skil?lfully)\b"
    r"(?!-)(?! enough| as | before | beyond )",
    re.IGNORECASE,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Third person singular, and hardly ever a noun in the plural; "answers", "plans" and "tests" are left out for that.
VERBS = _words(
    "adapts adjusts agrees aligns allows anticipates argues asks becomes brings builds carries chooses compares "
    "completes creates decides defends defines delivers describes develops directs explains finds follows gathers "
    "gets gives handles helps improves involves iterates joins keeps knows learns listens makes manages meets "
    "negotiates notices opens organises organizes owns persuades prepares presents proposes protects prevents "
    "publishes raises recognises recognizes reduces removes replaces represents resolves says sees sends separates "
    "settles solves speaks summarises summarizes takes teaches tells understands weighs works writes"
)
# Before one of these even "plans" is a verb: "tests the riskiest guess and plans what follows".
OBJECT = _words("a an the their its his her what how why whether them it others")
# ... unless somebody is given something: "shows designers and engineers the plan".
GIVES = _words("asks brings gives hands offers sends shows teaches tells")
JOINERS = frozenset({"and", ",", ";"})
# From here on the sentence may be about somebody or something else.
TURNS = _words("that which who what how whether so because when if while where as")

FIGURE = r"revenue|sales|profits?|margins?|churn|retention|conversion|nps|market share|share price"
OWNED = r"(?:(?:the|our|its|their|company|product|customer|user|annual|recurring|gross|net|total)\s+)*"
MOVES = (
    "increases|grows|doubles|triples|raises|lifts|boosts|drives|maximi[sz]es|improves|guarantees|reduces|cuts|lowers"
)
CHANGES = (
    "is|are|rises?|grows?|doubles?|increases?|improves?|falls?|drops?|reach(?:es)?|exceeds?|stays?|goes|go|beats?"
)
FIGURE_ENDS = r"(?=$|[.,;]|\s+(?:and|or|by|through|across|for|in|over|to|with|each|every|year)\b)"
OUTCOME = re.compile(
    rf"^{OWNED}(?:{FIGURE})\s+(?:{CHANGES})\b"
    r"|^(?:the\s+)?(?:customers|users|buyers)\s+(?:love|prefer|recommend|buy|renew|stay|choose)\b"
    rf"|\b(?:{MOVES})\s+{OWNED}(?:{FIGURE}){FIGURE_ENDS}"
    r"|^(?:gets|is)\s+(?:promoted|loved|admired|liked)\b|^wins\s+(?:an\s+)?awards?\b"
    r"|^is\s+(?:\w+ly\s+)?(?:recogni[sz]ed|seen|known|regarded|respected)\s+(?:as|by|for)\b",
    re.IGNORECASE,
)

NUMBER = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen"
ACTIVITY = (
    "interviews|meetings|workshops|documents|stories|tickets|features|releases|experiments|tests|posts|talks"
    "|presentations|reports|calls|visits|sessions|surveys|ideas|trainings|courses|articles|reviews|specs|prototypes"
)
LINKS = r"(?!of\b|in\b|with\b|for\b|to\b|on\b|and\b|or\b|from\b|by\b|at\b)"
MANY = rf"(?:{NUMBER})\s+(?:{LINKS}\w+\s+)?(?:{ACTIVITY})\b"
COUNTED = re.compile(
    rf"\b(?:at least|more than|a minimum of)\s+{MANY}"
    rf"|\b{MANY}\s+(?:a|per|each|every)\s+(?:day|week|month|sprint|quarter|year)\b"
    rf"|^(?:attends|holds|runs|writes|gives|completes|publishes|delivers|ships|conducts)\s+{MANY}",
    re.IGNORECASE,
)

EMPTY = _words(
    "a an the and or of to in for on with by at from as their its his her this that these those some many more most "
    "several various often always regularly usually consistently frequently very highly better larger bigger wider "
    "deeper small large simple complex basic advanced good strong excellent great own independently"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, and the items of a list in it."""
    return [part.strip() for part in SENTENCES.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return [word.casefold() for word in WORD.findall(text)]


def praise(sentence: str) -> str:
    """The word that says how good somebody is where the sentence has no other behaviour, or ""."""
    found = QUALITY.match(sentence)
    if found and len(behaviours(sentence)) < 2:
        return found[1]
    manner = MANNER.search(sentence)
    asks = manner and {"what", "how", "which", "whether"} & set(words(sentence[: manner.start()]))
    return manner[1] if manner and not asks else ""


def behaviours(sentence: str) -> tuple[str, ...]:
    """The things a person does in a sentence such as "Writes notes and reads them out": its verbs.

    Only what is joined with "and" or a comma counts, and only up to a clause that is about something else.
    """
    pieces = PIECE.findall(sentence)
    if not pieces or not _third_person(pieces[0]):
        return ()
    return (pieces[0].casefold(), *_joined([piece.casefold() for piece in pieces]))


def _joined(pieces: list[str]) -> Iterator[str]:
    objects = frozenset() if pieces[0] in GIVES else OBJECT
    joined = False
    for word, after in pairwise([*pieces[1:], ""]):
        if word in TURNS:
            return
        if joined and _third_person(word) and (word in VERBS or after in objects):
            yield word
        joined = word in JOINERS or (joined and word.endswith("ly"))  # "and clearly says"


def _third_person(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def outcome(sentence: str) -> str:
    """The words that say what others or the market do, which nobody does alone, or ""."""
    found = OUTCOME.search(sentence)
    return found[0] if found else ""


def counted(sentence: str) -> str:
    """The words that count activities, such as "three interviews a week", or ""."""
    found = COUNTED.search(sentence)
    return found[0] if found else ""


def alike(one: str, other: str) -> bool:
    """Whether two texts say nearly the same once words such as "more", "often" and "complex" are left out."""
    first, second = ([word for word in words(text) if word not in EMPTY][:COMPARED] for text in (one, other))
    if not first or not second:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def grade(texts: Iterable[str]) -> tuple[int, float]:
    """How many words there are, and their Automated Readability Index: about the years of school a reader needs.

    4.71 × characters / words + 0.5 × words / sentences − 21.43 (Senter and Smith, 1967), where characters are
    letters and digits. 0.0 where there are no words.
    """
    found = [sentence for text in texts for sentence in sentences(text)]
    known = [word for sentence in found for word in words(sentence)]
    if not known:
        return 0, 0.0
    characters = sum(char.isalnum() for word in known for char in word)
    return len(known), 4.71 * characters / len(known) + 0.5 * len(known) / len(found) - 21.43
