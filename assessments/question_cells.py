"""What repeats on the page of one question, prepared as HTML: the answers, the radios, the timeline beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessments.models import Rating
from assessments.rating_forms import NONE, SAME, RatingForm
from ladders.questions import Option


def hidden(form: RatingForm) -> SafeString:
    """What the form carries unseen: the revision it shows, and its own name."""
    values = ((name, form.value(name)) for name in ("seen", "writer"))
    return mark_safe(
        "".join(
            f'<input type="hidden" name="{name}" value="{"" if value is None else escape(str(value))}">'
            for name, value in values
        )
    )


def levels(form: RatingForm) -> SafeString:
    """The answers to choose from, as labels; "same as last time" only once it is chosen."""
    return mark_safe("".join(_levels(form)))


def _levels(form: RatingForm) -> Iterator[str]:
    chosen = str(form.value("level"))
    if form.ticking:
        yield from _ticks(form)
        zero = chosen if form.value("ticked") in (None, [], "") else ""
        yield _choice("checkbox", "0", zero, escape(_("None of these yet")), escape(form.voice.none_yet))
    else:
        for option in form.question.options:
            yield _choice(
                "radio", str(option.level), chosen, _name(form, option), _text(option), _start(form, option)
            )
    # Among boxes to tick it is a box too, which can be unticked again.
    kind = "checkbox" if form.ticking else "radio"
    yield _choice(kind, NONE, chosen, escape(_("I cannot say")), escape(form.voice.cannot_say))
    if chosen == SAME:
        text = _("You see the level again after you submit.")
        yield _choice(kind, SAME, chosen, escape(_("Same as last time")), escape(text))


def _choice(kind: str, value: str, chosen: str, name: str, text: str, mark: str = "") -> str:
    checked = " checked" if value == chosen else ""
    return (
        f'<label class="level"><input type="{kind}" name="level" value="{value}"{checked}>'
        f"<b>{name}{mark}</b> <span>{text}</span></label>"
    )


def _start(form: RatingForm, option: Option) -> str:
    """The mark on the level at which people from the same job often start; it chooses nothing."""
    brought = form.sheet.brought(form.question)
    if brought is None or brought.level != option.level:
        return ""
    return f' <small class="often">{escape(_("a usual start"))}</small>'


def came_from(form: RatingForm) -> SafeString:
    """Where people from the same job often start, and why; empty where the ladder says nothing about it."""
    way, brought = form.sheet.way, form.sheet.brought(form.question)
    if way is None or brought is None:
        return mark_safe("")
    words = f'lang="{escape(form.sheet.chart.language)}" dir="auto"'
    job = f"<bdi {words}>{escape(way.title)}</bdi>"
    name = next((option.name for option in form.question.options if option.level == brought.level), "")
    if brought.level is None:
        said = escape(_("People who come from %(job)s bring this along.")) % {"job": job}
    else:
        level = f"<bdi {words}>{brought.level} {escape(name)}</bdi>"
        text = escape(_("People who come from %(job)s often start at %(level)s here."))
        said = text % {"job": job, "level": level}
    why = f" <span {words}>{escape(brought.text)}</span>" if brought.text else ""
    return mark_safe(f'<p class="came-from">{said}{why}</p>')


def _name(form: RatingForm, option: Option) -> str:
    number = "" if form.sheet.chart.is_text else f"<i>{option.level}</i>"
    return number + escape(option.name or _("Not yet"))


def _text(option: Option) -> str:
    texts = [option.text] if option.text else []
    return "<br>".join(escape(text) for text in [*texts, *(statement.text for statement in option.statements)])


def _ticks(form: RatingForm) -> Iterator[str]:
    """The statements of each level, to tick."""
    ticked, said = set(form.value("ticked") or ()), escape(form.voice.does_it)
    for option in form.question.options:
        if option.statements:
            yield f'<p class="soft s above">{escape(option.name)}</p>'
        for statement in option.statements:
            checked = " checked" if statement.key in ticked else ""
            yield (
                f'<label class="level"><input type="checkbox" name="ticked" value="{escape(statement.key)}"{checked}>'
                f"<b>{said}</b><span>{escape(statement.text)}</span></label>"
            )


def energies(form: RatingForm) -> SafeString:
    """What the work does to the person, as radios; nothing where somebody else rates."""
    if form.voice.of_other:
        return mark_safe("")
    chosen = form.value("energy")
    return mark_safe(
        "".join(
            f'<label class="check"><input type="radio" name="energy" value="{value}"'
            f"{' checked' if value == chosen else ''}>{escape(str(name))}</label>"
            for value, name in Rating.Energy.choices
        )
    )


def timeline(items: Iterable[tuple[date, str]]) -> SafeString:
    """Items of evidence, each with its day."""
    return mark_safe(
        "".join(
            f'<li class="done"><time datetime="{day:%Y-%m-%d}">{escape(date_format(day, "j F Y"))}</time>'
            f"{escape(title)}</li>"
            for day, title in items
        )
    )
