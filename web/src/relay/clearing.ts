// SPDX-License-Identifier: EUPL-1.2
/** What stays on a private device after signing out: only what would otherwise be lost, sealed to its owner. */
import type { Ports } from "./ports.ts"

/** Names of sealed drafts, sealed unsent letters and sealed ticket secrets. */
export const OWNED = ["draft/", "unsent/", "ticket/"] as const

/** Drop everything but what is sealed under its owner's keys; with none of that, erase all. */
export async function clearDevice({ kept, memory }: Pick<Ports, "kept" | "memory">): Promise<void> {
  const all = await kept.list("")
  const owned = all.filter(({ name }) => OWNED.some((prefix) => name.startsWith(prefix)))
  if (owned.length === 0) await kept.erase()
  else for (const { name } of all) if (!owned.some((one) => one.name === name)) await kept.drop(name)
  const passing = await memory.list("")
  for (const { name } of passing) if (!name.startsWith("draft/")) await memory.drop(name)
}
