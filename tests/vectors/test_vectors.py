# SPDX-License-Identifier: EUPL-1.2
"""Every case of the shared vectors, in Python; and that the committed files are what is made."""

from collections import Counter

import pytest

from tests.vectors.functions import call
from tests.vectors.make import differences
from tests.vectors.reader import case_names, load_case, resolve

FAMILIES = [
    "manifest",
    "signature",
    "wrap",
    "commitment",
    "stream",
    "header",
    "approval",
    "readiness",
    "release",
    "directory",
    "policy",
    "certificate",
    "confirmation",
    "withdrawal",
    "handover",
    "grant",
    "slot",
    "record",
    "consent",
    "gates",
    "intake",
    "render",
    "note",
]


@pytest.mark.parametrize("name", case_names())
def test_every_case_comes_out_as_it_says(name: str) -> None:
    """A case's verdict, and where it is accepted its output, are what the file says."""
    case = load_case(name)
    came = call(case.function, resolve(case.input))
    expected = {"ok": resolve(case.output)} if case.expect == "ok" else {"error": case.expect}
    assert came == expected, case.note


def test_the_committed_vectors_are_what_the_generator_makes() -> None:
    """No case is edited by hand, missing, or left over; kept wraps open to what they should."""
    assert differences() == []


def test_every_family_refuses_four_times_for_each_acceptance() -> None:
    """The negative kit: all families, at least 120 refusals, four for each acceptance."""
    counts: Counter[tuple[str, bool]] = Counter()
    for name in case_names():
        counts[name.split("/")[0], load_case(name).expect == "ok"] += 1
    assert {family for family, _ in counts} == {*FAMILIES, "known"}
    for family in FAMILIES:
        assert counts[family, False] >= 4 * counts[family, True], family
    assert sum(count for (_, accepted), count in counts.items() if not accepted) >= 120
