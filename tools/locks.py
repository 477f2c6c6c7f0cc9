# SPDX-License-Identifier: EUPL-1.2
"""Locks say what and with which hash, never from where: an address ties the tree to one registry."""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
ADDRESS: Final = re.compile(r"https?://|git\+|file:|index-url|find-links")


def python_faults(lock: Path) -> list[str]:
    """Return what is wrong in a hashed requirements file."""
    entries = [entry for entry in re.split(r"\n(?=\S)", lock.read_text("utf-8")) if entry.strip()]
    return [
        f"{lock.relative_to(ROOT)}: {entry.splitlines()[0]}"
        for entry in entries
        if ADDRESS.search(entry) or "--hash=sha256:" not in entry
    ]


def unlocked() -> list[str]:
    """Return the requirements of ``pyproject.toml`` that no lock meets."""
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))
    wanted = {
        "runtime": project["project"]["dependencies"],
        "build": project["dependency-groups"]["build"],
        "node": project["dependency-groups"]["node"],
        "dev": project["dependency-groups"]["dev"] + project["project"]["optional-dependencies"]["station"],
    }
    return [
        f"requirements/{name}.txt: {requirement}"
        for name, requirements in wanted.items()
        for requirement in map(Requirement, requirements)
        if not requirement.specifier.contains(locked(name).get(canonicalize_name(requirement.name), "0"))
    ]


def locked(name: str) -> dict[str, str]:
    """Return the versions in a hashed requirements file, by name."""
    text = ROOT.joinpath("requirements", f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))


def npm_faults(lock: Path) -> list[str]:
    """Return what is wrong in an npm lock; whether it fits ``package.json``, ``npm ci`` says."""
    packages: dict[str, dict[str, Any]] = json.loads(lock.read_text("utf-8"))["packages"]
    return [
        f"{lock.relative_to(ROOT)}: {name}"
        for name, package in packages.items()
        if name and ("resolved" in package or "integrity" not in package)
    ]


def main() -> int:
    """Print every fault; return 1 if there is one."""
    no_arguments(__doc__)
    python_locks = sorted(ROOT.joinpath("requirements").glob("*.txt"))
    npm_locks = [ROOT / "web" / "package-lock.json", *ROOT.glob("bench/*/package-lock.json")]
    faults = [fault for lock in python_locks for fault in python_faults(lock)]
    faults += unlocked()
    faults += [fault for lock in npm_locks for fault in npm_faults(lock)]
    print(
        "\n".join(faults) or f"{len(python_locks) + len(npm_locks)} locks with hashes and without addresses"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
