"""What every test stands on."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker, Settings

from ladders import translations
from ladders.chart import Chart
from ladders.published import chart_of
from tests import kept
from tests.cast import Cast, draw_cast
from tests.factories import load_default_ladder

# A busy machine is no reason to fail: no test here is about time.
# Elsewhere every run looks for new cases; before a change lands, the same ones are tried each time.
hypothesis_settings.register_profile("careerpath", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis_settings.load_profile("careerpath")


ROWS = {"db", "transactional_db", "django_db_setup"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--with-rows", action="store_true", help="only tests that ask a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--with-rows` a rule that knows no database is not tried again on another one."""
    if not config.getoption("--with-rows"):
        return
    asking = [item for item in items if item.get_closest_marker("django_db") or ROWS & {*_fixtures(item)}]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def _fixtures(item: pytest.Item) -> list[str]:
    """The fixtures of a test, and those that they ask for."""
    return list(getattr(item, "fixturenames", []))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Ten thousand tests stay to the end: the collector of garbage need not walk over them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A connection ends with its request: one that a server's thread kept would be in the way of the clean-up."""
    connections.databases["default"]["CONN_MAX_AGE"] = 0


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Ends what a thread left open on PostgreSQL, which would not let the test database go."""
    yield
    if connections["default"].vendor == "postgresql":
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


@pytest.fixture(scope="session", autouse=True)
def key_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Boards are closed with a key of the tests, never with one of whoever runs them."""
    settings.BOARD_KEYS = []
    settings.BOARD_KEY_FILE = tmp_path_factory.mktemp("keys") / "boards"


@pytest.fixture(autouse=True)
def forget_charts() -> Iterator[None]:
    """Published ladders are kept by primary key, and each test's database gives the same keys again."""
    kept.forget_charts()
    translations.forget()
    yield
    kept.forget_charts()
    translations.forget()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Pages name their static files directly, so that no test needs `collectstatic`."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def cast(db: None) -> Cast:
    return draw_cast()


@pytest.fixture
def ladder(db: None) -> Chart:
    """The chart of the default ladder, published."""
    return chart_of(load_default_ladder().pk)
