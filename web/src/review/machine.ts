// SPDX-License-Identifier: EUPL-1.2
/** Which commands make sense for what one sees: for buttons only, the server decides. Twin of a part of `relay/review/machine.py`. */
import type { MessageView, RoleName } from "../protocol/wire.ts"

export const COMMANDS = [
  "submit",
  "claim",
  "approve",
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

/** Return what this role may ask of a message that it sees so. */
export function permitted(view: MessageView, role: RoleName): Permitted {
  return COMMANDS.filter((command) => allows(view, role, command))
}

type State = MessageView["state"]

const OVER: readonly State[] = ["withdrawn", "expired"]
const MEDIATORS: Partial<Record<Command, readonly State[]>> = {
  claim: ["submitted", "in_review", "held"],
  approve: ["in_review"],
  hold: ["in_review"],
  return: ["in_review"],
  decline: ["in_review"],
  escalate: ["in_review"],
  offer: ["approved", "kept"],
  release: ["offered"],
}

function allows(view: MessageView, role: RoleName, command: Command): boolean {
  if (OVER.includes(view.state)) return false
  if (role === "mediator") return mediatorMay(view, command)
  if (role !== "participant") return false
  return view.mine ? authorMay(view, command) : addresseeMay(view, command)
}

function mediatorMay(view: MessageView, command: Command): boolean {
  if (command === "withdraw") return view.state !== "uploading"
  if (command === "release" && view.answer !== "ready") return false
  return MEDIATORS[command]?.includes(view.state) ?? false
}

function authorMay(view: MessageView, command: Command): boolean {
  if (command === "withdraw") return true
  return command === "submit" && view.state === "uploading"
}

function addresseeMay(view: MessageView, command: Command): boolean {
  if (command === "answer") return ["offered", "kept"].includes(view.state)
  return command === "open" && ["released", "opened"].includes(view.state)
}
