"""The stylesheet reaches the browser as one file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from careerpath.bundle import inlined


def test_keeps_the_layers_and_their_order(tmp_path: Path) -> None:
    (tmp_path / "tokens.css").write_text(":root { --ink: #000 }\n")
    (tmp_path / "button.css").write_text(".button { color: var(--ink) }\n")
    sheet = tmp_path / "index.css"
    sheet.write_text('@layer base, ui;\n@import "tokens.css";\n@import "button.css" layer(ui);\n')
    assert inlined(sheet) == (
        "@layer base, ui;\n:root { --ink: #000 }\n@layer ui {\n.button { color: var(--ink) }\n}\n"
    )


def test_imports_every_file_there_is() -> None:
    folder = Path(settings.BASE_DIR, "static/css")
    named = (folder / "index.css").read_text()
    files = {str(file.relative_to(folder)) for file in folder.rglob("*.css")} - {"index.css"}
    assert {file for file in files if f'@import "{file}"' in named} == files


def test_collecting_leaves_no_import_to_fetch(tmp_path: Path, settings: Settings) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [Path(settings.BASE_DIR, "static")]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "careerpath.bundle.BundledStorage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    (sheet,) = tmp_path.glob("css/index.*.css")
    assert "@import" not in sheet.read_text()
