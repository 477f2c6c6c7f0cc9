# SPDX-License-Identifier: EUPL-1.2
"""Files that a tool makes from something else: written, or with ``--check`` compared with what is there."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tools.arguments import parser

Made = Mapping[Path, str]


def write_or_check(about: str | None, make: Callable[[], Made]) -> int:
    """Write what ``make`` returns, or with ``--check`` return 1 when a file is not as made."""
    arguments = parser(about)
    arguments.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not as made"
    )
    check = arguments.parse_args().check
    made = make()
    if check:
        return report_old(made, arguments.prog)
    for path, text in made.items():
        path.write_text(text, "utf-8")
    return 0


def report_old(made: Made, command: str) -> int:
    """Say which files are not as made, and which ``command`` makes them; return 1 if there is one."""
    old = [path.name for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    print(f"not as made: {', '.join(old)}: run {command}" if old else "all is as made")
    return 1 if old else 0
