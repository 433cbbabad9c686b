"""YAML to take along: a version, a draft, the map of a table."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def yaml_file(text: str, name: str) -> HttpResponse:
    """The text as a download called `name`.yaml."""
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.yaml")
    return response
