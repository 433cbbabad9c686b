"""Di is reviewed by Bo; colleagues are Ada, Eve, Hal and Lin."""

from __future__ import annotations

import pytest

from assessments.models import Appraisal
from ladders.chart import Chart
from tests.cast import Cast
from tests.reviews.pairs import opened


@pytest.fixture
def review(cast: Cast, ladder: Chart) -> Appraisal:
    return opened(cast.di, cast.bo)
