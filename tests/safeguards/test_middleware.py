from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from safeguards.middleware import AnswerConflicts, KeepPrivate
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


@pytest.mark.parametrize("error", [LookupError(), ValueError()])
def test_only_conflicts_are_answered(error: Exception) -> None:
    middleware = AnswerConflicts(lambda request: HttpResponse())
    assert middleware.process_exception(RequestFactory().post("/"), error) is None


def test_a_conflict_is_answered_with_its_page() -> None:
    middleware = AnswerConflicts(lambda request: HttpResponse())
    response = middleware.process_exception(RequestFactory().post("/"), Stale())
    assert response is not None
    assert response.status_code == 409
