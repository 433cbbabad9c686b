"""How a draft comes to be: from the latest version of its ladder, or from a file."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from drafts import pieces
from drafts.models import Draft, Keeper, Piece
from drafts.writing import Pen, pen
from ladders.exchange import LadderFile
from ladders.exchange.slugs import slugs
from ladders.exporting import file_of
from ladders.models import Ladder, Version, VersionSkill
from people.models import Person
from skills.models import Library


def open_draft(ladder: Ladder, *, by: Person) -> Draft:
    """The open draft of a ladder; a new one holds its latest published version, also one not yet in force."""
    with transaction.atomic():
        Ladder.objects.select_for_update().get(pk=ladder.pk)
        found = Draft.objects.open().filter(ladder=ladder).first()
        if found is not None:
            return found
        base = Version.objects.published().filter(ladder=ladder).order_by("-number").first()
        draft = Draft.objects.create(ladder=ladder, base=base, **opened(by))
        if base is not None:
            fill(draft, file_of(base), editions_used(base))
    return draft


def opened(by: Person) -> dict[str, Person | None]:
    """Who opens a draft, as its columns."""
    return {"opened_by": by, "guest": by if by.demo else None}


def start_from_file(file: LadderFile, *, by: Person, title: str = "") -> Draft:
    """The first draft of a new ladder with the content of a file (a template, a clone, an upload).

    The ladder gets the file's id, numbered if it is taken, and `by` keeps it. It shows nowhere until published.
    """
    with transaction.atomic():
        taken = [
            *Ladder.objects.values_list("slug", flat=True),
            *Library._default_manager.values_list("slug", flat=True),
        ]
        slug = slugs([*((one, "") for one in set(taken)), ("", title or file.title)], "ladder")[-1]
        library = Library._default_manager.create(slug=slug, title=title or file.title)
        ladder = Ladder.objects.create(slug=slug, library=library)
        for kind in Keeper.Kind:
            Keeper.objects.create(ladder=ladder, person=by, kind=kind, by=by)
        draft = Draft.objects.create(ladder=ladder, **opened(by))
        fill(draft, file.model_copy(update={"title": title or file.title}), {})
    return draft


def fill(draft: Draft, file: LadderFile, editions: dict[str, int]) -> None:
    """The pieces of a file as the first state of a draft. `editions` are those of a library's skills, by id."""
    Piece.objects.bulk_create(
        Piece(
            draft=draft,
            kind=loose.kind,
            key=loose.key,
            position=loose.position,
            body=with_edition(loose, editions),
        )
        for loose in pieces.apart(file)
    )


def with_edition(loose: pieces.Loose, editions: dict[str, int]) -> pieces.Body:
    """A row of the grid remembers the wording of a shared skill that it takes; a newer one is adopted by hand."""
    if loose.kind is not pieces.Kind.ROW or loose.key not in editions:
        return loose.body
    return loose.body | {"edition": editions[loose.key]}


def editions_used(version: Version) -> dict[str, int]:
    """The number of the edition that a version uses of each skill that is not its own, by skill id."""
    shared = VersionSkill._default_manager.filter(version=version).exclude(
        edition__skill__library=version.ladder.library_id
    )
    return dict(shared.values_list("edition__skill__slug", "edition__number"))


def replace(draft: Draft, file: LadderFile, *, by: Person) -> int:
    """Puts a file into a draft, piece by piece, so that the history shows what it changed; the number of changes.

    What the file does not have is retired. Raises Closed.
    """
    wanted = {(loose.kind.value, loose.key): loose for loose in pieces.apart(file)}
    with pen(draft, by) as hand:
        there = {(piece.kind, piece.key): piece for piece in Piece.objects.filter(draft=draft)}
        for place, piece in there.items():
            hand.retire(piece, place not in wanted and piece.kind != pieces.Kind.HEAD)
        for place, loose in wanted.items():
            _put(hand, there.get(place), loose)
        _order(hand, wanted)
        return len(hand.changes)


def _put(hand: Pen, piece: Piece | None, loose: pieces.Loose) -> None:
    if piece is None:
        hand.add(loose.kind, loose.key, loose.body)
        return
    edition = {"edition": piece.body["edition"]} if "edition" in piece.body else {}
    hand.put(piece, "", loose.body | edition)


def _order(hand: Pen, wanted: dict[tuple[str, str], pieces.Loose]) -> None:
    """The order of the file; what is retired stands behind."""
    rows = list(Piece.objects.filter(draft=hand.draft))
    last = Piece.objects.filter(draft=hand.draft).aggregate(last=Max("position"))["last"] or 0
    moved = []
    for row in rows:
        loose = wanted.get((row.kind, row.key))
        position = loose.position if loose else last + 1
        if row.position != position:
            before, row.position = row.position, position
            moved.append((row, before))
    Piece.objects.bulk_update([row for row, _before in moved], ["position"])
