"""The table knows every address, and only addresses that there are."""

from __future__ import annotations

from people.policy import Ability
from tests.authz.table import LINES
from tests.authz.urls import patterns

PUBLIC = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "demo_choose",
    "demo_enter",
    "demo_start",
    "feed_show",
    "first_account",
    "health",
    "public_ladder",
    "public_skill",
    "public_stage",
    "robots",
    "welcome",
}


def test_every_address_is_classified() -> None:
    assert {pattern.name for pattern in patterns()} - {line.url for line in LINES} == set()


def test_no_line_is_stale() -> None:
    assert {line.url for line in LINES} - {pattern.name for pattern in patterns()} == set()


def test_an_address_has_one_kind_of_openness() -> None:
    """Signed out, exactly these open; the table says the same."""
    without_account = {p.name for p in patterns() if not getattr(p.callback, "login_required", True)}
    assert without_account == PUBLIC
    assert {line.url for line in LINES if line.kind == "public"} == PUBLIC


def test_every_kind_is_known() -> None:
    assert {line.kind for line in LINES} <= {
        "public",
        "own",
        "everyone",
        "keepers",
        *(ability.value for ability in Ability),
    }


def test_names_are_unique() -> None:
    names = [pattern.name for pattern in patterns()]
    assert sorted(set(names), key=str) == sorted(names, key=str)
    assert None not in names
