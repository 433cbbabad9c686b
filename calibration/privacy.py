"""What is stored here."""

from __future__ import annotations

from safeguards.privacy import Privacy

PRIVACY = Privacy()
