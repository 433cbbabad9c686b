from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.importing import take_in
from ladders.models import Ladder, Publication, Retirement
from ladders.public_page import description
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import FOLDER, ladder
from tests.ladders.pages import TEXTS, elements, main, page, rows
from tests.ladders.public import TEXT, URLS, answers, opened, visitors

pytestmark = pytest.mark.django_db
LINKED = re.compile(r'<link rel="(canonical|alternate)"\s+(?:hreflang="(\w+)"\s+)?href="([^"]*)">')


def head(response: object) -> str:
    return str(getattr(response, "content", b"").decode()).split("</head>")[0]


def test_shows_the_ladder(client: Client) -> None:
    opened()
    response = client.get("/public/l/")
    assert elements(response, "h1") == ["L"]
    assert elements(response, "h2") == ["The stages", "What each stage expects", "Beyond the ladder"]
    assert elements(response, "h3") == ["Junior", "Senior", "Away"]
    assert rows(response, "matrix") == [["Skill", "Junior", "Senior"], ["Research", "1", "2"]]


@pytest.mark.parametrize("url", URLS)
def test_the_same_for_everybody_and_without_a_cookie(url: str, cast: Cast) -> None:
    version = opened()
    PathFactory(person=cast.ada, ladder=version.ladder, stage="junior", aim="senior")
    found = answers(url, cast.ada)
    assert {response.status_code for response in found} == {200}
    assert len({response.content for response in found}) == 1
    for response in found:
        assert (response.cookies, response.headers.get("Set-Cookie")) == ({}, None)
        assert response.headers["Cache-Control"] == "public, max-age=300"
        assert "Vary" not in response.headers
        assert response.headers["Content-Language"] == "en"
        assert {name for name in ("ada", "Ada", "aim", "you are here") if name in main(response)} == set()


@pytest.mark.parametrize("url", URLS)
def test_every_link_is_open_to_everybody(url: str, client: Client) -> None:
    opened()
    for address in (url, f"{url}?lang=de"):
        links = set(re.findall(r'<a\b[^>]*\bhref="([^"]*)"', client.get(address).content.decode()))
        led = {link: client.get(link).status_code for link in links if link.startswith("/public/")}
        assert set(led.values()) == {200}
        assert links - led.keys() <= {"#main", "/account/login/", "https://example.org"}
        assert "/account/login/" in links


def test_what_search_engines_are_told(client: Client) -> None:
    opened()
    told = head(client.get("/public/l/?lang=fr&utm=1"))
    assert "<title>L · Careerpath</title>" in told
    assert '<meta name="description" content="What people at L do.">' in told
    alternates = [
        ("alternate", "en", "http://testserver/public/l/"),
        ("alternate", "de", "http://testserver/public/l/?lang=de"),
    ]
    assert LINKED.findall(told) == [("canonical", "", "http://testserver/public/l/"), *alternates]
    german = head(client.get("/public/l/?lang=de"))
    assert "<title>Leiter · Careerpath</title>" in german
    assert LINKED.findall(german) == [("canonical", "", "http://testserver/public/l/?lang=de"), *alternates]


def test_the_address_says_the_language_and_nothing_else_does(cast: Cast) -> None:
    opened()
    for response in answers("/public/l/", cast.ada, **{"accept-language": "de"}):
        assert elements(response, "h1") == ["L"]
    for response in answers("/public/l/?lang=de", cast.ada, **{"accept-language": "en"}):
        assert elements(response, "h1") == ["Leiter"]
        assert response.headers["Content-Language"] == "de"
        assert rows(response, "matrix") == [["Skill", "Anfang", "Senior"], ["Forschung", "1", "2"]]
        links = re.findall(r'href="(/public/[^"]*)"', main(response))
        assert set(links) == {
            "/public/l/", "/public/l/junior/?lang=de", "/public/l/senior/?lang=de",
            "/public/l/skills/research/?lang=de",
        }  # fmt: skip


def test_off_unless_somebody_opens_it(cast: Cast) -> None:
    version = take_in(ladder(TEXT), by=None).version
    client = Client()
    never = client.get("/public/nothing/")
    for on, status in ((None, 404), (True, 200), (False, 404)):
        if on is not None:
            version.ladder.show_publicly(on=on, by=cast.lin)
        for url in URLS:
            found = client.get(url)
            assert found.status_code == status
            if status == 404:
                assert (found.content, dict(found.headers)) == (never.content, dict(never.headers))
    kept = Ladder.objects.get()
    assert (kept.public, kept.public_by) == (False, cast.lin)


def test_a_retired_ladder_is_for_nobody_new(client: Client, cast: Cast) -> None:
    shown = opened().ladder
    Retirement.decide(shown, retired=True, by=cast.lin)
    assert client.get("/public/l/").status_code == 404
    Retirement.decide(shown, retired=False, by=cast.lin)
    assert client.get("/public/l/").status_code == 200


def test_only_the_version_in_force(client: Client) -> None:
    version = opened()
    later = take_in(ladder(TEXT.replace("title: Junior", "title: Beginner")), by=None).version
    Publication.objects.filter(version=later).update(effective_on=date(2126, 1, 1))
    assert "Beginner" not in page(client.get("/public/l/"))
    Publication.objects.filter(version=version).update(effective_on=date(2126, 1, 1))
    assert client.get("/public/l/").status_code == 404


def test_the_page_for_everyone_at_work_says_so(client: Client, cast: Cast) -> None:
    found = opened().ladder
    client.force_login(cast.ada)
    for on, said in (
        (True, "Everybody can read the ladder, also without an account . Your marks on it are yours alone."),
        (False, "Everyone at work can read the ladder. Your marks on it are yours alone."),
    ):
        found.show_publicly(on=on, by=None)
        response = client.get(f"/ladders/{found.pid}/")
        assert said in page(response)
        assert ('href="/public/l/"' in main(response)) is on


def test_a_library_is_no_ladder(client: Client) -> None:
    version = take_in(ladder((FOLDER / "library.yaml").read_bytes()), by=None).version
    version.ladder.show_publicly(on=True, by=None)
    assert client.get("/public/shared-skills/").status_code == 404


def test_a_ladder_of_texts(client: Client) -> None:
    opened(TEXTS)
    response = client.get("/public/l/")
    assert rows(response, "matrix")[0] == ["Skill", "One", "Two"]
    assert 'content="A career ladder: its stages, and what each expects."' in head(response)


def test_it_is_read_and_nothing_else(client: Client, cast: Cast) -> None:
    opened()
    for browser in visitors(cast.ada).values():
        answer = browser.post("/public/l/")
        assert (answer.status_code, answer.cookies) == (405, {})


def test_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    opened()
    for url in URLS:
        client.get(url)
        with django_assert_num_queries(1):
            client.get(url)


def test_descriptions() -> None:
    assert description("", "Otherwise.") == "Otherwise."
    assert description("One\n\ntwo **three** `four` [five](https://example.org).", "") == "One two three four five."
    assert len(description("word " * 100, "")) == 160
