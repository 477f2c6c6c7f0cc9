// SPDX-License-Identifier: EUPL-1.2
/** Why a gate is shut, in words. */
import type { Shut } from "../../protocol/gates.ts"
import { say } from "../language.ts"

type Channel = "letter" | "video" | "relayed" | "meeting"

export function shutWords({ code, channel }: Shut): string {
  if (code !== "consent-missing") return say(`shut-${code}`)
  return say("shut-consent-missing", { channel: say(`channel-${channel as Channel}`) })
}
