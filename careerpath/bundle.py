"""One stylesheet for the browser from many small files, hashed and compressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import "(?P<name>[^"]+)"(?: layer\((?P<layer>[\w-]+)\))?;\n?')


def inlined(sheet: Path) -> str:
    """The stylesheet with its `@import` lines replaced by the files they name, layers kept."""

    def content(match: re.Match[str]) -> str:
        text = (sheet.parent / match["name"]).read_text()
        return f"@layer {match['layer']} {{\n{text}}}\n" if match["layer"] else text

    return IMPORT.sub(content, sheet.read_text())


SHEET = "css/index.css"


class BundledStorage(CompressedManifestStaticFilesStorage):
    """Joins the sheets before the files are hashed, so that a first visit needs one request for it."""

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[tuple[str, str, bool]]:
        if SHEET in paths:
            collected = Path(self.path(SHEET))
            collected.write_text(inlined(collected))
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, **options)
