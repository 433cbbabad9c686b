"""Explaining the columns of a table: a guess to correct, an order to set, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Upload
from drafts.upload_map import Choices, first_choices, read_choices, write_map
from drafts.uploading import reading_of
from ladders.exchange.table_guess import Guess, guess
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.drafts.brought import LONG, WIDE, brought, form_of, problems, url_of
from tests.drafts.conftest import client_of
from tests.ladders.sheets import titles_totals_and_merged_cells
from tests.ladders.tables import levels


def table(cast: Cast, body: bytes = WIDE, kind: str = "wide") -> Upload:
    return brought(cast.lin, body, "product_roles.csv", kind)


def send(client: Client, upload: Upload, **changes: Any) -> Any:
    sent = form_of(client.get(url_of(upload, "map/")))
    said = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(url_of(upload, "map/"), {**sent, **said})


def ladder_of(upload: Upload) -> Any:
    upload.refresh_from_db()
    reading = reading_of(upload)
    assert reading.errors == ()
    return reading.ladder


def test_a_guess_stands_there_already(as_lin: Client, cast: Cast) -> None:
    upload = table(cast)
    sent = form_of(as_lin.get(url_of(upload, "map/")))
    assert {name: value for name, value in sent.items() if name.startswith("column-")} == {
        "column-0": ["category"],
        "column-1": ["skill"],
        "column-2": ["stages"],
        "column-3": ["stages"],
    }
    assert (sent["order-2"], sent["order-3"], sent["cells"], sent["scale"]) == (["1"], ["2"], ["levels"], ["1\n2"])
    assert (sent["title"], sent["kind"]) == (["product roles"], ["wide"])


def test_sent_as_guessed(as_lin: Client, cast: Cast) -> None:
    upload = table(cast)
    answer = send(as_lin, upload)
    assert (answer.status_code, answer.headers["Location"]) == (302, url_of(upload))
    ladder = ladder_of(upload)
    assert [stage.title for stage in ladder.stages] == ["PM", "Senior PM"]
    assert levels(ladder) == {"aim": {"pm": "1", "senior-pm": "2"}, "care": {"pm": "(1)", "senior-pm": "2"}}


def test_everything_can_be_said_otherwise(as_lin: Client, cast: Cast) -> None:
    body = b"Area,Skill,Lead,Junior,Notes\nA,Aim,2,1,x\n,Care,2,-,y\nB,Pay,4 to 5,3,z\nB,All,2,2,z\nC,Total,9,9,\n"
    upload = table(cast, body)
    send(
        as_lin,
        upload,
        title="Ours",
        language="de",
        order__2="2",
        order__3="1",
        merged__0="on",
        cells="levels",
        scale="Lernt\nKann",
        empty="-",
        only_column="4",
        only_value="",
        without="Total\nAll",
        unrated="Pay",
    )
    ladder = ladder_of(upload)
    assert (ladder.title, ladder.language, [level.name for level in ladder.scale]) == (
        "Ours",
        "de",
        ["Lernt", "Kann"],
    )
    assert [stage.title for stage in ladder.stages] == ["Junior", "Lead"]
    assert [(skill.title, skill.category, skill.rated) for skill in ladder.skills] == [
        ("Aim", "a", True),
        ("Care", "a", True),
        ("Pay", "b", False),
    ]
    assert levels(ladder) == {"aim": {"junior": "1", "lead": "2"}, "care": {"lead": "2"}}


def test_only_some_rows(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, b"Team,Skill,One\nA,Aim,x\nB,Care,y\nB,Plan,z\n")
    send(as_lin, upload, column__0="", only_column="0", only_value="b")
    assert [skill.title for skill in ladder_of(upload).skills] == ["Care", "Plan"]


def test_a_printed_sheet_needs_no_correction(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, titles_totals_and_merged_cells().data)
    send(as_lin, upload)
    assert [skill.title for skill in ladder_of(upload).skills] == [
        "Research",
        "Support",
        "Sales",
        "Roadmap",
        "Launch",
    ]


def test_a_long_table_and_the_order_of_its_stages(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, LONG, "long")
    sent = form_of(as_lin.get(url_of(upload, "map/")))
    assert (sent["order-0"], sent["order-1"], sent["scale"]) == (["1"], ["2"], ["Learning\nLeading"])
    send(as_lin, upload, order__0="2", order__1="1", scale="Learning\nLeading")
    ladder = ladder_of(upload)
    assert [stage.title for stage in ladder.stages] == ["Junior", "Head"]
    assert levels(ladder)["aim"] == {"junior": "1", "head": "2"}
    assert ladder.skills[0].levels.rows[2].text == "Sets it"


def test_a_stage_without_a_place_is_left_out(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, LONG, "long")
    send(as_lin, upload, order__1="")
    assert [stage.title for stage in ladder_of(upload).stages] == ["Head"]
    assert form_of(as_lin.get(url_of(upload, "map/")))["order-1"] == [""]


def test_what_does_not_fit_is_told_and_everything_stays(as_lin: Client, cast: Cast) -> None:
    upload = table(cast)
    answer = send(as_lin, upload, scale="Only", order__2="7", title="Ours", empty="–")
    assert answer.status_code == 422
    assert problems(answer) == [
        f"Line {line} {column} there is no level 2; the scale has 1 {text}"
        for line, column, text in (
            (2, "Senior PM", "Work,Aim,1,2"),
            (3, "Senior PM", "Work,Care,(1),2"),
        )
    ]
    sent = form_of(answer)
    assert (sent["scale"], sent["order-2"], sent["title"], sent["empty"]) == (["Only"], ["7"], ["Ours"], ["–"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"column__1": ""}, ["Say which column has the skills."]),
        ({"column__0": "skill"}, ["Skill – Another column is that already."]),
        ({"column__2": "", "column__3": ""}, ["Say which columns are stages."]),
        ({"title": " "}, ["What the ladder is called – This field is required."]),
        ({"scale": ""}, ["Levels – Name the levels."]),
        ({"order__2": "first"}, ["Place of PM – Enter a whole number."]),
        ({"language": "German!"}, ["Language of the texts – Write the code of a language, such as en or pt-BR."]),
        ({"column__2": "nonsense"}, ["PM – Select a valid choice. nonsense is not one of the available choices."]),
    ],
)
def test_what_is_missing(as_lin: Client, cast: Cast, changes: dict[str, str], said: list[str]) -> None:
    upload = table(cast)
    answer = send(as_lin, upload, **changes)
    assert answer.status_code == 422
    assert [node.text for node in main(answer).one("div", "errors").all("li")] == said
    upload.refresh_from_db()
    assert upload.given == ""


def test_read_as_another_kind_it_is_guessed_anew_and_the_rest_stays(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, LONG, "wide")
    answer = send(as_lin, upload, kind="long", title="Ours", empty="–")
    assert answer.status_code == 422
    assert [node.text for node in main(answer).one("div", "errors").all("li")] == [
        "The table is read differently now. Look at its columns and at the order again."
    ]
    sent = form_of(answer)
    assert [sent[f"column-{place}"] for place in range(4)] == [["stage"], ["skill"], ["level"], ["level-text"]]
    assert (sent["title"], sent["empty"], sent["order-0"]) == (["Ours"], ["–"], ["1"])
    again = as_lin.post(url_of(upload, "map/"), {**sent, "scale": "Learning\nLeading"})
    assert again.headers["Location"] == url_of(upload)
    upload.refresh_from_db()
    assert upload.kind == "long"


def test_another_column_of_stages_has_other_stages(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, LONG.replace(b"What it means", b"Stage text"), "long")
    answer = send(as_lin, upload, column__0="", column__3="stage")
    assert answer.status_code == 422
    names = [node.text for node in main(answer).all("ol", "explained")[1].all("b")]
    assert names == ["Sets it", "Knows it", "Asks all", "Asks"]


def test_a_heading_tells_where_the_table_begins(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, b"Was wir brauchen,,\n,,\nWas,Eins,Zwei\nRuhe,a,b\n")
    assert form_of(as_lin.get(url_of(upload, "map/")))["column-0"] == ["skill"]
    body = b"Was wir brauchen,Stand,Mai\n,,\nWas,Eins,Zwei\nRuhe,a,b\n"
    upload = table(cast, body)
    answer = send(as_lin, upload, heading="was")
    sent = form_of(answer)
    assert (answer.status_code, sent["column-0"], sent["column-1"]) == (422, ["skill"], ["stages"])
    done = as_lin.post(url_of(upload, "map/"), sent)
    assert done.headers["Location"] == url_of(upload)
    assert [skill.title for skill in ladder_of(upload).skills] == ["Ruhe"]
    assert form_of(as_lin.get(url_of(upload, "map/")))["heading"] == ["Was"]


def test_a_table_of_windows(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, "Skill,Eins\nGröße,gut\n".encode("cp1252"))
    send(as_lin, upload)
    assert ladder_of(upload).skills[0].title == "Größe"


def test_it_says_that_a_table_is_read_as_windows_1252(as_lin: Client, cast: Cast) -> None:
    said = "The table is not UTF-8, so it is read as Windows-1252"
    for body, times in (("Skill,One\nGröße,x\n".encode("cp1252"), 1), ("Skill,One\nGröße,x\n".encode(), 0)):
        assert as_lin.get(url_of(table(cast, body), "map/")).content.decode().count(said) == times


def test_several_rows_of_a_skill_become_statements(as_lin: Client, cast: Cast) -> None:
    upload = table(cast, b"Category,Skill,PM\nWork,Aim,Plans\n,,Says so\n,Care,Asks\n,,Listens\n")
    assert form_of(as_lin.get(url_of(upload, "map/")))["statements"] == ["on"]
    send(as_lin, upload)
    said = [[sign.text for sign in skill.at.rows["pm"].signs] for skill in ladder_of(upload).skills]
    assert said == [["Plans", "Says so"], ["Asks", "Listens"]]
    assert form_of(as_lin.get(url_of(upload, "map/")))["statements"] == ["on"]


@pytest.mark.parametrize(
    "text",
    ["a" + "\u0301\u0327" * 49_000, "x" * 99_999, "\n".join("y" * 40_000)],
    ids=["accents", "one word", "lines"],
)
def test_a_long_cell_is_shown_cut_short_and_at_once(as_lin: Client, cast: Cast, text: str) -> None:
    answer = as_lin.get(url_of(table(cast, f'Skill,One\nAim,"{text}"\n'.encode()), "map/"))
    assert (answer.status_code, len(answer.content) < 30_000) == (200, True)


def test_a_ladder_file_has_no_columns(as_lin: Client, cast: Cast) -> None:
    upload = brought(cast.lin)
    assert as_lin.get(url_of(upload, "map/")).headers["Location"] == url_of(upload)


def test_for_nobody_else(cast: Cast, as_cy: Client) -> None:
    url = url_of(table(cast), "map/")
    for method in (as_cy.get, as_cy.post, client_of(cast.ada).get):
        assert method(url).status_code == 404
    leads_to_welcome(url)


def test_queries(as_lin: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rows = b"".join(b"Skill %d,x,y\n" % number for number in range(30))
    for body in (b"Skill,One,Two\nAim,x,y\n", b"Skill,One,Two\n" + rows):
        upload = table(cast, body)
        with django_assert_num_queries(3):
            as_lin.get(url_of(upload, "map/"))


def guessed(body: bytes) -> Guess:
    found, _problems = guess(body)
    assert found is not None
    return found


@pytest.mark.parametrize("body", [WIDE, LONG, titles_totals_and_merged_cells().data])
def test_a_map_says_what_was_chosen(body: bytes) -> None:
    found = guessed(body)
    chosen = first_choices(found, "Ours")
    assert read_choices(found, write_map(found, chosen)) == chosen


def test_a_map_says_everything_that_can_be_chosen() -> None:
    found = guessed(LONG)
    chosen = Choices(
        title="Unsere: 'Leiter'",
        language="de",
        meanings=("stage", "skill", "level", ""),
        stages=("Junior",),
        left_out=("Head",),
        levels=("Learning", "Leading", "10"),
        merged=(0, 1),
        empty=("–", "n/a"),
        only=(3, "Asks"),
        without=("Total",),
        unrated=("Care",),
    )
    assert read_choices(found, write_map(found, chosen)) == chosen
