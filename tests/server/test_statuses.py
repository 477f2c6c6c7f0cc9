# SPDX-License-Identifier: EUPL-1.2
"""The one table from codes to statuses."""

import pytest

from relay import errors
from relay.server.app import operations
from relay.server.openapi import codes_of
from relay.server.statuses import CODES, STATUSES, code_of, status_of


def test_every_code_has_a_status_and_no_status_has_an_unknown_code() -> None:
    """A refusal that is added without a status is noticed here."""
    assert set(STATUSES) == errors.all_codes()


def test_only_our_own_faults_and_limits_are_server_errors() -> None:
    """Whatever a client does wrong is 4xx."""
    assert {code for code, status in STATUSES.items() if status >= 500} == {
        "internal",
        "too-busy",
        "storage-full",
    }


def test_every_code_that_an_operation_names_exists() -> None:
    """A misspelt code in an operation's list is noticed here."""
    named = {code for operation in operations() for code in codes_of(operation)}
    assert named <= errors.all_codes()


@pytest.mark.parametrize("status", [400, 404, 405, 413, 417, 418, 431, 500])
def test_the_framework_s_own_refusals_get_a_code_of_ours(status: int) -> None:
    """Nothing goes out without a code that a person can be shown."""
    assert code_of(status) in errors.all_codes()
    assert set(CODES.values()) <= errors.all_codes()


def test_an_unknown_code_counts_as_our_bug() -> None:
    """Never as the client's."""
    assert status_of("no-such-code") == 500
