"""The proof of what was submitted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable


def digest(version_digest: str, rated: Iterable[tuple[object, ...]]) -> str:
    """SHA-256 over the ladder version's digest and the ratings: the proof of what was submitted."""
    frozen = json.dumps([version_digest, list(rated)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(frozen.encode()).hexdigest()
