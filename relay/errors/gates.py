# SPDX-License-Identifier: EUPL-1.2
"""Refusals of what would go through a shut gate of a case."""

from relay.errors.refusal import RelayError


class GateShutError(RelayError):
    """A gate of the case is shut: pause, consent, assessment, order, or channel."""

    code = "gate-shut"


class ConsentMissingError(GateShutError):
    """Not everybody's latest word for this channel is a yes to the current consent text."""

    code = "consent-missing"


class NoContactError(GateShutError):
    """An order or condition against contact stands, or nobody has looked for one."""

    code = "no-contact"


class AssessmentDueError(GateShutError):
    """No current assessment of safety, privacy and wellbeing."""

    code = "assessment-due"


class OverlapError(GateShutError):
    """Something else that is under way may not overlap with this."""

    code = "overlap"


class PaceError(GateShutError):
    """As many messages of this side as the case's pace allows were offered lately."""

    code = "pace"
