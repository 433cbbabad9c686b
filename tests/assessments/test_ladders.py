"""Every kind of ladder, walked as a person does: place, check-in, submit, gap."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from assessments.models import Assessment, Standing
from ladders.chart import Chart
from ladders.importing import take_in
from ladders.published import chart_of
from tests.assessments.pages import Node, cells, errors, facts, main, sent
from tests.cast import Cast
from tests.ladders.files import FOLDER, ladder

Answers = dict[str, dict[str, Any]]

TEXT = """
format: ladder/1
id: text
title: Texts with a fork
stages:
  - {id: pm, title: PM}
  - {id: senior, title: Senior, next: [group, principal]}
  - {id: group, title: Group, next: [director]}
  - {id: principal, title: Principal, next: []}
  - {id: director, title: Director}
skills:
  - {id: users, title: Users, at: {pm: Talks to users., senior: Plans studies., principal: Sets the standard.}}
  - {id: team, title: Team, at: {senior: Helps a colleague., group: Leads a team., director: Leads leaders.}}
"""

RULED = """
format: ladder/1
id: ruled
title: With a rule
version: "2.0"
needs: RULE
scale:
  - {level: 1, name: Learning}
  - {level: 2, name: Doing}
  - {level: 3, name: Leading}
stages: [{id: pm, title: PM}, {id: senior, title: Senior}]
skills:
  - {id: a, title: A, levels: {1: Learns a., 2: Does a., 3: Leads a.}}
  - {id: b, title: B, levels: {1: Learns b., 2: Does b., 3: Leads b.}}
  - {id: c, title: C, levels: {1: Learns c., 2: Does c., 3: Leads c.}}
expects:
  a: {pm: 1, senior: 2}
  b: {pm: 1, senior: 2}
  c: {pm: 1, senior: 2}
"""
MISS = "Met when everything that is required is reached. 1 skill may be missed by one level, never a must-have."
ABOVE = "Then 1 other has to be exceeded."


def load(text: str) -> Chart:
    return chart_of(take_in(ladder(text), by=None).version.pk)


def settle(client: Client, chart: Chart, stage: str, aim: str) -> None:
    """Says where one is, on the ladder's own page."""
    url = f"/ladders/{chart.ladder}/place/"
    form = sent(client.get(url)) | {"stage": chart.stage[stage].pid, "aim": chart.stage[aim].pid}
    assert client.post(url, form).status_code == 302


def check_in(client: Client, chart: Chart, answers: Answers, form: str = "full") -> list[Node]:
    """Starts a check-in, answers every question by its skill, submits; gives the questions as they were shown."""
    shown: list[Node] = []
    titles = {skill.title: skill.slug for skill in chart.skills}
    onward = client.post("/assess/", sent(client.get("/assess/")) | {"form": form}).headers["Location"]
    while "/skills/" in onward:
        question = client.get(onward)
        shown.append(main(question).one("form", method="post"))
        answer = answers[titles[shown[-1].one("h2").text]]
        saved = client.post(onward, sent(question) | answer)
        assert saved.status_code == 302, errors(saved)
        onward = saved.headers["Location"]
    assert onward.endswith("/submit/")
    assert client.post(onward, sent(client.get(onward))).headers["Location"] == "/gaps/"
    return shown


def gap(client: Client) -> Node:
    return main(client.get("/gaps/", follow=True))


def held() -> dict[str, int]:
    return dict(Standing.objects.values_list("skill__slug", "level"))


def options(question: Node) -> list[tuple[str, str]]:
    """The answers offered: the kind of field and the words."""
    labels = question.one("fieldset", id="level").all("label")
    return [(label.one("input").attrs["type"], label.text) for label in labels]


