"""How large a file may be that somebody sends: what is larger is passed over while it comes in, and never kept."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

LARGEST = 5_000_000  # bytes


class LargestFile(FileUploadHandler):
    """Stands before the handlers that keep files. The rest of the form is read as if there had been no file."""

    def new_file(self, *args: Any, **options: Any) -> None:
        super().new_file(*args, **options)
        self.room = LARGEST

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hands the piece on. Raises SkipFile once the file is too large."""
        self.room -= len(raw_data)
        if self.room < 0:
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler has the file."""
