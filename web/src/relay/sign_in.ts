// SPDX-License-Identifier: EUPL-1.2
/** How a person signs in: six words, the kit's code, or a one-time link; and how they leave. */
import { readAccount, readCode } from "../crypto/codes.ts"
import { unb64u } from "../crypto/encoding.ts"
import { checkArgon2, codeSecret, normaliseWords } from "../crypto/passphrase.ts"
import type { Slot } from "../protocol/wire.ts"
import { clearDevice } from "./clearing.ts"
import type { Ports } from "./ports.ts"
import { passRefusal } from "./refusals.ts"
import { resume } from "./resume.ts"
import type { Session } from "./session.ts"
import { type Here, unlock } from "./unlock.ts"

export type { Here } from "./unlock.ts"

export type WordsSecret = { readonly account: string; readonly words: string }
export type CodeSecret = { readonly account: string; readonly code: string }

/**
 * Sign in with an account number and six words, as typed.
 *
 * Throws `code-wrong` (a slip in the account number), `words-wrong` (not six words of one list),
 * `sign-in-failed`, `too-many-tries`, `clock-off`, `too-weak`, `offline`.
 */
export async function signInWithWords(ports: Ports, secret: WordsSecret, here: Here): Promise<Session> {
  const account = await readAccount(secret.account)
  const words = await normaliseWords(secret.words)
  const secretFor = async (slot: Slot) => {
    const parameters = { passes: slot.passes, memoryKib: slot.memory_kib }
    // A server that asks for less work wants to guess the words.
    checkArgon2(parameters)
    return ports.stretch(words, unb64u(slot.salt), parameters)
  }
  return unlock(ports, { account, type: "passphrase", secretFor }, here)
}

/** Sign in with an account number and the recovery kit's code, as typed. Throws as `signInWithWords`. */
export async function signInWithKit(ports: Ports, secret: CodeSecret, here: Here): Promise<Session> {
  return signInWithCode(ports, { ...secret, type: "kit" }, here)
}

/** Sign in with a one-time link. It works once. */
export async function signInWithLink(ports: Ports, link: CodeSecret, here: Here): Promise<Session> {
  return signInWithCode(ports, { ...link, type: "link" }, here)
}

async function signInWithCode(
  ports: Ports,
  { account, code, type }: CodeSecret & { readonly type: "kit" | "link" },
  here: Here,
): Promise<Session> {
  const named = await readAccount(account)
  const secret = await readCode(code, "kit")
  const secretFor = (slot: Slot) => codeSecret(secret, unb64u(slot.salt), type)
  return unlock(ports, { account: named, type, secretFor }, here)
}

/** Read `#link=<account>.<code>`; null when the fragment is something else. */
export function readLink(fragment: string): CodeSecret | null {
  const link = new URLSearchParams(fragment.replace(/^#/, "")).get("link")
  const [account, code, ...more] = link?.split(".") ?? []
  return account === undefined || code === undefined || more.length > 0 ? null : { account, code }
}

/** After a reload on a private device, within 20 minutes: the session again, or null. Never throws. */
export async function resumeSession(ports: Ports): Promise<Session | null> {
  return resume(ports)
}

/**
 * Sign out: unsaved words are sealed and saved, the server forgets the token, this tab the keys.
 *
 * What a private device keeps of unsent letters and unsaved drafts stays, sealed under keys that only
 * the next sign-in gives; everything else goes.
 */
export async function signOut(session: Session): Promise<void> {
  const { client } = session.ports
  await session.end("signed-out", () => client.signOut())
  await clearDevice(session.ports)
}

/**
 * Quick exit: keys are forgotten before this returns, then everything stored here is erased.
 *
 * Call it, blank the page and replace the address at once; do not wait for it. What this page does
 * not get to any more the browser does on the server's word, which outlives the page.
 */
export async function leaveNow(ports: Ports, session: Session | null): Promise<void> {
  const { client, kept, memory } = ports
  const told = client.signOut()
  session?.forget("left")
  client.carry(null)
  const works = [told, client.forget(), kept.erase(), memory.erase()]
  for (const ended of await Promise.allSettled(works))
    if (ended.status === "rejected") passRefusal(ended.reason)
}
