# SPDX-License-Identifier: EUPL-1.2
"""Enrolment: a person comes to have keys that a mediator and a manager vouch for.

The account with its login slots is made when the ticket is used, so that the person can
sign in while waiting; a place in the case comes only with the policy that names their
certificate. The server never has ``t``: it stores both MACs and can check neither.
"""

from relay.casework.certifying import TicketAnswered, answer_of, answer_ticket, certify, pending
from relay.casework.tickets import (
    Enrolment,
    SlotMade,
    load_ticket,
    make_ticket,
    may_certify,
    slots_of,
    tickets_for,
    use_ticket,
)

__all__ = [
    "Enrolment",
    "SlotMade",
    "TicketAnswered",
    "answer_of",
    "answer_ticket",
    "certify",
    "load_ticket",
    "make_ticket",
    "may_certify",
    "pending",
    "slots_of",
    "tickets_for",
    "use_ticket",
]
