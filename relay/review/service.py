# SPDX-License-Identifier: EUPL-1.2
"""The front of this room: load → may → decide → verify → commit → destroy.

Every operation is an async function over a ``Desk`` and the ``Actor`` who asks. Signed
things come as ``relay.crypto.signing.Statement``. ``version`` is the one of the view that
the person looked at; None skips that check.
"""

from relay.review.answering import answer, opened
from relay.review.confirming import confirm
from relay.review.desk import Desk, SealedNote
from relay.review.drafts import drop_draft, list_drafts, load_draft, save_draft
from relay.review.granting import grant, granted_to, made_by
from relay.review.handing_over import hand_over
from relay.review.leaving import withdraw_case
from relay.review.moving import last_number
from relay.review.queue import Listing, listing
from relay.review.reading import Detail, PartBlob, detail, open_part, view
from relay.review.releasing import release
from relay.review.reviewing import approve, claim, decide_on, let_go, offer
from relay.review.sending import begin, part_length
from relay.review.shredding import finish_owed, oldest_unfinished, redo_shreds
from relay.review.submitting import leaves_blob, part_blob, submit
from relay.review.sweeping import given_up, sweep, tell_cooled
from relay.review.unhanded import list_handovers, list_unhanded
from relay.review.withdrawing import withdraw

__all__ = [
    "Desk",
    "Detail",
    "Listing",
    "PartBlob",
    "SealedNote",
    "answer",
    "approve",
    "begin",
    "claim",
    "confirm",
    "decide_on",
    "detail",
    "drop_draft",
    "finish_owed",
    "given_up",
    "grant",
    "granted_to",
    "hand_over",
    "last_number",
    "leaves_blob",
    "let_go",
    "list_drafts",
    "list_handovers",
    "list_unhanded",
    "listing",
    "load_draft",
    "made_by",
    "offer",
    "oldest_unfinished",
    "open_part",
    "opened",
    "part_blob",
    "part_length",
    "redo_shreds",
    "release",
    "save_draft",
    "submit",
    "sweep",
    "tell_cooled",
    "view",
    "withdraw",
    "withdraw_case",
]
