from __future__ import annotations

from django.test import Client

from ladders.languages import COOKIE
from tests.cast import Cast
from tests.ladders.pages import NO_ID, elements, page
from tests.ladders.public import opened


def test_chooses_the_language(client: Client, cast: Cast) -> None:
    pid = opened().ladder.pid
    client.force_login(cast.ada)
    shown = client.get(f"/ladders/{pid}/")
    assert elements(shown, "h1") == ["L"]
    assert "Language of the ladder English Deutsch" in page(shown)
    answer = client.post(f"/ladders/{pid}/language/", {"language": "de"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/ladders/{pid}/")
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["samesite"], cookie["httponly"]) == ("de", 31536000, "Lax", True)
    assert elements(client.get(f"/ladders/{pid}/"), "h1") == ["Leiter"]
    client.post(f"/ladders/{pid}/language/", {"language": "en"})
    assert elements(client.get(f"/ladders/{pid}/"), "h1") == ["L"]


def test_a_language_that_the_ladder_does_not_have(client: Client, cast: Cast) -> None:
    pid = opened().ladder.pid
    client.force_login(cast.ada)
    for data in ({"language": "fr"}, {"language": ""}, {}):
        answer = client.post(f"/ladders/{pid}/language/", data)
        assert (answer.status_code, COOKIE in answer.cookies) == (404, False)
    assert client.post(f"/ladders/{NO_ID}/language/", {"language": "de"}).status_code == 404


def test_signed_out(client: Client, cast: Cast) -> None:
    answer = client.post(f"/ladders/{opened().ladder.pid}/language/", {"language": "de"})
    assert (answer.status_code, COOKIE in answer.cookies) == (302, False)
