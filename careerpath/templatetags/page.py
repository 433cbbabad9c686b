"""Small parts that every page uses."""

from __future__ import annotations

from functools import cache

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from careerpath.prose import prose, prose_line
from safeguards.once import FIELD, new_token

register = template.Library()
register.filter("prose", prose)
register.filter("prose_line", prose_line)

# Section, its first page, its icon, its name.
SECTIONS = (
    ("home", "home", "path", _("My path")),
    ("ladder", "ladder_home", "ladder", _("Ladder")),
    ("assess", "assessment_home", "assess", _("Assess")),
    ("gaps", "gap_home", "gaps", _("Gaps")),
    ("evidence", "evidence_list", "evidence", _("Evidence")),
    ("board", "board_show", "board", _("Board")),
)
# Sections shown to those who are in them.
ALSO = (
    ("drafts", "draft_list", "edit", _("Ladders")),
    ("team", "team_show", "team", _("Team")),
)
# The account menu: a heading, and the pages under it.
OWN_PAGES = (
    (
        _("About you"),
        (
            ("notice_list", _("Notices")),
            ("waiting_list", _("Waiting for you")),
            ("appraisal_list", _("Your reviews")),
            ("my_team_notes", _("You and your manager")),
            ("feedback_list", _("Feedback")),
            ("packet_list", _("Promotion packets")),
            ("reading_list", _("Who has read about you")),
        ),
    ),
    (
        _("With others"),
        (
            ("team_show", _("Your team")),
            ("round_list", _("Rounds of reviews")),
            ("session_list", _("Calibration")),
            ("person_list", _("People")),
        ),
    ),
    (_("Ladders"), (("proposal_list", _("Proposals")), ("draft_list", _("Ladders you keep")))),
    (
        _("Your account"),
        (
            ("profile_edit", _("Profile")),
            ("my_line", _("Reporting line")),
            ("account_change_password", _("Password")),
            ("stored_show", _("What we store")),
        ),
    ),
)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A line icon from the sprite; decoration, so hidden from screen readers."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("img/sprite.svg"), name
    )


@register.simple_tag
@cache
def brand() -> SafeString:
    """The mark that stands before the name."""
    return format_html(
        '<svg viewBox="0 0 42 26" aria-hidden="true"><use href="{}#mark"/></svg>', static("img/mark.svg")
    )


@cache
def _nav(section: str, language: str | None) -> SafeString:
    items = format_html_join(
        "",
        '<li><a href="{}"{}>{}{}</a></li>',
        (
            (reverse(url), SafeString(' aria-current="true"' if key == section else ""), icon(image), name)
            for key, url, image, name in (*SECTIONS, *(also for also in ALSO if also[0] == section))
        ),
    )
    return format_html('<nav class="nav" aria-label="{}"><ul>{}</ul></nav>', gettext("Main"), items)


@register.simple_tag
def nav(section: str) -> SafeString:
    """The main navigation with `section` (a key of SECTIONS or ALSO, or nothing) marked as current.

    Only the pages for those who keep ladders, or manage somebody, name their section.
    """
    return _nav(section, get_language())


@cache
def _own_pages(language: str | None) -> SafeString:
    groups = (
        (
            f"menu-{place}",
            head,
            format_html_join("", '<li><a href="{}">{}</a></li>', ((reverse(url), name) for url, name in pages)),
        )
        for place, (head, pages) in enumerate(OWN_PAGES, start=1)
    )
    return format_html_join("", '<div><p id="{0}">{1}</p><ul aria-labelledby="{0}">{2}</ul></div>', groups)


@register.simple_tag
def own_pages() -> SafeString:
    """The links of the account menu, in groups."""
    return _own_pages(get_language())


@register.simple_tag
def crumbs(up: str, title: str, here: str, words: str = "") -> SafeString:
    """The way back: a link to the page above, and this page; `words` comes from `said` where a ladder names them."""
    return format_html(
        '<nav class="crumbs" aria-label="{}"><ol><li><a {} href="{}">{}</a></li>'
        '<li><span {} aria-current="page">{}</span></li></ol></nav>',
        gettext("You are in"),
        words,
        up,
        title,
        words,
        here,
    )


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """The hidden field that makes a form work only once; keeps its token when the form comes back with errors."""
    token = context["request"].POST.get(FIELD) or new_token()
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, token)


@register.simple_tag
@cache
def said(language: str) -> SafeString:
    """The attributes of an element whose words come from somebody's file: their language, and their direction."""
    return format_html('lang="{}" dir="auto"', language)
