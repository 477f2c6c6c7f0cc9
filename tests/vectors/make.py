# SPDX-License-Identifier: EUPL-1.2
"""Writes every case file of the vectors, and removes what no longer belongs."""

import json
import shutil
from pathlib import Path
from typing import Final

from tests.vectors import (
    cases_approval,
    cases_canonical,
    cases_casework,
    cases_consent,
    cases_consent_text,
    cases_departed,
    cases_gates,
    cases_gates_of_casework,
    cases_grants,
    cases_handover,
    cases_letters,
    cases_notes,
    cases_office,
    cases_release,
    cases_rest,
    cases_root,
    cases_sealing,
    cases_trust,
    cases_unlocking,
    cases_words,
)
from tests.vectors.maker import Maker
from tests.vectors.reader import HERE, write_case
from tests.vectors.world import KEPT
from tools.arguments import parser

FAMILIES: Final = (
    cases_canonical,
    cases_sealing,
    cases_root,
    cases_trust,
    cases_approval,
    cases_gates,
    cases_grants,
    cases_handover,
    cases_release,
    cases_words,
    cases_departed,
    cases_letters,
    cases_notes,
    cases_unlocking,
    cases_rest,
    cases_casework,
    cases_consent,
    cases_consent_text,
    cases_gates_of_casework,
    cases_office,
)


def made() -> dict[str, bytes]:
    """Return every file that belongs here, by its path."""
    maker = Maker()
    for family in FAMILIES:
        family.add_cases(maker)
    files = {f"{name}.txt": write_case(case).encode() for name, case in maker.cases.items()}
    index = "".join(f"{name}\n" for name in sorted(files))
    for name, value in maker.shared.items():
        files[f"shared/{name}.json"] = (json.dumps(value, indent=1) + "\n").encode()
    for name, raw in maker.blobs.items():
        files[f"blobs/{name}.bin"] = raw
    files["index.txt"] = index.encode()
    files["wraps.json"] = KEPT.save().encode()
    return files


def committed() -> dict[str, bytes]:
    """Return every file that is here now."""
    paths = [*HERE.glob("*/*.txt"), *HERE.glob("shared/*.json"), *HERE.glob("blobs/*.bin")]
    paths += [path for path in (HERE / "index.txt", HERE / "wraps.json") if path.exists()]
    return {str(path.relative_to(HERE)): path.read_bytes() for path in paths}


def differences() -> list[str]:
    """Return the paths that are missing, foreign or other than made."""
    should, here = made(), committed()
    return sorted(name for name in should.keys() | here.keys() if should.get(name) != here.get(name))


def write() -> None:
    """Write every file and remove what no longer belongs."""
    should = made()
    for name in committed().keys() - should.keys():
        (HERE / name).unlink()
    for name, raw in should.items():
        path: Path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
    for folder in [path for path in HERE.iterdir() if path.is_dir() and not any(path.iterdir())]:
        shutil.rmtree(folder)


def main() -> None:
    """Write, or with ``--check`` fail when a file differs."""
    arguments = parser(__doc__)
    arguments.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not as made"
    )
    if not arguments.parse_args().check:
        write()
    elif found := differences():
        raise SystemExit(f"not as made: {', '.join(found)}")


if __name__ == "__main__":
    main()
