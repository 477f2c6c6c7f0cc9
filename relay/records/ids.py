# SPDX-License-Identifier: EUPL-1.2
"""The words that every noun is made of: ids, roles, sides, states, answers."""

from enum import StrEnum
from typing import NewType

CaseId = NewType("CaseId", str)
PersonId = NewType("PersonId", str)
MessageId = NewType("MessageId", str)
UploadId = NewType("UploadId", str)
AccountId = NewType("AccountId", str)
IntakeId = NewType("IntakeId", str)
KeyId = NewType("KeyId", str)
Hash = NewType("Hash", str)


class Role(StrEnum):
    """What a signed-in person is here."""

    PARTICIPANT = "participant"
    MEDIATOR = "mediator"
    INTERPRETER = "interpreter"
    MANAGER = "manager"


class Side(StrEnum):
    """Which side of the harm a participant stands on."""

    HARMED = "harmed"
    RESPONSIBLE = "responsible"


class State(StrEnum):
    """Where a message is. ``review.machine.MOVES`` says what leads where."""

    UPLOADING = "uploading"
    PROPOSED = "proposed"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    HELD = "held"
    RETURNED = "returned"
    DECLINED = "declined"
    APPROVED = "approved"
    OFFERED = "offered"
    RELEASED = "released"
    OPENED = "opened"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class IntakeState(StrEnum):
    """How far a request to take part has come."""

    NEW = "new"
    SCREENING = "screening"
    ASSIGNED = "assigned"
    CLOSED = "closed"


class Answer(StrEnum):
    """What an addressee says to an offer."""

    READY = "ready"
    NOT_NOW = "not-now"
    NEVER = "never"
    KEEP = "keep"
