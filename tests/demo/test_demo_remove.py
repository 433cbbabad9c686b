from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client

from demo.opening import open_crowd, open_demo
from people.accounts import AT_ONCE
from people.models import Person, ReportingLine
from tests.cast import Cast
from tests.demo.conftest import TODAY
from tests.factories import EvidenceFactory, load_default_ladder


def counts() -> dict[str, int]:
    """How many rows each table has, the tables between two models included."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model._default_manager.count() for model in models}


def remove() -> str:
    out = StringIO()
    call_command("demo_remove", stdout=out)
    return out.getvalue()


# Every table that the demo writes to.
FILLED = {
    "account_emailaddress",
    "assessments_agreement",
    "assessments_appraisal",
    "assessments_assessment",
    "assessments_consent",
    "assessments_endorsement",
    "assessments_evidence",
    "assessments_evidence_skills",
    "assessments_rating",
    "assessments_share",
    "assessments_standing",
    "calibration_chair",
    "calibration_entry",
    "calibration_practiceanswer",
    "calibration_ratingchange",
    "calibration_session",
    "drafts_anchortest",
    "drafts_change",
    "drafts_draft",
    "drafts_keeper",
    "drafts_piece",
    "drafts_proposal",
    "drafts_proposalanswer",
    "drafts_review",
    "drafts_sorter",
    "drafts_sorting",
    "feedback_circle",
    "feedback_circle_skills",
    "feedback_feedback",
    "feedback_feedbackasked",
    "feedback_peer",
    "feedback_peeranswer",
    "ladders_path",
    "ladders_placement",
    "mentors_board",
    "mentors_member",
    "mentors_seat",
    "mentors_serverkey",
    "mentors_touch",
    "organisation_snapshot",
    "packets_comment",
    "packets_decision",
    "packets_handin",
    "packets_packet",
    "packets_reader",
    "packets_reason",
    "packets_release",
    "packets_section",
    "packets_sharing",
    "packets_statement",
    "people_act",
    "people_duty",
    "people_notice",
    "people_person",
    "people_reading",
    "people_reportingline",
    "reviews_handover",
    "reviews_keptpart",
    "reviews_round",
    "reviews_roundperson",
    "reviews_roundplace",
    "teams_challenge",
    "teams_coachoffer",
    "teams_promise",
    "teams_seat",
    "teams_talk",
}


@pytest.mark.django_db
def test_leaves_nothing_behind() -> None:
    load_default_ladder()
    before = counts()
    for _step in open_demo(TODAY):
        pass
    filled = counts()
    assert {name for name in before if filled[name] != before[name]} == FILLED
    assert remove() == "41 demo people removed\n"
    # The server's key stays, and so does its name.
    assert counts() == before | {"mentors_serverkey": 1}


@pytest.mark.django_db
def test_removes_a_crowd_group_by_group() -> None:
    load_default_ladder()
    before = counts()
    for _step in open_crowd(AT_ONCE + 10, TODAY):
        pass
    assert remove() == f"{AT_ONCE + 10} demo people removed\n"
    assert counts() == before


def test_leaves_real_people_alone(cast: Cast) -> None:
    EvidenceFactory(person=cast.ada, skills=["delivery"])
    boss = Person.objects.create_user("boss@demo.example", "Boss", demo=True)
    cast.cy.report_to(boss, since=date(2022, 1, 1))
    before = counts()
    assert remove() == "1 demo people removed\n"
    assert counts() == before | {
        "people_person": before["people_person"] - 1,
        "people_reportingline": before["people_reportingline"] - 1,
    }
    assert not ReportingLine.objects.filter(person=cast.cy).exists()


@pytest.mark.usefixtures("guests")
def test_whoever_is_signed_in_as_a_demo_person_is_signed_out(client: Client) -> None:
    client.force_login(Person.objects.get(email="ada@demo.example"))
    assert client.get("/profile/").status_code == 200
    remove()
    assert client.get("/profile/").status_code == 302
