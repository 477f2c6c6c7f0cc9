# SPDX-License-Identifier: EUPL-1.2
"""The claims of protocol.md section 10, each against every shared vector that stands for it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.vectors.functions import call
from tests.vectors.reader import Case, case_names, load_case, resolve

CASES = [load_case(name) for name in case_names()]


def of(claim: str) -> Callable[[Any], Any]:
    """Return a mark that runs a test for every case of a claim."""
    found = [case for case in CASES if case.claim == claim]
    refused = [case for case in found if case.expect != "ok"]
    if not refused:
        raise AssertionError(f"no refusal stands for {claim}")
    return pytest.mark.parametrize("case", found, ids=lambda case: case.name)


def check(case: Case) -> None:
    """Run a case."""
    came = call(case.function, resolve(case.input))
    assert came.get("error", "ok") == case.expect, case.note


@of("P2")
def test_p2_nothing_is_shown_without_approvals_readiness_and_release(case: Case) -> None:
    """Each gate alone shuts the whole."""
    check(case)


@of("P3")
def test_p3_what_is_opened_is_what_was_reviewed(case: Case) -> None:
    """No second key, manifest, header, table or part under the same approvals."""
    check(case)


@of("P4")
def test_p4_approvals_count_for_one_manifest_and_decisions_never(case: Case) -> None:
    """One manifest hash, distinct mediators, and a later no takes a yes back."""
    check(case)


@of("P5")
def test_p5_nothing_is_valid_elsewhere(case: Case) -> None:
    """Another case, message, role, programme, kind or suite refuses it."""
    check(case)


@of("P6")
def test_p6_misplaced_chunks_are_refused(case: Case) -> None:
    """Reordered, truncated, extended, spliced or repeated, at any seek."""
    check(case)


@of("P7")
def test_p7_authorship_cannot_be_forged_or_moved(case: Case) -> None:
    """Neither by the server, nor by mediators without a manager, nor under another manifest."""
    check(case)


@of("P9")
def test_p9_only_who_may_withdraws_and_once(case: Case) -> None:
    """Author, assigned mediator or the leaving participant; a replay does nothing."""
    check(case)


@of("P16")
def test_p16_a_substituted_key_is_noticed(case: Case) -> None:
    """At enrolment by either side, and later in the own entry."""
    check(case)


@of("P17")
def test_p17_nothing_older_expired_or_revoked_is_accepted(case: Case) -> None:
    """Root, directory, policy, mediators and managers."""
    check(case)


@of("P18")
def test_p18_changed_words_need_their_authors_yes(case: Case) -> None:
    """Relayed words with a confirmation of that version, renditions beside their original."""
    check(case)


@of("P19")
def test_p19_a_hand_over_opens_the_assigned_case_only(case: Case) -> None:
    """Keys of that case, to one of its mediators, by somebody whose they are to give."""
    check(case)


@of("P20")
def test_p20_padding_is_the_computed_one(case: Case) -> None:
    """Nothing else is a letter of its size class."""
    check(case)


@of("P23")
def test_p23_variants_are_refused(case: Case) -> None:
    """One encoding, exact fields, types, lengths and ranges."""
    check(case)


@of("P24")
def test_p24_unknown_suites_kinds_and_fields_are_refused(case: Case) -> None:
    """And nothing is negotiated."""
    check(case)


@of("P26")
def test_p26_wraps_are_hybrid(case: Case) -> None:
    """Either half changed, the wrap does not open."""
    check(case)


@of("P28")
def test_p28_hidden_text_is_refused(case: Case) -> None:
    """What the mediator cannot see does not exist."""
    check(case)
