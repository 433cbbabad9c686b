from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from safeguards.middleware import AnswerConflicts, KeepPrivate, WithoutCookies
from safeguards.revisions import Stale


def answer(**headers: str) -> HttpResponse:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("page", headers=headers)

    return KeepPrivate(page)(RequestFactory().get("/"))


def test_no_page_is_stored() -> None:
    """Whoever looks at it: the request here has no user whom it could ask."""
    assert answer().headers["Cache-Control"] == "no-store"


def test_a_page_may_say_more_about_itself() -> None:
    assert answer(**{"Cache-Control": "max-age=0, no-store"}).headers["Cache-Control"] == "max-age=0, no-store"


def test_no_page_uses_devices_or_is_embedded() -> None:
    response = answer()
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response.headers["Permissions-Policy"].startswith("camera=()")


def visited(path: str) -> tuple[dict[str, str], HttpResponse]:
    """The cookies that a page is shown, and its answer, which sets one and says what it varies by."""
    seen: dict[str, str] = {}

    def page(request: HttpRequest) -> HttpResponse:
        seen.update(request.COOKIES)
        response = HttpResponse("page", headers={"Vary": "Cookie, Accept-Language"})
        response.set_cookie("mine", "1")
        return response

    request = RequestFactory().get(path)
    request.COOKIES["theirs"] = "1"
    return seen, WithoutCookies(page)(request)


@pytest.mark.parametrize("path", ["/public/", "/public/ladder/", "/robots.txt"])
def test_public_pages_read_no_cookie_and_set_none(path: str) -> None:
    seen, response = visited(path)
    assert (seen, response.cookies, "Vary" in response.headers) == ({}, {}, False)


@pytest.mark.parametrize("path", ["/", "/publications/", "/ladders/public/"])
def test_other_pages_keep_their_cookies(path: str) -> None:
    seen, response = visited(path)
    assert (seen, list(response.cookies), "Vary" in response.headers) == ({"theirs": "1"}, ["mine"], True)


@pytest.mark.parametrize("error", [LookupError(), ValueError()])
def test_only_conflicts_are_answered(error: Exception) -> None:
    middleware = AnswerConflicts(lambda request: HttpResponse())
    assert middleware.process_exception(RequestFactory().post("/"), error) is None


def test_a_conflict_is_answered_with_its_page() -> None:
    middleware = AnswerConflicts(lambda request: HttpResponse())
    response = middleware.process_exception(RequestFactory().post("/"), Stale())
    assert response is not None
    assert response.status_code == 409
