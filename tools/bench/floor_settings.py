"""The settings of Careerpath, middleware and database included, with the floor as the only page."""

from careerpath.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "tools.bench.floor"
