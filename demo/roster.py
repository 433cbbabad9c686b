"""The people of the demo organisation: who they are, since when, where they want to go and to whom they report."""

from __future__ import annotations

from dataclasses import dataclass

from demo.figures import Levels

Since = tuple[str, int, int]  # a stage, and when it was reached: years ago (1 or more) and the month


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the roster; `manager` is an address above it. See `Figure` for `habit`."""

    address: str
    name: str
    steps: tuple[Since, ...]
    aim: str = ""
    manager: str = ""
    product: str = ""
    habit: str = "regular"
    called: str = ""


ASSOCIATE, JUNIOR, APM, PM, SENIOR = "product-associate", "junior-pm", "associate-pm", "product-manager", "senior-pm"
GROUP, PRINCIPAL, DIRECTOR, VP, CPO = "group-pm", "principal-pm", "director", "vp", "cpo"

ROSTER = (
    Row("marguerite", "Marguerite Oyelaran-Whitfield", ((VP, 8, 5), (CPO, 4, 2)), product="Approvals"),
    Row("teodor", "Teodor Vasilescu", ((DIRECTOR, 6, 9), (VP, 2, 10)), CPO, "marguerite", "Billing"),
    Row("cy", "Cy Haddad", ((GROUP, 5, 4), (DIRECTOR, 3, 1)), VP, "teodor", "Invoices"),
    Row("thandiwe", "Thandiwe Nkosi-Bergström", ((GROUP, 7, 1), (DIRECTOR, 4, 6)), VP, "teodor", "Payroll"),
    Row("bo", "Bo Lindqvist", ((SENIOR, 5, 8), (GROUP, 2, 9)), DIRECTOR, "cy", "Invoices"),
    Row("xena", "Xena Papadopoulou", ((SENIOR, 6, 3), (GROUP, 4, 1)), PRINCIPAL, "thandiwe", "Banking"),
    Row("rajeswari", "Rajeswari Venkataraghavan", ((SENIOR, 4, 2), (GROUP, 1, 5)), DIRECTOR, "cy", "Search"),
    Row("tomasz", "Tomasz Wiśniewski", ((SENIOR, 5, 2), (GROUP, 3, 11)), DIRECTOR, "thandiwe", "Payroll"),
    Row("kaito", "Kaito Yamashita", ((SENIOR, 7, 4), (PRINCIPAL, 3, 7)), GROUP, "cy", "Partner portal"),
    Row("siobhan", "Siobhán Ní Dhomhnaill", ((SENIOR, 4, 6), (PRINCIPAL, 1, 9)), DIRECTOR, "teodor", "Reports"),
    Row("ada", "Ada Okafor", ((APM, 5, 1), (PM, 3, 3)), SENIOR, "bo", "Invoices"),
    Row("di", "Di Castellanos", ((JUNIOR, 5, 9), (APM, 4, 5), (PM, 2, 2)), SENIOR, "bo", "Receipts", "draft"),
    Row("joao", "João Pedro de Alcântara Vasconcelos", ((PM, 5, 3), (SENIOR, 2, 5)), GROUP, "bo", "Billing"),
    Row("layla", "ليلى منصور", ((APM, 3, 8), (PM, 1, 10)), SENIOR, "bo", "Expenses"),
    Row("minh", "Nguyễn Minh Châu", ((JUNIOR, 3, 1), (APM, 1, 7)), PM, "bo", "Invoices", called="Châu"),
    Row("oskar", "Oskar Þórðarson", ((ASSOCIATE, 2, 4), (JUNIOR, 1, 6)), APM, "bo", "Receipts"),
    Row("eve", "Eve Mokoena", ((APM, 2, 6), (PM, 1, 8)), SENIOR, "tomasz", "Payroll", "idle"),
    Row("henrike", "Henrike van der Zwaan", ((PM, 6, 5), (SENIOR, 3, 2)), PRINCIPAL, "tomasz", "Payroll"),
    Row("yusuf", "Yusuf Özdemir", ((APM, 4, 2), (PM, 2, 7)), SENIOR, "tomasz", "Time tracking"),
    Row("ines", "Inés Quispe Huamán", ((JUNIOR, 2, 9), (APM, 1, 4)), PM, "tomasz", "Payroll"),
    Row("samuel", "Samuel Adeyemi", ((ASSOCIATE, 1, 8),), JUNIOR, "tomasz", "Time tracking"),
    Row("sunniva", "Sunniva Hætta", ((ASSOCIATE, 2, 1), (JUNIOR, 1, 5)), APM, "tomasz", "Payroll"),
    Row("mercy", "Mercy Wanjiku Kariuki", ((PM, 4, 9), (SENIOR, 1, 11)), GROUP, "xena", "Banking"),
    Row("pavel", "Pavel Dvořák", ((APM, 5, 5), (PM, 3, 5)), SENIOR, "xena", "Banking"),
    Row("anahit", "Anahit Grigoryan", ((APM, 2, 11), (PM, 1, 7)), SENIOR, "xena", "Approvals"),
    Row("kwame", "Kwame Boateng", ((JUNIOR, 3, 6), (APM, 2, 3)), PM, "xena", "Banking"),
    Row("linh", "Linh Đặng", ((ASSOCIATE, 1, 3),), JUNIOR, "xena", "Approvals"),
    Row("farid", "Farid Rahmani", ((PM, 3, 10), (SENIOR, 1, 3)), PRINCIPAL, "xena", "Banking"),
    Row("gwen", "Gwenllian ap Rhys", ((PM, 5, 7), (SENIOR, 3, 9)), GROUP, "rajeswari", "Search"),
    Row("hiroko", "Hiroko Tanabe", ((PM, 4, 1), (SENIOR, 2, 1)), PRINCIPAL, "rajeswari", "Onboarding"),
    Row("desta", "Desta Woldemariam", ((APM, 4, 4), (PM, 2, 6)), SENIOR, "rajeswari", "Search"),
    Row("lucie", "Lucie Ó Faoláin-Marchand", ((PM, 1, 2),), SENIOR, "rajeswari", "Onboarding"),
    Row("matiu", "Mātiu Parata", ((JUNIOR, 2, 5), (APM, 1, 9)), PM, "rajeswari", "Search"),
    Row("zofia", "Zofia Łukaszewicz", ((APM, 2, 2),), PM, "rajeswari", "Onboarding"),
    Row("arun", "Arun Krishnamurthy", ((ASSOCIATE, 2, 8), (JUNIOR, 1, 10)), APM, "rajeswari", "Search"),
    Row("salome", "Salome Kvaratskhelia", ((ASSOCIATE, 1, 6),), JUNIOR, "rajeswari", "Search"),
    Row("petra", "Petra Nováková", ((SENIOR, 2, 3),), PRINCIPAL, "teodor", "Reports"),
)  # fmt: skip

# The people who hold a duty, with their title: they are on no ladder.
DUTIES = {
    "people": ("hal", "Hal Nakamura", "People Partner"),
    "ladders": ("lin", "Lin Mei-Hua", "Product Operations Lead"),
    "operator": ("root", "Robin Root", "Platform Operator"),
}
# Puts ladders into force, beside the own work.
PUBLISHER = "cy"
# Arrived nine days ago and has not said a place yet.
NEWCOMER = Row("noor", "Noor El-Amrani", (), manager="bo", product="Expenses")

# Ada reported to Xena until April of last year.
BEFORE = {"ada": ("xena", 1, 4)}

# What Ada said of herself at five check-ins, how Bo sees it and what they agreed on.
ADA = {
    "user-research": Levels((3, 3, 3, 4, 4), 4, 4),
    "customer-empathy": Levels((3, 3, 4, 4, 4), 4, 4),
    "market-analysis": Levels((2, 2, 3, 3, 3), 3, 3),
    "data-analysis": Levels((3, 3, 3, 4, 4), 4, 4),
    "experimentation": Levels((2, 2, 3, 3, 3), 3, 3),
    "product-sense": Levels((2, 3, 3, 3, 3), 3, 3),
    "requirements": Levels((3, 3, 3, 3, 3), 3, 3),
    "design": Levels((2, 3, 3, 3, 3), 3, 3),
    "technical": Levels((2, 2, 2, 3, 3), 3, 3),
    "delivery": Levels((3, 3, 4, 4, 4), 4, 4),
    "prioritisation": Levels((3, 3, 3, 4, 4), 4, 4),
    "product-strategy": Levels((2, 2, 3, 3, 4), 3, 3),
    "vision": Levels((2, 2, 3, 3, 3), 3, 3),
    "business": Levels((2, 2, 2, 2, 3), 3, 3),
    "innovation-risk": Levels((1, 2, 2, 2, 2), 2, 2),
    "company-strategy": Levels((1, 1, 1, 1, 1), 1, 1),
    "communication": Levels((2, 3, 3, 3, 4), 3, 3),
    "stakeholders": Levels((3, 3, 3, 4, 4), 4, 4),
    "collaboration": Levels((3, 3, 3, 3, 3), 4, 4),
    "mentoring": Levels((1, 2, 2, 3, 3), 3, 3),
    "people-management": Levels((None, None, None, None, None), None, None),
    "org-design": Levels((0, 0, 0, 0, 1), 0, 0),
    "partnerships": Levels((None, 0, 0, 0, 0), 0, 0),
    "adaptability": Levels((3, 3, 3, 3, 3), 3, 3),
}
