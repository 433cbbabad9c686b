"""The texts of a published version in another language."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from ladders.identity import digest
from ladders.models.ladder import Version
from safeguards.written import WrittenField


class Translation(models.Model):
    """A version's texts in one language, beside it: the version itself stays as it was published.

    `body` is a list of texts, each with its place before it: `["stages", "pm", "does", "0", "Setzt die Richtung"]`.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=35)
    body = WrittenField(default=list)
    # SHA-256 of the body: tells a corrected translation from the one that a process has read.
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "language"], name="translation_once")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.language}"

    @property
    def texts(self) -> dict[tuple[str, ...], str]:
        """The texts by their places."""
        return {tuple(place): text for *place, text in self.body}

    @classmethod
    def put(cls, version: Version, language: str, texts: Mapping[tuple[str, ...], str]) -> bool:
        """Puts a translation beside a version, instead of the one there was; False if it says the same already."""
        body = [[*place, text] for place, text in texts.items()]
        mark = digest(sorted(body))
        there = cls._default_manager.filter(version=version, language=language)
        if there.filter(digest=mark).exists():
            return False
        cls._default_manager.update_or_create(
            version=version, language=language, defaults={"body": body, "digest": mark}
        )
        return True
