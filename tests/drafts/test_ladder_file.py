"""The version in force as a file, for those who keep the ladder."""

from __future__ import annotations

from datetime import date

from django.test import Client

from drafts.models import Keeper
from ladders.chart import Chart
from ladders.exchange import read
from ladders.importing import take_in
from ladders.models import Ladder, Publication
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.ladders.files import DEFAULT, FOLDER, ladder


def test_is_the_file_again(as_lin: Client, as_cy: Client, ladder: Chart) -> None:
    for client in (as_lin, as_cy):
        answer = client.get(f"/drafts/ladders/{ladder.ladder}/file/")
        assert answer.headers["Content-Type"] == "application/yaml; charset=utf-8"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="product-management.yaml"'
        assert read(answer.content).ladder == read(DEFAULT.read_bytes()).ladder


def test_a_ladder_that_is_not_in_force_yet(as_lin: Client) -> None:
    version = take_in(ladder((FOLDER / "text.yaml").read_bytes()), by=None).version
    Publication._default_manager.update(effective_on=date(2126, 1, 1))
    assert as_lin.get(f"/drafts/ladders/{version.ladder.pid}/file/").status_code == 404


def test_for_its_keepers_only(cast: Cast, ladder: Chart) -> None:
    url, ada = f"/drafts/ladders/{ladder.ladder}/file/", client_of(cast.ada)
    assert ada.get(url).status_code == 404
    Keeper.objects.create(ladder=Ladder.objects.get(), person=cast.ada, kind=Keeper.Kind.PUBLISH)
    assert (ada.get(url).status_code, ada.post(url).status_code) == (200, 405)
    leads_to_welcome(url)
