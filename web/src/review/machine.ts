// SPDX-License-Identifier: EUPL-1.2
/**
 * Which commands make sense for what one sees: for buttons only, the server decides.
 *
 * Twin of the table in `relay/review/machine.py` and of who may ask in `relay/review/policy.py`, as
 * far as a view shows it. What is not in the table is not offered.
 */
import type { MessageView, RoleName } from "../protocol/wire.ts"

export const COMMANDS = [
  "submit",
  "confirm",
  "claim",
  "unclaim",
  "approve",
  "reopen",
  "second",
  "hold",
  "return",
  "decline",
  "escalate",
  "offer",
  "answer",
  "release",
  "open",
  "withdraw",
] as const

export type Command = (typeof COMMANDS)[number]

/** The commands that a view permits, in the order of `COMMANDS`. */
export type Permitted = readonly Command[]

/** What of a view decides. */
export type Standing = Pick<MessageView, "state" | "mine" | "answer">

const JUDGED: Permitted = ["approve", "hold", "return", "decline", "escalate"]
const REVIEWED: Permitted = [...JUDGED, "second"]

/** State × command, as the mediators and the participants see states. */
export const MOVES: { readonly [state in MessageView["state"]]: Permitted } = {
  uploading: ["submit", "withdraw"],
  proposed: ["confirm", "withdraw"],
  submitted: ["claim", "withdraw"],
  in_review: ["claim", "unclaim", ...REVIEWED, "withdraw"],
  held: [...REVIEWED, "withdraw"],
  returned: ["withdraw"],
  declined: ["withdraw"],
  approved: [...REVIEWED, "reopen", "offer", "withdraw"],
  offered: [...JUDGED, "offer", "answer", "release", "withdraw"],
  kept: [...JUDGED, "offer", "answer", "withdraw"],
  released: ["answer", "open", "withdraw"],
  opened: ["answer", "open", "withdraw"],
  withdrawn: [],
  expired: [],
}

const AUTHORS: Permitted = ["submit", "confirm", "withdraw"]
const ADDRESSEES: Permitted = ["answer", "open"]
const MEDIATORS: Permitted = ["claim", "unclaim", ...REVIEWED, "reopen", "offer", "release", "withdraw"]

/** Return what this role may ask of a message that it sees so. */
export function permitted(view: Standing, role: RoleName): Permitted {
  const asked = askedBy(view, role)
  return COMMANDS.filter(
    (command) => asked.includes(command) && MOVES[view.state].includes(command) && fits(view, command),
  )
}

function askedBy(view: Standing, role: RoleName): Permitted {
  if (role === "mediator") return MEDIATORS
  if (role === "manager" || role === "interpreter") return []
  return view.mine ? AUTHORS : ADDRESSEES
}

/** What the addressee said stands before an offer and a release. */
function fits({ answer }: Standing, command: Command): boolean {
  if (command === "release") return answer === "ready"
  return command !== "offer" || answer !== "never"
}

/** The answers that an addressee may give in a state: what was released can only be handed back. */
export function answersIn(state: MessageView["state"]): readonly NonNullable<MessageView["answer"]>[] {
  if (state === "released" || state === "opened") return ["keep"]
  return MOVES[state].includes("answer") ? ["ready", "not-now", "never", "keep"] : []
}
