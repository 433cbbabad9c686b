"""The whole organisation for the people team: frozen snapshots in which small groups are hidden."""

from organisation.models.snapshot import Snapshot

__all__ = ["Snapshot"]
