"""Habits of the house that a machine can check in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import APPS, functions, module, python_files, tree, where

# What may be asked without a door, because it says nothing that somebody wrote: who there is, which versions of a
# ladder are published, and which ladders are there for everybody.
# `hidden_from` is a door itself: what `visible_to` gives again later.
WITHOUT_A_DOOR = {
    "Packet": {"open_to_recorder", "taken_back_from", "visible_to"},
    "Assessment": {"hidden_from", "visible_to"},
    "Evidence": {"shared_with", "visible_to"},
    "Ladder": {"for_everybody", "visible_to"},
    "Person": {"active", "made_up", "managing", "real", "reporting_to"},
    "Version": {"in_force", "published", "visible_to"},
}
# Modules that stand behind the doors, and why.
BEHIND = {
    "packets.handing_in": "hands in and decides on the packet that somebody came to through a door",
    "packets.commenting": "writes below the packet that somebody came to through a door",
    "demo.packeting": "writes the packets of people who are made up",
    "assessments.agreeing": "writes what the two of a review agreed, who came to it through a door",
    "assessments.blind": "is the lock of the doors while a review is open",
    "assessments.reopening": "answers the request that somebody came to through a door",
    "calibration.gathering": "counts ratings by manager for those who may open a session, and shows none",
    "calibration.opening": "makes the rows of a session, and what is told of ratings without telling one",
    "demo.asking": "asks and answers for people who are made up",
    "demo.calibrating": "writes a calibration of people who are made up",
    "demo.drafting": "opens a draft for somebody who is made up",
    "demo.feedbacking": "gives and asks for people who are made up",
    "demo.filling": "writes the people of the demo, who are made up",
    "demo.organising": "counts people who are made up",
    "demo.opening": "opens the demo, where there is nobody real",
    "demo.teaming": "writes what people who are made up noted with their managers",
    "demo.rounding": "writes the round of the demo, whose people are made up",
    "demo.reviewing": "writes reviews of somebody who is made up",
    "demo.views": "lets visitors be somebody who is made up",
    "drafts.adding": "makes ids that no skill of the ladder ever had",
    "drafts.assembling": "puts together the draft that somebody came to through a door",
    "drafts.cells": "saves cells of the draft that an editor came to through a door",
    "drafts.desk": "keeps the draft that somebody came to through a door, and says who else can read it",
    "drafts.impact_counts": "counts people without naming them",
    "drafts.opening": "makes the draft of a ladder that an editor came to through a door",
    "drafts.ordering": "moves pieces of the draft that an editor came to through a door",
    "drafts.previewing": "shows the draft that somebody came to through a door as a person would see it",
    "drafts.proposing": "answers the proposal that an editor came to through a door",
    "drafts.publishing": "publishes the draft that a publisher came to through a door",
    "drafts.returning": "finds earlier words of the ladder that an editor came to through a door",
    "drafts.shared": "finds the wordings of skills that a draft shares",
    "drafts.since": "tells what changed in the draft that somebody came to through a door",
    "drafts.uploading": "puts a file into the draft that an editor came to through a door",
    "drafts.wording": "finds the wordings of skills that a draft shares",
    "drafts.writing": "writes into the draft that an editor came to through a door",
    "feedback.bystanders": "tells those who were asked in a review that somebody called off through a door",
    "feedback.results": "puts the answers in a review together without names, for the two who read it",
    "ladders.exporting": "writes a version as a file, for commands",
    "ladders.importing": "takes a file in, for commands",
    "ladders.ladder_rows": "the rows of a file, for importing",
    "ladders.published": "loads the version that somebody came to through a door",
    "ladders.skill_rows": "the rows of a file, for importing",
    "ladders.way_rows": "the rows of a file, for importing",
    "ladders.translations": "the texts of a version that somebody came to through a door, in another language",
    "mentors.digesting": "mails once a week, with nobody looking, and finds the owner's own address",
    "organisation.taking": "counts people without naming them",
    "people.accounts": "makes accounts",
    "people.joining": "makes accounts",
    "people.policy": "is the lock of the doors",
    "teams.team": "reads at which stage people work whose agreed levels the viewer reads",
    "reviews.daily": "opens and reminds once a day, with nobody looking",
    "reviews.ending": "calls off reviews that somebody came to through a door",
    "reviews.gathering": "learns who has a place, a manager or an open review, and says no more than that",
    "reviews.handing": "hands over the review that somebody came to through a door",
    "reviews.opening": "begins the reviews of a round that somebody came to through a door",
    "reviews.progress": "says who is done in reviews that came through a door",
    "reviews.steering": "is the door to reviews that somebody may hand over or call off",
    "safeguards.once": "remembers forms by a token that only their sender has",
    "safeguards.revisions": "changes the row it is a part of",
}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def behind_the_doors(path: Path) -> bool:
    """Models and their querysets, commands for operators, and the modules above."""
    name = module(path)
    return ".models" in name or ".management." in name or name in BEHIND


def asked(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each `Model.objects.word`: its line, the model and the word."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr in MANAGERS:
            yield node.lineno, ast.unparse(node.value.value), node.attr


def test_rows_are_fetched_through_a_door() -> None:
    found = [
        f"{where(path, line)} {model}.objects.{word}"
        for app in APPS
        for path in python_files(app)
        if not behind_the_doors(path)
        for line, model, word in asked(path)
        if word not in WITHOUT_A_DOOR.get(model, {"visible_to"})
    ]
    assert found == [], "start with visible_to(viewer)"


def test_no_reason_is_stale() -> None:
    """A module that asks for nothing needs no reason."""
    asking = {module(path) for app in APPS for path in python_files(app) if list(asked(path))}
    assert sorted(BEHIND.keys() - asking) == []


def test_imports_stand_at_the_top() -> None:
    inner = [
        where(path, node.lineno)
        for path in python_files()
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Each name that a module imports, with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_nothing_happens_behind_ones_back() -> None:
    """No signals of our own, no generic keys, no admin site, no mocks."""
    refused = (
        "django.db.models.signals",
        "django.dispatch",
        "django.contrib.contenttypes.fields",
        "django.contrib.admin",
        "unittest.mock",
        "mock",
    )
    found = [
        f"{where(path, line)} {name}"
        for path in python_files(*APPS, "tests")
        for line, name in imported(path)
        if f"{name}.".startswith(tuple(f"{prefix}." for prefix in refused))
    ]
    assert found == []


def test_views_are_functions() -> None:
    classes = [
        f"{where(path, node.lineno)} {node.name}"
        for app in APPS
        for path in python_files(app)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("View") for base in node.bases)
    ]
    assert classes == []


def test_nothing_is_put_off() -> None:
    """Words that promise a later change belong into the changelog or nowhere."""
    marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]
    found = [where(path) for path in python_files(*APPS, "tools") if any(mark in path.read_text() for mark in marks)]
    assert found == []


def test_exemptions_give_a_reason() -> None:
    """Every `noqa`, `type: ignore` and `pragma` has words after it."""
    bare = []
    for path in python_files():
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for mark in ("# no" + "qa", "# type: " + "ignore", "# pragma: " + "no cover"):
                rest = line.partition(mark)[2]
                if mark in line and not any(sign in rest for sign in (" - ", "  # ")):
                    bare.append(f"{where(path, number)} {line.strip()[:80]}")
    assert bare == []
