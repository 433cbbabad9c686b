"""Bytes of a CSV file as text, in the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from ladders.exchange.problems import MOST, Problem
from ladders.exchange.yaml_guard import CONTROL, control_refused, not_utf8

BYTES = 5_000_000

OTHERS = {
    b"PK\x03\x04": "a workbook",
    b"\xd0\xcf\x11\xe0": "a workbook",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a packed file",
}
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
BREAK = re.compile("\r\n?|\n")
SAID = re.compile("sep=([,;\t])(\r\n?|\n)", re.IGNORECASE)
SAVE = "save the table as CSV UTF-8"
ENCODING = f"{SAVE}, or write encoding: windows-1252 in the map"


class UnreadableError(Exception):
    """Reading on is pointless; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


def decode(data: bytes, encoding: str) -> str:
    """The text without its byte order mark. `encoding` is utf-8 (or "") or windows-1252. Raises UnreadableError.

    UTF-16 is recognised by its mark: some spreadsheets call it Unicode text.
    """
    if len(data) > BYTES:
        raise UnreadableError(Problem(1, "", f"the file is larger than {BYTES // 1_000_000} MB"))
    for start, what in OTHERS.items():
        if data.startswith(start):
            raise UnreadableError(Problem(1, "", f"this is {what} and not CSV: {SAVE}"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _utf_16(data)
    elif encoding == "windows-1252":
        text = _windows_1252(data)
    else:
        text = _utf_8(data)
    if CONTROL.search(text):
        lines = ((number, CONTROL.search(line)) for number, line in enumerate(BREAK.split(text), start=1))
        found = (Problem(number, "", control_refused(match[0])) for number, match in lines if match)
        raise UnreadableError(*islice(found, MOST))
    return text


def said_delimiter(text: str) -> str:
    """The delimiter of a first line such as `sep=;`, which some spreadsheets write, or ""."""
    said = SAID.match(text)
    return said[1] if said else ""


def _utf_8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(*islice(not_utf8(data, ENCODING), MOST)) from None


def _utf_16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        whole = data[: error.start // 2 * 2].decode("utf-16", errors="replace")
        line = len(BREAK.findall(whole)) + 1
        raise UnreadableError(Problem(line, "", f"half a character of UTF-16: {SAVE}")) from None


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line, byte = data.count(b"\n", 0, error.start) + 1, data[error.start]
        raise UnreadableError(Problem(line, "", f"byte 0x{byte:02X} is not Windows-1252: {SAVE}")) from None
