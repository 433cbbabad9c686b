from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ladders.exchange import write
from ladders.exchange.schema import LANGUAGE
from ladders.exporting import file_of
from ladders.keeping import version_in_force
from ladders.models import Version
from ladders.published import chart_of
from ladders.translation_writing import write_translation


class Command(BaseCommand):
    help = "Writes the version of a ladder that applies today to stdout, as a ladder file, or its translation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the ladder's id, as in its file")
        parser.add_argument("--language", metavar="CODE", help="write the translation into this language, such as de")
        parser.add_argument(
            "--blank",
            action="store_true",
            help="with --language: also what is not translated yet, empty, with every original as a comment",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        version, language = version_in_force(options["id"]), options["language"]
        if options["blank"] and not language:
            raise CommandError("--blank needs --language.")
        text = translation(version, language, options["blank"]) if language else write(file_of(version))
        self.stdout.write(text, ending="")


def translation(version: Version, language: str, blank: bool) -> str:
    """The translation as a file. Raises CommandError where there is none to write."""
    chart = chart_of(version.pk)
    if not LANGUAGE.fullmatch(language):
        raise CommandError(f'"{language}" is not a language code such as de or pt-BR.')
    if language.lower() == chart.language.lower():
        raise CommandError(f"{chart.slug} itself is in {chart.language}.")
    found = version.translations.filter(language=language).first()
    if found is None and not blank:
        raise CommandError(
            f'{chart.slug} is not translated into "{language}" here. --blank writes a file to fill in.'
        )
    return write_translation(chart, found.texts if found else {}, language, blank=blank)
