# SPDX-License-Identifier: EUPL-1.2
"""How the tools are asked: each says what it does, and takes no word that it does not know."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter


def parser(about: str | None) -> ArgumentParser:
    """Return a parser for the module that ``python -m`` runs, which explains itself with its docstring."""
    running = sys.modules["__main__"].__spec__
    return ArgumentParser(
        prog=f"python -m {running.name}" if running else None,
        description=about,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def no_arguments(about: str | None) -> None:
    """Take ``--help`` and nothing else."""
    parser(about).parse_args()
