// SPDX-License-Identifier: EUPL-1.2
/** What stays on a private device after signing out: only what would otherwise be lost, sealed to its owner. */
import type { Ports } from "./ports.ts"

/** Names of sealed drafts, sealed unsent letters, keys of recordings, sealed ticket secrets and a desk's sealed settings. */
export const OWNED = ["draft/", "unsent/", "recording/", "ticket/", "settings/"] as const

const isOwned = ({ name }: { readonly name: string }) => OWNED.some((prefix) => name.startsWith(prefix))

/** Drop everything but what is sealed under its owner's keys; with none of that, erase all. */
export async function clearDevice({ kept, memory }: Pick<Ports, "kept" | "memory">): Promise<void> {
  for (const device of [kept, memory]) {
    const all = await device.list("")
    if (!all.some(isOwned)) await device.erase()
    for (const one of all) if (!isOwned(one)) await device.drop(one.name)
  }
}
