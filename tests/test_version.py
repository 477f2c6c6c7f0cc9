# SPDX-License-Identifier: EUPL-1.2
"""One version for the whole project."""

import json
from pathlib import Path

import relay


def test_python_and_web_carry_the_same_version() -> None:
    """A release is one number, whichever half of it one looks at."""
    web = json.loads(Path(__file__).parent.parent.joinpath("web", "package.json").read_text())
    assert web["version"] == relay.__version__
