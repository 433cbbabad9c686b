"""Choosing among the stages and skills of a draft: one of them, or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from drafts.desk import Desk
from drafts.pieces import Kind
from drafts.shared import library_of
from ladders.published import chart_of

Choices = Sequence[tuple[str, Sequence[tuple[str, str]]]]  # heading ("" for none) and (key, title)
FEW = 12  # what is chosen among so many stands open


def stage_choices(desk: Desk, *, without: str = "") -> Choices:
    """The stages under their lines, by key."""
    groups = [
        (group.title, [(one.key, one.title) for one in group.pieces if one.key != without]) for group in desk.stages()
    ]
    return [group for group in groups if group[1]]


def skill_choices(desk: Desk) -> Choices:
    """The ladder's own skills under their categories, and those it takes from a library, by key."""
    own = [(group.title, [(one.key, one.title) for one in group.pieces]) for group in desk.skills()]
    known = {piece.key for piece in desk.rows(Kind.SKILL)}
    taken = [row.key for row in desk.rows(Kind.ROW) if row.key not in known]
    library = library_of(desk) if taken else None
    if library is not None:
        titles = {skill.slug: skill.title for skill in chart_of(library.pk).skills}
        own.append((library.title, [(key, titles.get(key, key)) for key in taken]))
    return [group for group in own if group[1]]


def with_gone(choices: Choices, keys: Iterable[Any]) -> Choices:
    """The choices, and what stands there already although it has been retired since: keys without a title."""
    known = {key for _heading, options in choices for key, _title in options}
    gone = [(str(key), str(key)) for key in dict.fromkeys(keys) if key not in known]
    return [*choices, *([(_("No longer here"), gone)] if gone else [])]


def under_headings(choices: Choices, *, none: str) -> list[tuple[str, Any]]:
    """The choices of a select, after the choice of none."""
    bare = [one for heading, options in choices if not heading for one in options]
    return [("", none), *bare, *((heading, list(options)) for heading, options in choices if heading)]


def piece_choices(desk: Desk, kind: Kind, *, none: str, before: Any = None) -> list[tuple[str, Any]]:
    """The pieces of a kind, by key, after the choice of none. What stands there already stays a choice."""
    known = [("", [(piece.key, piece.title) for piece in desk.rows(kind)])]
    return under_headings(with_gone(known, [before] if before else []), none=none)


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Sets the choices of a select."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)


class PickWidget(forms.SelectMultiple):
    """Checkboxes under headings; a long list is folded, and says what is chosen."""

    use_fieldset = True
    in_words_of_the_ladder = True
    choices: Any

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        chosen = {str(item) for item in value or ()}
        number = iter(range(1_000_000))
        groups = [
            (heading, [(key, title, key in chosen, f"id_{name}_{next(number)}") for key, title in options])
            for heading, options in self.choices
        ]
        titles = [title for _heading, options in groups for _key, title, checked, _id in options if checked]
        context = {
            "name": name,
            "groups": groups,
            "titles": titles,
            "folded": next(number) > FEW,
            "attrs": self.attrs,
        }
        return render_to_string("drafts/_pick.html", context)


class PickField(forms.MultipleChoiceField):
    """Several stages or skills; cleans into their keys. Those that stood there keep their order, new ones follow."""

    widget = PickWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})
        self.before: Sequence[str] = ()

    def offer(self, choices: Choices, before: Any) -> None:
        """Sets the choices, and what stands there: keys, also of what has been retired since."""
        self.before = [str(key) for key in before or ()]
        self.choices = with_gone(choices, self.before)

    def clean(self, value: Any) -> Any:
        chosen = set(super().clean(value))
        order = [
            *self.before,
            *(key for _heading, options in cast("Choices", self.choices) for key, _title in options),
        ]
        return [key for key in dict.fromkeys(order) if key in chosen]

    def in_words(self, value: Any) -> str:
        """Keys as the titles of what they stand for."""
        titles = self.titles()
        return ", ".join(titles.get(key, key) for key in value or ())

    def titles(self) -> dict[str, str]:
        """The choices: key and title."""
        return {key: title for _heading, options in cast("Choices", self.choices) for key, title in options}
