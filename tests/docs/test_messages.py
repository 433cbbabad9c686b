"""The collector of texts to translate: what it finds, what it refuses, and that its file is steady."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import assume, given
from hypothesis import strategies as st

from tools.messages import ROOT, TARGET, collect, fault, faults, main, written

MODULE = """\
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

title = gettext_lazy("Job title")


def said(n, name):
    other = "not a text"
    # Translators: a day of the week
    day = _("Monday")
    asked = _("Ask %(name)s for " "help") % {"name": name}
    marked = f"<b>{_('must-have')}</b>" + _(f"not a text {name}")
    return asked, ngettext("%(n)d skill", "%(n)d skills", n), pgettext("verb", "rest"), marked
"""
TEMPLATE = """\
{% translate "Job title" %} and {{ word|default:_("nothing yet") }}
  {% if left %}
    {# Translators: what is left to do #}
    {% blocktranslate trimmed count n=left|length %}
      {{ n }} gap at 50 %
      is left
    {% plural %}
      {{ n }} gaps are left
    {% endblocktranslate %}
  {% endif %}
<p title="{% translate 'In quotes' %}">{% translate variable %}</p>
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project: one room with a module, one template, and files that do not ship."""
    for name, text in {
        "room/__init__.py": "",
        "room/page.py": MODULE,
        "templates/room/page.html": TEMPLATE,
        "templates/room/picture.svg": '{% translate "No template" %}',
        "tests/__init__.py": 'gettext("only in a test")',
        "loose/script.py": 'gettext("not a package")',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_texts_of_modules_and_templates_are_found(tree: Path) -> None:
    found = [(message.id, message.context, [name for name, _ in message.locations]) for message in collect(tree)]
    module, template = "room/page.py", "templates/room/page.html"
    assert found[1:] == [
        ("Job title", None, [module, template]),
        ("Monday", None, [module]),
        ("Ask %(name)s for help", None, [module]),
        ("must-have", None, [module]),
        (("%(n)d skill", "%(n)d skills"), None, [module]),
        ("rest", "verb", [module]),
        ("nothing yet", None, [template]),
        (("%(n)s gap at 50 %% is left", "%(n)s gaps are left"), None, [template]),
        ("In quotes", None, [template]),
    ]


def test_a_word_to_the_translator_goes_along(tree: Path) -> None:
    notes = {message.id: message.auto_comments for message in collect(tree) if message.auto_comments}
    assert notes == {
        "Monday": ["Translators: a day of the week"],
        ("%(n)s gap at 50 %% is left", "%(n)s gaps are left"): ["Translators: what is left to do"],
    }


def test_the_file_reads_back_and_does_not_change_when_lines_move(tree: Path) -> None:
    assert main([], root=tree) == 0
    first = (tree / TARGET).read_text()
    with (tree / TARGET).open("rb") as file:
        back = read_po(file)
    assert [(message.id, message.context) for message in back if message.id] == [
        (message.id, message.context) for message in collect(tree) if message.id
    ]
    (tree / "room/page.py").write_text(f"\n\n\n{MODULE}")
    assert written(collect(tree)) == first
    assert main(["--check"], root=tree) == 0


def test_check_refuses_a_missing_and_an_old_file(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "locale/careerpath.pot is out of date: run make messages\n"
    assert (main(["--check"], root=tree), capsys.readouterr().out) == (1, told)
    assert not (tree / TARGET).exists()
    main([], root=tree)
    (tree / "room/page.py").write_text(f'{MODULE}\nmore = _("One more")\n')
    capsys.readouterr()
    assert (main(["--check"], root=tree), capsys.readouterr().out) == (1, told)


def test_a_faulty_placeholder_is_named_with_its_file(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "room/page.py").write_text('said = _("%s sees %s")')
    assert main([], root=tree) == 1
    assert capsys.readouterr().out == (
        'room/page.py: "%s sees %s": unnamed placeholders cannot change places; name them: %(name)s\n'
    )


@pytest.mark.parametrize(
    "text",
    ["50 % of it", "%s left", "{}", "%(n)d of %(all)d", "%(n)d %% of it", "{n} of {all}", "Choose {", "100%"],
)
def test_sound_placeholders(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize("text", ["%s and %d", "{} and {}", "%s of %(n)d"])
def test_two_unnamed_placeholders(text: str) -> None:
    assert fault(text) == "unnamed placeholders cannot change places; name them: %(name)s"


@pytest.mark.parametrize(
    "text", ["%(n)", "%(n) d", "%(person.name)s", "%(day|date)s", "%(n)d % of it", "%(n", "{n} of {all", "{n!r} {n}"]
)
def test_placeholders_that_could_not_be_filled_in(text: str) -> None:
    assert fault(text) == "write placeholders as %(name)s, %(count)d or {name}, and the sign itself as %%"


@given(st.lists(st.sampled_from(["%(n)s", "%(count)d", "%%", "%", "(n)", "s", "d", " ", "{"])).map("".join))
def test_what_is_found_sound_can_be_filled_in(rest: str) -> None:
    text = f"%(n)s{rest}"
    assume(fault(text) is None)
    assert "0" in text % defaultdict(int)


def test_every_text_of_careerpath_can_be_filled_in() -> None:
    assert list(faults(collect(ROOT))) == []
