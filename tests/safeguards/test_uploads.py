"""A file that is too large is passed over while it comes in; the rest of the form is there."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from safeguards.uploads import LARGEST


def sent(body: bytes) -> Any:
    file = SimpleUploadedFile("a.yaml", body)
    request: Any = RequestFactory().post("/", {"before": "1", "file": file, "after": "2"})
    return request.POST.dict(), {name: len(one.read()) for name, one in request.FILES.items()}


@pytest.mark.parametrize("size", [1, 65_536, LARGEST])
def test_a_file_as_large_as_may_be_comes_in(size: int) -> None:
    assert sent(b"a" * size) == ({"before": "1", "after": "2"}, {"file": size})


@pytest.mark.parametrize("size", [LARGEST + 1, 3 * LARGEST])
def test_a_larger_one_does_not(size: int) -> None:
    assert sent(b"a" * size) == ({"before": "1", "after": "2"}, {})


def test_each_file_is_counted_by_itself() -> None:
    files = {name: SimpleUploadedFile(name, b"a" * (LARGEST - 1)) for name in ("one", "two")}
    request: Any = RequestFactory().post("/", files)
    assert {name: one.size for name, one in request.FILES.items()} == {"one": LARGEST - 1, "two": LARGEST - 1}
