"""Files that people bring along, and short words for the pages about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from drafts.models import Upload
from people.models import Person
from tests.assessments.pages import Sent, filled_in, main
from tests.ladders.files import DEFAULT

NEW = "/drafts/upload/"
SMALL = b"format: ladder/1\nid: small\ntitle: Small\nlanguage: de\nstages:\n  - {id: a, title: Erste, text: Hier.}\n"
WIDE = b"Category,Skill,PM,Senior PM\nWork,Aim,1,2\nWork,Care,(1),2\n"
GIVEN = "id: t\ntitle: T\nscale: [a, b]\n"
LONG = (
    b"Role level,Skill,Skill level,What it means\nHead,Aim,Leading,Sets it\nJunior,Aim,Learning,Knows it\n"
    b"Head,Care,Leading,Asks all\nJunior,Care,Learning,Asks\n"
)


def a_file(body: bytes = SMALL, name: str = "ladder.yaml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


def form_of(response: Any) -> Sent:
    """What the page's large form would send: the one with a button that is not small."""
    forms = [form for form in main(response).all("form", method="post") if form.all("button", "button")]
    return filled_in(next(form for form in forms if not form.all("button", "small")))


def bring(client: Client, **changes: Any) -> Any:
    """Sends the form of the first page."""
    first = form_of(client.get(NEW))
    return client.post(NEW, {**first, "text": "", **changes})


def brought(
    by: Person, body: bytes = SMALL, name: str = "ladder.yaml", kind: str = "ladder", given: str = ""
) -> Upload:
    """A file of somebody's, and what they said about its columns."""
    upload = Upload.keep(by=by, name=name, kind=Upload.Kind(kind), body=body)
    if given:
        upload.explain(Upload.Kind(kind), given)
    return upload


def url_of(upload: Upload, then: str = "") -> str:
    return f"{NEW}{upload.pid}/{then}"


def problems(response: Any) -> list[str]:
    """Every problem on the page: its place, what is wrong, and the line."""
    lists = main(response).all("ol", "problems")
    return [item.text for one in lists for item in one.all("li")]


def changed_default(changes: Mapping[str, str]) -> bytes:
    """The default ladder with texts replaced."""
    text = DEFAULT.read_text()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def headings(response: Any) -> list[str]:
    return [node.text for tag in ("h1", "h2") for node in main(response).all(tag)]
