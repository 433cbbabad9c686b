"""Every text in the world becomes a word that stands nowhere else, so that a page which shows it says where from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import models

from assessments.models import Assessment, Evidence, Rating, Standing
from drafts.models import Change, Piece
from drafts.pieces import Kind
from ladders.models import Path, Phase, Placement
from people.models import Duty, Person, ReportingLine
from safeguards.ids import PidField
from safeguards.models import Deed
from tests.authz.rooms import about_in_rooms, each

# Tables that Django fills from the code: the same rows in every installation.
CODE = {"auth", "contenttypes"}

# Text fields without a sentinel of their own, and why.
WITHOUT = {
    "account.EmailAddress.email": "the same address as the person's",
    "assessments.Assessment.levels": "skill ids and numbers, no words",
    "assessments.Assessment.stage": "the id of a stage, which everyone at work may read",
    "assessments.Assessment.target": "the id of a stage, likewise",
    "assessments.Assessment.way": "the id of a way in, likewise",
    "drafts.Change.path": "ids of parts of a ladder, and names of their fields",
    "drafts.AnchorTest.language": "a language tag",
    "drafts.AnchorTest.levels": "the names of the ladder's levels again",
    "drafts.AnchorTest.skills": "the names of the ladder's skills again",
    "drafts.AnchorTest.texts": "texts of the draft again, for those who were asked to sort them",
    "drafts.Piece.key": "ids hold a ladder together",
    "drafts.Proposal.key": "likewise",
    "drafts.Proposal.path": "ids of parts of a ladder, and names of their fields",
    "drafts.Remark.key": "ids hold a ladder together",
    "drafts.Remark.path": "ids of parts of a ladder, and names of their fields",
    "drafts.Upload.given": "the map of a table: the names of its columns, as a file of its own",
    "drafts.Sorting.skill": "the id of a skill",
    "drafts.Sorting.text": "the number of a text in its test",
    "ladders.Beyond.focus": "ids of skills",
    "ladders.Ladder.slug": "ids hold a ladder together; everyone at work may read them",
    "ladders.Path.aim": "the id of a stage, likewise",
    "ladders.Path.stage": "the id of a stage, likewise",
    "ladders.Placement.stage": "the id of a stage, likewise",
    "ladders.Stage.needs": "a rule with its own grammar",
    "ladders.StageFact.form": "how the file wrote the fact: one of three words",
    "ladders.StageRole.focus": "ids of skills",
    "ladders.StageStatement.key": "an id inside a skill",
    "ladders.Translation.body": "the texts of a ladder again; they are read wherever the ladder is",
    "ladders.Translation.digest": "a digest of those texts",
    "ladders.Translation.language": "a language tag",
    "ladders.Version.language": "a language tag",
    "ladders.Version.status": "one of three words",
    "ladders.Version.needs": "a rule with its own grammar",
    "ladders.Version.uses": "the id of a library",
    "sessions.Session.session_data": "signed and compressed; its key is the secret",
    "skills.Library.slug": "ids hold a ladder together",
    "skills.ScaleLevel.partial": "a number, true or nothing",
    "skills.Skill.slug": "ids hold a ladder together",
    "skills.Statement.key": "an id inside a skill",
} | {
    f"ladders.{part}.slug": "ids hold a ladder together"
    for part in ("Beyond", "Category", "Phase", "Stage", "Track", "WayIn")
}


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a sentinel stands: the field ("people.Person.name"), its row, and the person it is about, if any."""

    field: str
    row: models.Model
    about: Person | None


def text_fields() -> Iterator[tuple[type[models.Model], models.Field[object, object]]]:
    """Every field that can hold words, of every table that can hold something about somebody."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in CODE:
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices:
                yield model, field


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def sentinel(row: models.Model, field: str) -> str:
    """Twelve characters: as many as the page of an assessment shows of a digest."""
    return "s" + hashlib.sha256(f"{row._meta.label}:{row.pk}:{field}".encode()).hexdigest()[:11]


def plant() -> dict[str, Secret]:
    """Writes a sentinel into every text field of every row; gives all of them with where they stand."""
    found: dict[str, Secret] = {}
    for model, fields in groupby(text_fields(), key=lambda pair: pair[0]):
        named = [field for _model, field in fields if f"{model._meta.label}.{field.name}" not in without()]
        for row in model._default_manager.select_related() if named else ():
            about, values = person_of(row), {}
            for field in named:
                natural = field.primary_key or isinstance(field, PidField)
                if isinstance(row, Change) and not says_words(getattr(row, field.name)):
                    continue
                word = str(getattr(row, field.name)) if natural else sentinel(row, field.name)
                found[word] = Secret(f"{model._meta.label}.{field.name}", row, about)
                if not natural:
                    values[field.name] = dressed(row, field, word)
            model._default_manager.filter(pk=row.pk).update(**values)
    for address in EmailAddress.objects.select_related("user"):
        EmailAddress.objects.filter(pk=address.pk).update(email=address.user.email)
    for more in each("plant"):
        found |= {word: Secret(*where) for word, where in more().items()}
    return found


def says_words(value: object) -> bool:
    """Whether a value of a draft's history has words in it: most are, some are a number, or nothing."""
    return isinstance(value, str | dict) and bool(value)


def dressed(row: models.Model, field: models.Field[object, object], word: str) -> object:
    """The word as a value that the field takes."""
    if isinstance(row, Piece):
        return in_piece(row, word)
    if isinstance(row, Change) and isinstance(field, models.JSONField):
        return {"title": word} if isinstance(getattr(row, field.name), dict) else word
    if isinstance(field, models.EmailField):
        return f"{word}@example.org"
    if isinstance(field, models.URLField):
        return f"https://example.org/{word}"
    if isinstance(row, Phase) and field.name == "roles":
        return [{"title": word}]
    if isinstance(field, models.JSONField):
        # In the shape of a key of the keepers' own: a version can still be written as a file.
        return {f"x-{word}": word} if field.get_default() == {} else [word]
    return word


def in_piece(piece: Piece, word: str) -> dict[str, object]:
    """The body of a piece with the word where people read it; a draft has to fit together afterwards, too.

    The other words of the piece are those of the ladder as it was published, which everyone at work may read.
    """
    places: dict[str, dict[str, object]] = {
        Kind.LEVEL.value: {"name": word},
        Kind.ROW.value: {"x": {"x-word": word}},
        Kind.STEP.value: {"start": [word]},
    }
    return {**piece.body, **places.get(piece.kind, {"title": word})}


def person_of(row: models.Model) -> Person | None:
    """The person whom a row is about."""
    if isinstance(row, Person):
        return row
    if isinstance(row, Rating):
        return row.assessment.person
    if isinstance(row, EmailAddress):
        return row.user if isinstance(row.user, Person) else None
    if isinstance(row, Assessment | Deed | Duty | Evidence | Path | Placement | ReportingLine | Standing):
        return row.person
    return about_in_rooms(row)


def missing(found: Iterable[Secret]) -> set[str]:
    """The text fields that hold no sentinel and give no reason."""
    held = {secret.field for secret in found}
    return {f"{model._meta.label}.{field.name}" for model, field in text_fields()} - held - set(without())


def without() -> dict[str, str]:
    """Text fields without a sentinel of their own, and why: those above, and those of the rooms."""
    return WITHOUT | {name: why for found in each("WITHOUT") for name, why in found.items()}
