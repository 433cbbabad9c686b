"""Who gets which answer at which address: one line for each, and nothing that this table does not say.

Columns: the url's name; what kind of page it is; what it is about; the answer to GET (and HEAD), POST, PUT, DELETE
(and PATCH) and OPTIONS; then one column for everybody, from Ada to Xena and nobody at all:

    +   gets the answers of the line
    -   does not learn that it is there: 404, word for word the same as for an id that nobody has
    !   knows that it is there and may not do this: 403
    r   reads it and may not do this: POST is 403
    >   is led to the first page, whatever the method
    o   is signed out already: led to the first page, too; other methods as the line says
    h   is signed in already: led home, whatever the method

Kinds: "public" needs no account; "own" shows everybody their own; "everyone" shows the same to everyone at work;
"keepers" is for those who keep a ladder; an ability of people/policy.py is about one person. Gone has left: the
account is switched off, the session is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.authz.rooms import each
from tests.authz.table_drafts import DRAFTS
from tests.authz.world import ACTORS

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
COLUMN = {"GET": 0, "HEAD": 0, "POST": 1, "PUT": 2, "DELETE": 3, "PATCH": 3, "OPTIONS": 4}
NOT_THERE, NOT_YOURS, SIGN_IN, HOME = 404, 403, "/welcome/", "/"

TABLE = """
#                                                                      GET POS PUT DEL OPT  A B C D E H L R G X n
# The first minutes
welcome              public                                            302 405 405 405 405  + + + + + + + + + + +
first_account        public                                            302 302 405 405 405  + + + + + + + + + + +
health               public                                            200 405 405 405 405  + + + + + + + + + + +

# The demo: closed as soon as there is a real account
demo_choose          public                                            200 405 405 405 405  - - - - - - - - - - -
demo_start           public                                            405 200 405 405 405  - - - - - - - - - - -
demo_enter           public    person=ada                              405 302 405 405 405  - - - - - - - - - - -

# One's own account
account_login        public                                            200 200 200 405 200  h h h h h h h h + h +
account_logout       public                                            200 302 405 405 200  + + + + + + + + o + o
account_signup       public                                            200 200 200 200 200  h h h h h h h h + h +
account_inactive     public                                            200 405 405 405 200  + + + + + + + + + + +
account_confirm_login_code public                                      302 302 302 302 302  h h h h h h h h + h +
account_email_verification_sent public                                 200 405 405 405 200  + + + + + + + + + + +
account_confirm_email public    key=unknown                            200 404 405 405 200  + + + + + + + + + + +
account_reset_password public                                          200 302 200 405 200  + + + + + + + + + + +
account_reset_password_done public                                     200 405 405 405 200  + + + + + + + + + + +
account_reset_password_from_key public    uidb36=1 key=unknown         200 200 200 200 200  + + + + + + + + + + +
account_reset_password_from_key_done public                            200 405 405 405 200  + + + + + + + + + + +
account_reauthenticate own                                             200 200 200 405 200  + + + + + + + + > + >
account_change_password own                                            200 200 200 405 200  + + + + + + + + > + >
account_set_password own                                               302 302 302 302 302  + + + + + + + + > + >
account_email        own                                               200 302 302 405 200  + + + + + + + + > + >
profile_edit         own                                               200 302 405 405 405  + + + + + + + + > + >
stored_show          everyone                                          200 405 405 405 405  + + + + + + + + > + >

# Ladders
ladder_home          own                                               302 405 405 405 405  + + + + + + + + > + >
ladder_show          everyone  ladder=current|second                   200 405 405 405 405  + + + + + + + + > + >
ladder_show          everyone  ladder=draft|library|future             200 405 405 405 405  - - - - - - - - > - >
stage_show           everyone  ladder=current stage=stage              200 405 405 405 405  + + + + + + + + > + >
stage_show           everyone  ladder=draft|library|future stage=stage 200 405 405 405 405  - - - - - - - - > - >
skill_show           everyone  ladder=current skill=skill              200 405 405 405 405  + + + + + + + + > + >
skill_show           everyone  ladder=draft|library|future skill=skill 200 405 405 405 405  - - - - - - - - > - >
step_choose          everyone  ladder=current                          200 405 405 405 405  + + + + + + + + > + >
step_choose          everyone  ladder=draft|library|future             200 405 405 405 405  - - - - - - - - > - >
step_show            everyone  ladder=current start=stage goal=aim     200 405 405 405 405  + + + + + + + + > + >
step_show            everyone  ladder=draft|library|future start=stage goal=aim
                                                                       200 405 405 405 405  - - - - - - - - > - >
