# SPDX-License-Identifier: EUPL-1.2
"""Every URL path, once: the server routes by these templates, clients fill them in.

An id in a path is an id and nothing else, so no path can name a file or a parent.
Twin: ``web/src/protocol/paths.ts``. The table with methods is ``docs/api.md``.
"""

import re
from collections.abc import Mapping
from typing import Final

from relay.crypto.encoding import unb64u
from relay.crypto.keys import ID_BYTES
from relay.errors import NotFoundError, RelayError

PATHS: Final[Mapping[str, str]] = {
    "programme": "/v1/programme",
    "health": "/v1/health",
    "openapi": "/v1/openapi.json",
    "challenges": "/v1/challenges",
    "sessions": "/v1/sessions",
    "session": "/v1/session",
    "bundle": "/v1/bundle",
    "tickets": "/v1/tickets",
    "ticket": "/v1/tickets/{lookup}",
    "enrolment": "/v1/tickets/{lookup}/enrolment",
    "certificate": "/v1/tickets/{lookup}/certificate",
    "answer": "/v1/tickets/{lookup}/answer",
    "pending": "/v1/pending",
    "trust": "/v1/trust",
    "cases": "/v1/cases",
    "case-withdrawals": "/v1/cases/{case}/withdrawals",
    "handovers": "/v1/cases/{case}/handovers",
    "handover": "/v1/cases/{case}/handover",
    "policies": "/v1/cases/{case}/policies",
    "records": "/v1/cases/{case}/records",
    "record": "/v1/cases/{case}/records/{record}",
    "consent-text": "/v1/cases/{case}/consent-text",
    "consents": "/v1/cases/{case}/consents",
    "gates": "/v1/cases/{case}/gates",
    "tasks": "/v1/tasks",
    "messages": "/v1/messages",
    "message": "/v1/messages/{message}",
    "submit": "/v1/messages/{message}/submit",
    "claim": "/v1/messages/{message}/claim",
    "approvals": "/v1/messages/{message}/approvals",
    "decisions": "/v1/messages/{message}/decisions",
    "offers": "/v1/messages/{message}/offers",
    "releases": "/v1/messages/{message}/releases",
    "readiness": "/v1/messages/{message}/readiness",
    "opened": "/v1/messages/{message}/opened",
    "withdrawals": "/v1/messages/{message}/withdrawals",
    "confirmation": "/v1/messages/{message}/confirmation",
    "message-grants": "/v1/messages/{message}/grants",
    "grants": "/v1/grants",
    "part": "/v1/messages/{message}/parts/{part}",
    "leaves": "/v1/messages/{message}/parts/{part}/leaves",
    "drafts": "/v1/drafts",
    "draft": "/v1/drafts/{message}",
    "uploads": "/v1/uploads",
    "upload": "/v1/uploads/{upload}",
    "events": "/v1/events",
}

_FIELD: Final = re.compile(r"\{([a-z]+)\}")
_PART: Final = re.compile(r"0|[1-9][0-9]?", re.ASCII)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>[^/]*)", template.replace(".", r"\.")))


_PATTERNS: Final = {name: _pattern(template) for name, template in PATHS.items()}


def check_argument(field: str, value: str) -> str:
    """Return an id (22 characters) or a part number (0 to 99) as it stands in a path.

    Raises:
        NotFoundError: it is neither.
    """
    if field == "part":
        if _PART.fullmatch(value) is None:
            raise NotFoundError("no such part")
        return value
    try:
        unb64u(value, size=ID_BYTES)
    except RelayError:
        raise NotFoundError("no such thing") from None
    return value


def write_path(name: str, **arguments: str) -> str:
    """Fill in a template.

    Raises:
        NotFoundError: an argument is not an id or part number.
    """
    checked = {field: check_argument(field, value) for field, value in arguments.items()}
    return PATHS[name].format_map(checked)


def parse_path(path: str) -> tuple[str, dict[str, str]]:
    """Return a path's name and arguments.

    Raises:
        NotFoundError: no such path, or an argument is not an id or part number.
    """
    for name, pattern in _PATTERNS.items():
        match = pattern.fullmatch(path)
        if match is not None:
            return name, {field: check_argument(field, value) for field, value in match.groupdict().items()}
    raise NotFoundError("no such path")
