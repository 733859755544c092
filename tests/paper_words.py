"""What a reader that is not ours finds on pages."""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
from pypdf import PdfReader


def by_pypdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def by_pdftotext(content: bytes) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not on this computer")
    run = subprocess.run(
        [program, "-layout", "-", "-"], input=content, capture_output=True, check=True, timeout=60
    )
    return run.stdout.decode("utf-8")
