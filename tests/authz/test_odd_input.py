"""Whatever is typed, sent or bent: an answer in the house's words and never a crash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessments.models import Evidence, Rating
from tests.authz.forms import forms
from tests.authz.table import LINES, Line
from tests.authz.walk import address
from tests.authz.world import NOBODY, World, rolled_back

pytestmark = pytest.mark.django_db

# Pages of which every field is read, so NUL in one is refused; a tick ("same") is one whatever its value.
TAKING_TEXT = {"profile_edit", "evidence_new", "evidence_edit", "place_edit", "rating_edit"}
# As bytes of a form: a lone surrogate, bytes that are no UTF-8, NUL, one that turns the line, 5,000 digits, a number
# beyond every column, a very long word, and no value at all.
ODD = {
    "surrogate": "%ED%A0%80",
    "latin1": "%E9%FF",
    "nul": "a%00b",
    "only nul": "%00",
    "bidi": "%E2%80%AEabc",
    "digits": "9" * 5_000,
    "beyond": "9223372036854775808",
    "negative": "-1",
    "infinite": "1e999",
    "long": "x" * 30_000,
    "empty": "",
    "markup": "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
}
ALLAUTH = {
    "account_login": ("login", "password", "remember", "next"),
    "account_signup": ("name", "email", "password1", "next"),
    "account_reset_password": ("email",),
    "account_reauthenticate": ("password",),
    "account_change_password": ("oldpassword", "password1", "password2"),
    "account_email": ("email", "action_add"),
    "account_logout": ("next",),
    "account_confirm_login_code": ("code",),
    "account_reset_password_from_key": ("password1", "password2"),
}
# The state in which a page takes its form.
FORMS = [line for line in LINES if line.statuses[1] in {200, 302, 422} and "+" in line.marks.values()]
QUERIES = {
    "texts_show": ("group",),
    "skill_new": ("group",),
    "history_show": ("piece", "by", "before"),
    "ladder_home": ("all",),
    "place_edit": ("stage", "aim"),
    "step_choose": ("start", "goal"),
    "gap_compare": ("to",),
    "evidence_list": ("page",),
    "team_show": ("as",),
    "report_show": ("to",),
    "as_manager": ("to",),
    "evidence_new": ("skill", "next"),
    "welcome": ("next",),
    "account_login": ("next",),
}


def sender(line: Line) -> str:
    """Somebody who may send the form; a form for people without an account is sent by nobody."""
    return NOBODY if line.marks[NOBODY] == "+" else next(name for name, mark in line.marks.items() if mark == "+")


def names(world: World, line: Line, client: Client) -> set[str]:
    """Every field that the page reads: what its form declares, and what else is sent along."""
    shown = client.get(address(world, line))
    declared: Any = shown.context and shown.context.get("form")
    return {*forms(world).get(line.url, {}), *ALLAUTH.get(line.url, ()), *(declared.fields if declared else ())}


def bodies(world: World, line: Line, client: Client) -> Iterator[tuple[str, str, str]]:
    """Each field with what is no text, then all with each odd value: the field, what is odd, the whole body."""
    whole = {name: quote_plus(str(value)) for name, value in forms(world).get(line.url, {}).items()}
    fields = sorted(names(world, line, client))
    sent = [(name, kind, whole | {name: ODD[kind]}) for name in fields for kind in ("nul", "surrogate", "beyond")]
    sent += [("all", kind, whole | dict.fromkeys(fields, value)) for kind, value in ODD.items()]
    for name, kind, body in sent:
        yield name, kind, "&".join(f"{key}={text}" for key, text in body.items())


@pytest.mark.parametrize("line", FORMS, ids=str)
def test_every_field_of_every_form(world: World, line: Line) -> None:
    url, wrong = address(world, line), []
    for name, kind, body in bodies(world, line, world.client(sender(line))):
        with rolled_back():
            client = world.client(sender(line))
            answer = client.generic("POST", url, body, content_type="application/x-www-form-urlencoded")
        if answer.status_code not in {200, 302, 400, 404, 409, 422, 429}:
            wrong.append(f"{name} {kind}: {answer.status_code}")
        if "nul" in kind and name != "same" and answer.status_code == 302 and line.url in TAKING_TEXT:
            wrong.append(f"{name} {kind}: accepted")
    assert wrong == []


@pytest.mark.parametrize("url", QUERIES)
def test_every_query(world: World, url: str) -> None:
    line = next(line for line in LINES if line.url == url)
    wrong = []
    for name in QUERIES[url]:
        for kind, value in ODD.items():
            if len(value) < 6_000:
                answer = world.client(sender(line)).get(f"{address(world, line)}?{name}={value}")
                wrong += [f"{name} {kind}"] if answer.status_code not in {200, 302, 422} else []
    assert wrong == []


ODD_IDS = [
    "aaaaaaaaaaaaaaa",  # one short
    "aaaaaaaaaaaaaaaaa",  # one long
    "0OIl0OIl0OIl0OIl",  # signs that ids leave out
    "aaaaaaaaaaaaaaa%00",
    "aaaaaaaaaaaaaaa%0a",
    "%ED%A0%80aaaaaaaaaaaaa",
    "%F0%9F%98%80aaaaaaaaaaaaaaa",
    "aaaaaaaa%2Faaaaaaa",
    "..%2F..%2Fetc%2Fpasswd",
    "1",
    "-1",
    "'%20OR%201=1",
    "%D0%B0aaaaaaaaaaaaaaa",  # a Cyrillic letter that looks like a
]


@pytest.mark.parametrize("odd", ODD_IDS)
def test_ids_that_cannot_be(world: World, odd: str) -> None:
    for line in LINES:
        if line.parts and line.kind != "public" and line.marks["ada"] == "+":
            url = address(world, line)
            last = world.pid(line.parts[list(line.parts)[-1]] if line.thing else "missing")
            bent = url.replace(last, odd) if last in url else "/".join([*url.split("/")[:2], odd, ""])
            assert world.client("ada").get(bent).status_code == 404, bent


@pytest.mark.parametrize(
    "key",
    ["1-a%00b", "%00-a", "zzzzzzzzzzzzz-a", "9999999999999-a", "-1-a", "1-" + "a" * 2_000, "%F0%9F%98%80-a"],
)
def test_links_from_mails_that_cannot_be(world: World, key: str) -> None:
    for path in (f"/account/password/reset/key/{key}/", f"/account/confirm-email/{key}/"):
        assert world.client(NOBODY).get(path).status_code in {200, 404}


@pytest.mark.parametrize(
    "cookie", [r'"aaaaaaaa\000bbbbbbbb"', "x" * 4_000, "é" * 9, '"', ";", r'"\355\240\200aaaaaaaa"']
)
def test_session_cookies_that_cannot_be(world: World, cookie: str) -> None:
    headers = {"cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}; {settings.CSRF_COOKIE_NAME}={cookie}"}
    with rolled_back():
        assert Client(headers=headers).get("/profile/").headers["Location"] == "/welcome/?next=/profile/"
        assert Client(headers=headers).get("/account/login/").status_code == 200


def test_a_long_note_is_taken_whole(world: World) -> None:
    """Ten thousand characters, in every alphabet, with line breaks, come back as they were typed."""
    note = ("Ran the pricing test — with Di. 日本語 العربية 😀\n" * 250)[:10_000].rstrip()
    item = {"title": "A test", "happened_on": "2022-05-04", "strength": "seen", "once": "t" * 22, "text": note}
    first = world.pid("skill")
    situation = {f"situation-{first}": note, f"seen-{first}": "1", "writer": "t" * 22}
    with rolled_back():
        assert world.client("ada").post("/evidence/new/", item).status_code == 302
        kept = Evidence.objects.about(world.cast.ada).latest("pk").text
        assert kept.replace("\r\n", "\n") == note
        draft = world.pid("ada.draft")
        assert world.client("ada").post(reverse("situations_edit", args=[draft]), situation).status_code == 302
        rating = Rating._default_manager.get(assessment__pid=draft, skill__pid=first)
        assert rating.situation.replace("\r\n", "\n") == note


def test_a_note_that_is_too_long_is_refused_and_kept_on_the_page(world: World) -> None:
    item = {
        "title": "A test",
        "happened_on": "2022-05-04",
        "strength": "seen",
        "once": "t" * 22,
        "text": "x" * 20_001,
    }
    answer = world.client("ada").post("/evidence/new/", item)
    assert answer.status_code == 422
    assert "x" * 20_001 in answer.content.decode()
