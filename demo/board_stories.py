"""What stands on the boards of the demo: seats, people and talks. All of them are made up."""

from __future__ import annotations

from dataclasses import dataclass, field

Marks = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A seat: its words, why, the slug of a skill, and a rhythm of `mentors.cadence.CHOICES`."""

    need: str
    why: str = ""
    skill: str = ""
    rhythm: str = "quarterly"


@dataclass(frozen=True, slots=True)
class Talk:
    """So many days ago. `follow_up`: what the owner said they would do, `due` in how many days from now."""

    ago: int
    words: str
    marks: Marks = ("hello",)
    advice: str = ""
    gave: str = ""
    follow_up: str = ""
    due: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody: `needs` are the words of seats, `view` as in `contents.Viewpoint`, `more` other fields."""

    name: str
    title: str
    why: str
    needs: tuple[str, ...] = ()
    view: tuple[str, str, str, str, str] = ("", "", "", "", "")
    ring: str = "board"
    way: str = "now_and_then"
    rhythm: str = ""
    rests: bool = False
    talks: tuple[Talk, ...] = ()
    more: dict[str, object] = field(default_factory=dict)


NEEDS = {
    "ada": (
        Need("Strategy", "I decide well for one product and badly between two.", "product-strategy"),
        Need("Hard stakeholders", "The finance review goes wrong before I begin to speak.", "stakeholders"),
        Need("Pricing", "Nobody in my team has ever changed a price.", "business"),
        Need("Coaching others", "Two people ask me for help and I give them answers.", "mentoring"),
        Need("Market sense", "I hear of competitors from customers.", "market-analysis", "halfyearly"),
        Need("Peer mirror", "Somebody who tells me when I complain.", "", "monthly"),
        Need("Working with finance", "I want to read a business plan as they do.", "business"),
    ),
    "bo": (
        Need("Leading leaders", "My next job is one step further from the product.", "people-management"),
        Need("Saying no upwards", "I take every request from the board as a plan.", "stakeholders"),
        Need("My own pace", "I have not had a quiet week since March.", "", "monthly"),
    ),
    "joao": (
        Need("Leading people or ideas", "The fork after Senior, from both sides.", "", "halfyearly"),
        Need("Org design", "A second team is asked for; I never built one.", "org-design"),
        Need("Partnerships", "", "partnerships"),
    ),
    "minh": (
        Need("First years as a product manager", "", "product-sense", "monthly"),
        Need("Numbers", "I read charts, I do not question them yet.", "data-analysis"),
    ),
}

ADVISERS = {
    "ada": (
        Adviser(
            "Ines Duarte",
            "VP Product, a logistics firm",
            "She built a pricing page out of three products and stayed calm.",
            ("Strategy",),
            ("outside", "same", "other", "ahead", "colleague"),
            way="mentor",
            talks=(
                Talk(
                    286, "A first small question about trade-offs", ("asked", "received"), "Write down what you drop."
                ),
                Talk(
                    210,
                    "Sent her the interview guide she asked for",
                    ("gave",),
                    gave="Our guide for interviews about prices",
                ),
                Talk(
                    124,
                    "The pricing page, and what to measure",
                    ("asked", "received"),
                    "Raise the price for new customers first and watch who asks why.",
                    follow_up="Tell her what the first month showed",
                    due=3,
                ),
            ),
            more={"aware": True, "boundaries": "Prefers mail, no evenings", "email": "ines.duarte@demo.example"},
        ),
        Adviser(
            "Tomasz Wilk",
            "Pricing consultant",
            "He has seen forty price changes and remembers the failed ones.",
            ("Pricing",),
            ("outside", "other", "other", "ahead", "speaker"),
            talks=(
                Talk(
                    80, "Margin by segment", ("received", "hello"), "Ask who pays for the support of small customers."
                ),
            ),
            more={
                "met_at": "Mind the Product",
                "ask": "You said that small customers pay last. Which one number would you look at first to see it?",
            },
        ),
        Adviser(
            "Ruth Amsalem",
            "Chief of staff",
            "Finance listens to her, and she knows why.",
            ("Hard stakeholders",),
            ("inside", "other", "same", "ahead", "colleague"),
            talks=(
                Talk(
                    101,
                    "How the finance review is prepared",
                    ("asked", "received"),
                    "Send the page two days before.",
                    told=True,
                ),
                Talk(10, "Told her that the review went well", ("gave", "hello"), gave="What became of her advice"),
            ),
            more={"aware": True},
        ),
        Adviser(
            "Farid Haddad",
            "Product manager, Search",
            "He says it when I complain.",
            ("Peer mirror",),
            ("inside", "same", "same", "peer", "colleague"),
            rhythm="monthly",
            talks=(
                Talk(68, "Lunch, mostly his reorganisation", ("hello",)),
                Talk(37, "Read his case for a promotion", ("gave",), gave="Comments on two pages"),
                Talk(6, "A walk about the launch", ("asked", "received", "hello")),
            ),
            more={"aware": True},
        ),
        Adviser(
            "Kenji Mori",
            "Author of a newsletter on markets",
            "I read him every week; he does not know me.",
            ("Market sense",),
            ("outside", "other", "other", "ahead", "author"),
            way="reader",
            rests=True,
        ),
        Adviser(
            "Leila Brandt",
            "Product manager, a bank",
            "Good questions after my talk.",
            ring="wider",
            way="reader",
            more={"met_at": "Mind the Product", "how": "She asked about interviews"},
        ),
    ),
    "bo": (
        Adviser(
            "Greta Falk",
            "Director of Product, retired",
            "She led four managers and kept her evenings.",
            ("Leading leaders", "My own pace"),
            ("outside", "same", "other", "ahead", "teacher"),
            way="mentor",
            talks=(
                Talk(40, "How she handed over her own product", ("asked", "received"), "Leave the room earlier."),
            ),
            more={"aware": True},
        ),
        Adviser(
            "Noah Stern",
            "Head of Sales",
            "He says no twice a day.",
            ("Saying no upwards",),
            talks=(Talk(100, "Lunch"),),
        ),
    ),
    "joao": (
        Adviser(
            "Clara Benítez",
            "Principal product manager",
            "She chose ideas and would choose them again.",
            ("Leading people or ideas",),
            ("outside", "same", "other", "ahead", "colleague"),
            talks=(
                Talk(150, "What she misses about leading people", ("asked", "received"), "Try a leave cover first."),
            ),
        ),
        Adviser("Emre Kaya", "Group product manager", "He chose people.", ("Leading people or ideas", "Org design")),
    ),
    "minh": (
        Adviser(
            "هدى منصور 🌱",
            "Product manager",
            "She began two years before me.",
            ("First years as a product manager",),
            ("inside", "same", "same", "peer", "colleague"),
            ring="peers",
            talks=(Talk(20, "Had a chat today"),),
        ),
    ),
}
