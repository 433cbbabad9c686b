"""Ladder files: `read` bytes into a checked `LadderFile` or all its errors, `write` it back as text."""

from ladders.exchange.problems import Problem
from ladders.exchange.read import Reading, read
from ladders.exchange.schema import LadderFile
from ladders.exchange.write import write

__all__ = ["LadderFile", "Problem", "Reading", "read", "write"]
