"""Ending an anchor test."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import AnchorTest, Draft
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.voices import begun


@pytest.fixture
def test(draft: Draft, cast: Cast) -> AnchorTest:
    return begun(draft, [cast.ada], by=cast.lin)


def url_of(test: AnchorTest) -> str:
    return f"/drafts/{test.draft.pid}/anchors/{test.pid}/close/"


def test_it_ends_once(as_lin: Client, test: AnchorTest) -> None:
    assertRedirects(as_lin.post(url_of(test)), f"/drafts/{test.draft.pid}/anchors/{test.pid}/")
    ended = AnchorTest.objects.get().closed_at
    as_lin.post(url_of(test))

    assert AnchorTest.objects.get().closed_at == ended is not None


def test_others_do_not_end_it(as_ada: Client, as_cy: Client, test: AnchorTest) -> None:
    assert as_ada.post(url_of(test)).status_code == 404
    assert as_cy.post(url_of(test)).status_code == 403
    assert AnchorTest.objects.get().closed_at is None


def test_signed_out(test: AnchorTest) -> None:
    leads_to_welcome(url_of(test))
