"""Deleting a file that one brought along."""

from __future__ import annotations

from django.test import Client

from drafts.models import Upload
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.brought import NEW, brought, url_of


def test_deletes_ones_own(as_lin: Client, cast: Cast) -> None:
    upload, other = brought(cast.lin), brought(cast.lin)
    for _time in range(2):
        answer = as_lin.post(url_of(upload, "delete/"))
        assert (answer.status_code, answer.headers["Location"]) == (302, NEW)
    assert Upload.objects.get().pk == other.pk


def test_for_nobody_else(as_cy: Client, cast: Cast) -> None:
    upload = brought(cast.lin)
    as_cy.post(url_of(upload, "delete/"))
    assert Upload.objects.get().pk == upload.pk
    assert as_cy.get(url_of(upload, "delete/")).status_code == 405
    leads_to_welcome(url_of(upload, "delete/"))
