"""The ways from a draft to the pages about the whole of it, and from everywhere to proposals."""

from __future__ import annotations

from django.test import Client

from drafts.models import Draft
from tests.assessments.pages import links, main, page
from tests.cast import Cast


def test_every_page_about_the_draft_and_the_proposals_are_a_link_away(as_lin: Client, draft: Draft) -> None:
    response = as_lin.get(f"/drafts/{draft.pid}/")

    pages = next(one for one in main(response).all("nav", "actions"))
    assert links(pages) == [
        (f"/drafts/{draft.pid}/", "Grid"),
        (f"/drafts/{draft.pid}/texts/", "Texts"),
        (f"/drafts/{draft.pid}/about/", "About"),
        (f"/drafts/{draft.pid}/changes/", "What changed"),
        (f"/drafts/{draft.pid}/check/", "Check"),
        (f"/drafts/{draft.pid}/preview/", "See it as a person"),
        (f"/drafts/{draft.pid}/anchors/", "Anchor test"),
        (f"/drafts/{draft.pid}/history/", "History"),
        (f"/drafts/{draft.pid}/review/ask/", "Ask for a review"),
    ]
    assert ("/proposals/", "Proposals") in links(page(response).one("footer", "foot"))


def test_the_menu_of_everybodys_account_leads_to_proposals(as_ada: Client, cast: Cast) -> None:
    assert ("/proposals/", "Proposals") in links(page(as_ada.get("/profile/")).one("details", "menu"))