@pytest.fixture
def client(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def test_a_text_ladder(client: Client) -> None:
    chart = load(TEXT)
    settle(client, chart, "senior", "principal")
    users, team = check_in(client, chart, {"users": {"level": "1"}, "team": {"level": "2"}})
    assert [words for _, words in options(users)][:-1] == [
        "Not yet",
        "PM Talks to users.",
        "Senior Plans studies.",
        "Principal Sets the standard.",
    ]
    assert [words for _, words in options(team)][:-1] == ["Not yet", "Senior Helps a colleague."]
    assert held() == {"users": 1, "team": 2}
    page = gap(client)
    assert page.one("p", "figure").text == "0 of 1 expectations met"
    (row,) = page.all("li", "rail-row")
    assert row.one("p", "says").text == "needs Principal, now PM"
    assert row.one("div", "next").one("p").text == "Senior: Plans studies."
    assert cells(page, "tfoot") == [
        ["Met", "0 / 1"],
        ["Coverage", "1 / 1 = 100 %"],
        ["Weighted", "0.333 / 1 = 33 %"],
        ["Freshness", "0 / 0.333 = 0 %"],
    ]


def test_a_text_ladder_after_another_branch(client: Client) -> None:
    chart = load(TEXT)
    settle(client, chart, "director", "principal")
    check_in(client, chart, {"users": {"level": "0"}, "team": {"level": "4"}})
    (row,) = gap(client).all("li", "rail-row")
    assert row.one("p", "says").text == "needs Principal, now not yet"
    page = main(client.get(f"/gaps/{chart.stage['group'].pid}/"))
    (row,) = page.all("li", "rail-row")
    assert row.one("p", "says").text == "needs Group, now Director"


def test_statements_are_ticked(client: Client) -> None:
    chart = load((FOLDER / "text.yaml").read_text())
    settle(client, chart, "level-1", "level-2")
    texts = {s.text: s.key for d in chart.skill["users"].at.values() for s in d.statements}
    first = [texts["Starts from user needs"], texts["Turns needs into stories"]]
    (users,) = check_in(client, chart, {"users": {"ticked": [*first, texts["Runs a usability test alone"]]}})
    assert [kind for kind, _ in options(users)] == ["checkbox"] * 6
    assert [box.attrs["value"] for box in users.all("input", name="ticked")] == list(texts.values())
    assert held() == {"users": 1}
    page = gap(client)
    assert page.one("p", "figure").text == "0 of 1 expectations met"
    assert page.one("li", "rail-row").one("p", "says").text == "needs Level 2, now Level 1"


@pytest.mark.parametrize(("ticked", "level"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2)])
def test_all_statements_of_a_level_and_those_below_make_it(client: Client, ticked: int, level: int) -> None:
    chart = load((FOLDER / "text.yaml").read_text())
    settle(client, chart, "level-1", "level-2")
    keys = [s.key for d in chart.skill["users"].at.values() for s in d.statements]
    check_in(client, chart, {"users": {"ticked": keys[:ticked]} if ticked else {"level": "0"}})
    assert held() == {"users": level}


def test_nothing_ticked_is_no_answer(client: Client) -> None:
    chart = load((FOLDER / "text.yaml").read_text())
    settle(client, chart, "level-1", "level-2")
    url = client.post("/assess/", sent(client.get("/assess/")) | {"form": "full"}).headers["Location"]
    response = client.post(url, sent(client.get(url)) | {"energy": "gives"})
    assert response.status_code == 422
    assert Assessment.objects.get().ratings.count() == 0


def test_ticks_after_same_as_last_time_are_the_newer_word(client: Client) -> None:
    chart = load((FOLDER / "text.yaml").read_text())
    settle(client, chart, "level-1", "level-2")
    keys = [s.key for d in chart.skill["users"].at.values() for s in d.statements]
    check_in(client, chart, {"users": {"ticked": keys}})
    client.post("/assess/", sent(client.get("/assess/")) | {"form": "full"})
    draft = Assessment.objects.get(submitted_at=None)
    url = f"/assess/{draft.pid}/skills/{chart.skill['users'].pid}/"
    client.post(url, sent(client.get(url)) | {"same": "yes"})
    assert draft.ratings.values_list("level", "same", "ticked").get() == (2, True, [])
    shown = client.get(url)
    assert (sent(shown)["level"], "ticked" in sent(shown)) == (["same"], False)
    client.post(url, sent(shown) | {"ticked": keys[:2]})
    assert draft.ratings.values_list("level", "same", "ticked").get() == (1, False, keys[:2])
    client.post(url, sent(client.get(url)) | {"level": "none"})
    assert draft.ratings.values_list("level", "same", "ticked").get() == (None, False, [])


def test_statements_with_a_key_that_is_not_there(client: Client) -> None:
    chart = load((FOLDER / "text.yaml").read_text())
    settle(client, chart, "level-1", "level-2")
    url = client.post("/assess/", sent(client.get("/assess/")) | {"form": "full"}).headers["Location"]
    response = client.post(url, sent(client.get(url)) | {"ticked": ["missing"]})
    assert response.status_code == 422
    assert held() == {}


