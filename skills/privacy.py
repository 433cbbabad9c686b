"""Skills are about work; nothing here is about a person."""

from __future__ import annotations

from safeguards.privacy import Fate, Privacy, fields

PRIVACY = Privacy(
    not_personal=fields(
        Fate.NOT_PERSONAL,
        skills_Library="id slug title",
        skills_Skill="id pid library slug",
        skills_Edition="id skill number title text core rated digest ref also measures links extras",
        skills_Anchor="id name text examples extras edition level",
        skills_Statement="id position key keyed text examples links proof extras anchor",
        skills_Scale="id library digest",
        skills_ScaleLevel="id scale level name text points partial extras",
    )
)
