"""Every field of every table says what becomes of it; the page "What we store" cannot forget one."""

from __future__ import annotations

from collections import Counter

from django.apps import apps

from safeguards.privacy import Fate, declared


def declared_fields() -> Counter[str]:
    return Counter(name for privacy in declared() for name, _fate in privacy.fields())


def fields_there_are() -> Counter[str]:
    """The fields of every table, tables of other people's apps and tables between two models included."""
    return Counter(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]
    )


def test_every_field_is_classified_once() -> None:
    there, said = fields_there_are(), declared_fields()
    assert sorted(there - said) == [], "not classified: add them to the app's privacy.py"


def test_no_line_is_stale() -> None:
    there, said = fields_there_are(), declared_fields()
    assert sorted(said - there) == [], "no such field, or classified twice"


def test_what_is_shown_to_people_is_personal() -> None:
    rows = [row for privacy in declared() for topic in privacy.topics for row in topic.rows]
    assert [row.what for row in rows if Fate.NOT_PERSONAL in row.fields.values()] == []
    assert {fate for privacy in declared() for fate in privacy.not_personal.values()} == {Fate.NOT_PERSONAL}


def test_whoever_leads_to_a_person_is_personal() -> None:
    """A key to a person says something about that person."""
    fates = {name: fate for privacy in declared() for name, fate in privacy.fields()}
    keys = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is apps.get_model("people.Person")
    ]
    assert [key for key in keys if fates[key] is Fate.NOT_PERSONAL] == []
    assert len(keys) >= 13