way_list             everyone  ladder=current|second                   200 405 405 405 405  + + + + + + + + > + >
way_list             everyone  ladder=draft|library|future             200 405 405 405 405  - - - - - - - - > - >
way_show             everyone  ladder=current way=way                  200 405 405 405 405  + + + + + + + + > + >
way_show             everyone  ladder=current|second way=missing       200 405 405 405 405  - - - - - - - - > - >
way_show             everyone  ladder=draft|library|future way=way     200 405 405 405 405  - - - - - - - - > - >
beyond_show          everyone  ladder=current|second                   200 405 405 405 405  + + + + + + + + > + >
beyond_show          everyone  ladder=draft|library|future             200 405 405 405 405  - - - - - - - - > - >
fork_show            everyone  ladder=current stage=fork               200 405 405 405 405  + + + + + + + + > + >
fork_show            everyone  ladder=current stage=stage              200 405 405 405 405  - - - - - - - - > - >
fork_show            everyone  ladder=draft|library|future stage=fork  200 405 405 405 405  - - - - - - - - > - >
version_list         everyone  ladder=current|second                   200 405 405 405 405  + + + + + + + + > + >
version_list         everyone  ladder=draft|library|future             200 405 405 405 405  - - - - - - - - > - >
version_show         everyone  ladder=current version=announced        200 405 405 405 405  + + + + + + + + > + >
version_show         everyone  ladder=second version=earlier           200 405 405 405 405  + + + + + + + + > + >
version_show         everyone  ladder=second|draft|library|future version=announced
                                                                       200 405 405 405 405  - - - - - - - - > - >
version_read         everyone  ladder=current version=announced        200 405 405 405 405  + + + + + + + + > + >
version_read         everyone  ladder=second version=earlier           200 405 405 405 405  + + + + + + + + > + >
version_read         everyone  ladder=second|draft|library|future version=announced
                                                                       200 405 405 405 405  - - - - - - - - > - >
version_notice       own       ladder=current version=announced        405 302 405 405 405  + + + + + + + + > + >
version_notice       own       ladder=second|draft|library|future version=announced
                                                                       405 302 405 405 405  - - - - - - - - > - >
ladder_language      own       ladder=current                          405 302 405 405 405  + + + + + + + + > + >
ladder_language      own       ladder=draft|library|future             405 302 405 405 405  - - - - - - - - > - >
place_edit           own       ladder=current                          200 302 405 405 405  + + + + + + + + > + >
place_edit           own       ladder=draft|library|future             200 302 405 405 405  - - - - - - - - > - >

# Ladders for everybody: one of them is, another is not, and three could not be
public_ladder        public    slug=consulting                         200 405 405 405 405  + + + + + + + + + + +
public_ladder        public    slug=product-management|engineering-points|shared-skills|product-stage-text
                                                                       200 405 405 405 405  - - - - - - - - - - -
public_stage         public    slug=consulting stage=junior            200 405 405 405 405  + + + + + + + + + + +
public_stage         public    slug=product-management stage=product-manager
                                                                       200 405 405 405 405  - - - - - - - - - - -
public_skill         public    slug=consulting skill=research          200 405 405 405 405  + + + + + + + + + + +
public_skill         public    slug=product-management skill=delivery  200 405 405 405 405  - - - - - - - - - - -
robots               public                                            200 405 405 405 405  + + + + + + + + + + +

# Where one stands
home                 own                                               200 405 405 405 405  + + + + + + + + > + >
gap_home             own                                               302 405 405 405 405  + + + + + + + + > + >
gap_show             own       stage=stage                             200 405 405 405 405  + + + + + + + + > + >
gap_compare          own                                               200 405 405 405 405  + + + + + + + + > + >
gap_formula          everyone                                          200 405 405 405 405  + + + + + + + + > + >
assessment_home      own                                               200 302 405 405 405  + + + + + + + + > + >
# Everybody has had a first check-in: nothing starts from here any more
way_start            own       ladder=current way=way                  200 422 405 405 405  + + + + + + + + > + >
way_start            own       ladder=draft|library|future way=way     200 422 405 405 405  - - - - - - - - > - >

# One assessment: a draft, one that is submitted, what was agreed with Bo, with Xena before him, and in Bo's time with
# somebody whose account is gone; then a manager's own words and drafts, which have no page yet
assessment_show      read_self_assessment assessment=ada.draft         302 405 405 405 405  + - - - - - - - > - >
assessment_show      read_self_assessment assessment=ada.submitted     200 405 405 405 405  + - - - - - - - > - >
assessment_show      read_agreed assessment=ada.agreed|agreed_in_his_time
                                                                       200 405 405 405 405  + + - - - - - - > - >
assessment_show      read_agreed assessment=ada.agreed_before          200 405 405 405 405  + - - - - - - - > - >
assessment_show      read_agreed assessment=ada.managers|managers_draft|agreed_draft
                                                                       200 405 405 405 405  - - - - - - - - > - >
assessment_show      read_self_assessment assessment=eve.draft         302 405 405 405 405  - - - - + - - - > - >
assessment_show      read_self_assessment assessment=eve.submitted     200 405 405 405 405  - - - - + - - - > - >
assessment_show      read_agreed assessment=eve.agreed_before|agreed_in_his_time
                                                                       200 405 405 405 405  - - - - + - - - > + >
assessment_show      read_agreed assessment=gone.agreed|agreed_before|submitted|draft
                                                                       200 405 405 405 405  - - - - - - - - > - >
