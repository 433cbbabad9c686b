"""Collects the texts to translate in locale/careerpath.pot. Needs no gettext programs.

    python -m tools.messages [--check]

Fails when a placeholder could not be filled in. `--check` writes nothing, and fails as well when the file is old.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path("locale/careerpath.pot")
NOT_SHIPPED = {"tests", "tools"}
# Django's lazy forms take what the plain ones take.
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items()}
HEADER = """\
# The texts of Careerpath, to be translated. Written by `make messages`.
msgid ""
msgstr ""
"Project-Id-Version: careerpath\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""
PLACEHOLDER = re.compile(r"%(?:\(\w+\)[sd]|[sd]|%)|\{\w*\}")
UNNAMED = {"%s", "%d", "{}"}


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """Every file with texts, in order of its name, and its calls of gettext."""
    rooms = (part for part in root.iterdir() if (part / "__init__.py").is_file() and part.name not in NOT_SHIPPED)
    modules = [path for room in rooms for path in room.rglob("*.py")]
    templates = [path for path in (root / "templates").rglob("*") if path.suffix in {".html", ".txt"}]
    for path in sorted([*modules, *templates]):
        code = path.read_text()
        calls = module_calls(code) if path.suffix == ".py" else templatize(code, str(path)).split("\n")
        # Indentation would mean something in Python.
        yield path.relative_to(root).as_posix(), "\n".join(line.strip() for line in calls)


def module_calls(code: str) -> Iterator[str]:
    """Taken out one by one, because Babel does not look into f-strings before Python 3.12."""
    lines = ["", *code.splitlines()]
    for node in ordered(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(), *_]) if name in KEYWORDS:
                note = lines[node.lineno - 1]
                yield from [note if "# Translators" in note else "", ast.unparse(node)]


def ordered(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it, in the order of the code."""
    yield node
    for child in ast.iter_child_nodes(node):
        yield from ordered(child)


def collect(root: Path) -> Catalog:
    """All texts under `root` with the files they are in."""
    catalog = Catalog(charset="utf-8")
    for name, calls in sources(root):
        for line, text, notes, context in extract("python", BytesIO(calls.encode()), KEYWORDS, ["Translators"]):
            catalog.add(text, locations=[(name, line)], auto_comments=notes, context=context)
    return catalog


def fault(text: str) -> str | None:
    """What is wrong with the placeholders of a text, or None."""
    found = PLACEHOLDER.findall(text)
    if len([one for one in found if one != "%%"]) > 1 and UNNAMED & set(found):
        return "unnamed placeholders cannot change places; name them: %(name)s"
    rest = PLACEHOLDER.sub("", text)
    if "%(" in rest or (found and set(rest) & set("%{}")):
        return "write placeholders as %(name)s, %(count)d or {name}, and the sign itself as %%"
    return None


def faults(catalog: Catalog) -> Iterator[str]:
    """One line for each text that could not be filled in: file, text, what is wrong."""
    for message in catalog:
        for text in (message.id,) if isinstance(message.id, str) else message.id:
            if wrong := fault(text):
                yield f'{message.locations[0][0]}: "{text}": {wrong}'


def written(catalog: Catalog) -> str:
    """The template file: the texts in the order of their files, without dates and line numbers."""
    out = BytesIO()
    write_po(out, catalog, width=0, omit_header=True, include_lineno=False)
    return HEADER + out.getvalue().decode()


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, only say what is wrong")
    check = parser.parse_args(arguments).check
    catalog = collect(root)
    problems, target, text = list(faults(catalog)), root / TARGET, written(catalog)
    if check and (not target.is_file() or target.read_text() != text):
        problems.append(f"{TARGET} is out of date: run make messages")
    elif not check:
        target.parent.mkdir(exist_ok=True)
        target.write_text(text)
    print("\n".join(problems) or f"{len(catalog)} texts in {TARGET}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