def test_a_ladder_of_points(client: Client) -> None:
    chart = load((FOLDER / "points.yaml").read_text())
    settle(client, chart, "l1-1", "l1-2")
    servers, _ = check_in(client, chart, {"servers": {"level": "2"}, "communication": {"level": "1"}})
    assert servers.all("legend")[0].one("span").text == (
        "A 1.2 asks for 5 points, from any skills. A 1.1 asks for 0 points, from any skills."
    )
    page = gap(client)
    assert page.one("p", "figure").text == "4 of 5 points"
    assert (
        page.one("section", "readiness").all("p", "above")[0].text
        == "The stage is not met yet: it asks for 5 points."
    )
    columns = cells(page, "thead")[0]
    brought = [(row[0], row[columns.index("Now")], row[columns.index("Points")]) for row in cells(page)]
    assert brought == [("Servers", "2", "3"), ("Communication", "1", "1")]
    assert cells(page, "tfoot") == [["Points", "3 + 1 = 4 / 5"]]
    assert sum(int(points) for _, _, points in brought) == 4


def test_points_of_what_is_not_rated_can_decide(client: Client) -> None:
    chart = load((FOLDER / "points.yaml").read_text())
    settle(client, chart, "l1-1", "l1-2")
    check_in(client, chart, {"servers": {"level": "2"}, "communication": {"level": "none"}})
    page = gap(client)
    assert page.one("p", "figure").text == "3 of 5 points"
    assert page.one("section", "readiness").all("p", "above")[0].text == (
        "What is not rated yet can decide whether the stage is met."
    )


@pytest.mark.parametrize(
    ("rule", "levels", "said"),
    [
        ("all", "222", "The stage is met."),
        ("all", "221", ""),
        ("{share: 60}", "221", "The stage is met: it asks for 60 % of the expectations."),
        ("{share: 70}", "221", "The stage is not met yet: it asks for 70 % of the expectations."),
        ("{share: 60}", "22-", "The stage is met: it asks for 60 % of the expectations."),
        ("{share: 70}", "22-", "What is not rated yet can decide whether the stage is met."),
        ("{miss: {skills: 1, by: 1}}", "221", f"The stage is met. {MISS}"),
        ("{miss: {skills: 1, by: 1}}", "220", f"The stage is not met yet. {MISS}"),
        ("{miss: {skills: 1, by: 1}}", "211", f"The stage is not met yet. {MISS}"),
        ("{miss: {skills: 1, by: 1}, above: 1}", "321", f"The stage is met. {MISS} {ABOVE}"),
        ("{miss: {skills: 1, by: 1}, above: 1}", "221", f"The stage is not met yet. {MISS} {ABOVE}"),
    ],
)
def test_every_rule(client: Client, rule: str, levels: str, said: str) -> None:
    chart = load(RULED.replace("RULE", rule))
    settle(client, chart, "pm", "senior")
    given = {slug: {"level": "none" if level == "-" else level} for slug, level in zip("abc", levels, strict=True)}
    check_in(client, chart, given, form="quick")
    page = gap(client)
    met = sum(level in "23" for level in levels)
    assert page.one("p", "figure").text == f"{met} of 3 expectations met"
    assert page.one("section", "readiness").all("p", "above")[0].text == said
    assert facts(page)["Ladder"] == "With a rule 2.0 · how computed"


def test_across_the_fork_and_back(client: Client) -> None:
    chart = load(TEXT)
    settle(client, chart, "principal", "group")
    shown = check_in(client, chart, {"users": {"level": "3"}, "team": {"level": "3"}}, form="quick")
    assert [question.one("h2").text for question in shown] == ["Users", "Team"]
    page = gap(client)
    assert page.one("h1").text == "What is left to Group"
    assert page.one("p", "figure").text == "1 of 1 expectations met"
    lists = {s.all("h2")[0].text: [i.text for i in s.all("li")] for s in page.one("aside").all("section")}
    assert lists["Less needed there"] == ["Users: not expected any more"]


def test_the_present_stage_cannot_be_the_aim(client: Client) -> None:
    chart = load(TEXT)
    url = f"/ladders/{chart.ladder}/place/"
    pid = chart.stage["senior"].pid
    response = client.post(url, sent(client.get(url)) | {"stage": pid, "aim": pid})
    assert (response.status_code, set(errors(response))) == (422, {"aim"})