assessment_submit    write_self_assessment assessment=ada.draft        200 302 405 405 405  + - - - - - - - > - >
assessment_submit    write_self_assessment assessment=ada.submitted    302 302 405 405 405  + - - - - - - - > - >
assessment_submit    write_self_assessment assessment=ada.agreed|agreed_draft|managers|managers_draft
                                                                       200 302 405 405 405  - - - - - - - - > - >
assessment_discard   write_self_assessment assessment=ada.draft        200 302 405 405 405  + - - - - - - - > - >
assessment_discard   write_self_assessment assessment=ada.submitted    302 302 405 405 405  + - - - - - - - > - >
assessment_discard   write_self_assessment assessment=ada.agreed|agreed_draft|managers|managers_draft
                                                                       200 302 405 405 405  - - - - - - - - > - >
situations_edit      write_self_assessment assessment=ada.draft        200 302 405 405 405  + - - - - - - - > - >
situations_edit      write_self_assessment assessment=ada.submitted    409 409 405 405 405  + - - - - - - - > - >
situations_edit      write_self_assessment assessment=ada.agreed|agreed_draft|managers|managers_draft
                                                                       200 302 405 405 405  - - - - - - - - > - >
rating_edit          write_self_assessment assessment=ada.draft skill=skill
                                                                       200 302 405 405 405  + - - - - - - - > - >
rating_edit          write_self_assessment assessment=ada.submitted skill=skill
                                                                       409 409 405 405 405  + - - - - - - - > - >
rating_edit          write_self_assessment assessment=ada.agreed|agreed_draft|managers|managers_draft skill=skill
                                                                       200 302 405 405 405  - - - - - - - - > - >
rating_edit          write_self_assessment assessment=eve.draft skill=skill
                                                                       200 302 405 405 405  - - - - + - - - > - >

# Evidence
evidence_list        own                                               200 405 405 405 405  + + + + + + + + > + >
evidence_new         own                                               200 302 405 405 405  + + + + + + + + > + >
evidence_edit        write_evidence evidence=ada.evidence              200 302 405 405 405  + - - - - - - - > - >
evidence_edit        write_evidence evidence=eve.evidence              200 302 405 405 405  - - - - + - - - > - >
evidence_edit        write_evidence evidence=gone.evidence             200 302 405 405 405  - - - - - - - - > - >
evidence_delete      write_evidence evidence=ada.evidence              200 302 405 405 405  + - - - - - - - > - >
evidence_delete      write_evidence evidence=eve.evidence              200 302 405 405 405  - - - - + - - - > - >

"""

ROW = re.compile(r"(?P<url>\w+) +(?P<kind>\w+) (?P<of>.*?) +(?P<statuses>(?:\d{3} +){5})(?P<marks>[-+!>ohr ]{21})")


@dataclass(frozen=True)
class Line:
    """An address in one state of what it is about, and who gets which answer."""

    url: str
    kind: str
    of: str
    statuses: tuple[int, ...]
    marks: dict[str, str]

    def __str__(self) -> str:
        return f"{self.url} {self.of}".strip()

    @property
    def parts(self) -> dict[str, str]:
        """The url's arguments: things of the world ("ada.draft"), or words to put there as they are."""
        return dict(word.split("=") for word in self.of.split())

    @property
    def thing(self) -> str:
        """The thing of one person that the page is about, such as "ada.draft"; empty for other pages."""
        return next((thing for thing in self.parts.values() if "." in thing), "")

    @property
    def readers(self) -> frozenset[str]:
        return frozenset(actor for actor, mark in self.marks.items() if mark in "+r")

    def expected(self, actor: str, method: str) -> tuple[int, str]:
        """The status, and where a redirect leads when it has to lead away ("" where the page decides)."""
        said = self.statuses[COLUMN[method]]
        mark = self.marks[actor]
        if mark == "-":
            return (said if said == 405 else NOT_THERE), ""
        if mark == "!" or (mark == "r" and method == "POST"):
            return (said if said == 405 else NOT_YOURS), ""
        if mark == "h":
            return 302, HOME
        if mark == ">" or (mark == "o" and method in {"GET", "HEAD", "POST"}):
            return 302, SIGN_IN
        return said, ""


def read(table: str) -> Iterator[Line]:
    """The lines of the table; `a|b` in a line stands for one line each."""
    for row in re.sub(r"\n +", " ", table).splitlines():
        if not row or row.startswith("#"):
            continue
        match = ROW.fullmatch(row)
        assert match, row
        statuses, marks = (
            tuple(map(int, match["statuses"].split())),
            dict(zip(ACTORS, match["marks"].split(), strict=True)),
        )
        for of in spread(match["of"].strip()):
            yield Line(match["url"], match["kind"], of, statuses, marks)


def spread(of: str) -> list[str]:
    """ "assessment=ada.agreed|draft skill=skill" → the same with ada.agreed, and with ada.draft."""
    first, *rest = of.split() or [""]
    start = max(first.find("="), first.find(".")) + 1
    return [" ".join([first[:start] + state, *rest]).strip() for state in first[start:].split("|")]


LINES = tuple(read(TABLE + DRAFTS + "".join(each("TABLE"))))
