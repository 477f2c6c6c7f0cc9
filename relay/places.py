# SPDX-License-Identifier: EUPL-1.2
"""Whose a place in a case is: the person's, with the very key that the policy names.

An account is bound to a person's id and to the key that it was enrolled with. A second
enrolment of the same person changes whose the place is only when a policy names its key;
until then the older account holds it, and from then on the newer one alone.
"""

from relay.records import Actor, Member


def stands(member: Member, actor: Actor) -> bool:
    """Say whether ``member`` is the place of whoever asks: same person, same role, same key."""
    if (member.person, member.role) != (actor.person, actor.role):
        return False
    return member.key is None or member.key == actor.key
