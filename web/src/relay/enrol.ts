// SPDX-License-Identifier: EUPL-1.2
/**
 * How a person joins: a ticket from their mediator, six words and a kit of their own, and proof both ways.
 *
 * The ticket's 128 bits never reach the server. MAC1 proves the new keys to the mediator; MAC2
 * proves certificate, root, directory and policy to the person (`answer.ts`), and until it does this
 * client believes nothing (P16). Mediators enrol with a manager by the same steps.
 */
import { SALT_BYTES as BOX_SALT_BYTES } from "../crypto/box.ts"
import { type Bytes, same } from "../crypto/bytes.ts"
import { groupCode, newAccount, readCode, SECRET_BYTES, writeCode } from "../crypto/codes.ts"
import { b64u } from "../crypto/encoding.ts"
import { identitySeed, kemPublicKey, kemSeed, signingPublicKey } from "../crypto/keys.ts"
import { codeSecret, keyEncryptionKey, loginSeed, normaliseWords, SALT_BYTES } from "../crypto/passphrase.ts"
import { lookupId, participantMac } from "../crypto/tickets.ts"
import { RelayError } from "../errors.ts"
import { buildRequest } from "../protocol/enrolment.ts"
import { programmeOf } from "../protocol/root.ts"
import { MASTER_BYTES, sealBundle, sealSlot } from "../protocol/unlocking.ts"
import type { NewSlot, RoleName, SideName, TicketView } from "../protocol/wire.ts"
import { firstBundle } from "./bundle.ts"
import { kindWords } from "./kind_words.ts"
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"
import { stretchNew } from "./stretch.ts"
import type { Ticket } from "./ticket.ts"
import { keepTicket } from "./ticket.ts"
import { type Here, unlock } from "./unlock.ts"

export type TicketFacts = {
  readonly state: TicketView["state"]
  readonly role: RoleName
  readonly side: SideName | null
  /** Seconds since 1970. */
  readonly expiresAt: number
}

/**
 * Ask the server about a ticket.
 *
 * Throws `ticket-wrong`, `ticket-expired`, `root-wrong` or `wrong-context` (the server is not the one
 * that the ticket was made for). `facts.state` says whether it is still `open`.
 */
export async function lookUpTicket(ports: Ports, ticket: Ticket): Promise<TicketFacts> {
  const { state, role, side, expires_at } = await viewOf(ports, ticket)
  if (state === "expired") throw new RelayError("ticket-expired", "older than 14 days")
  return { state, role, side, expiresAt: expires_at }
}

async function viewOf(ports: Pick<Ports, "client">, ticket: Ticket): Promise<TicketView> {
  const view = await ports.client.ticket(await lookupId(ticket.secret))
  if (ticket.root !== null && programmeOf(ticket.root) !== view.programme) {
    throw new RelayError("root-wrong", "a ticket of another programme")
  }
  if (ticket.case !== null && ticket.case !== view.case) {
    throw new RelayError("wrong-context", "a ticket of another case")
  }
  return view
}

/** New secrets, shown to the person before anything is sent. Hold it only while the screens show it. */
export type NewSecrets = {
  /** Six words, separated by single spaces. */
  readonly words: string
  /** 28 characters in groups of four. */
  readonly kitCode: string
  /** 8 characters. */
  readonly account: string
  /** The kit counts only when it was copied right. */
  readonly kitFits: (typed: string) => Promise<boolean>
  /** The words count only when they were remembered right. */
  readonly wordsFit: (typed: string) => Promise<boolean>
  /** The rest is for `enrol`. */
  readonly master: Bytes
  readonly kit: Bytes
}

/** Draw a master, six words in a language, a kit code and an account number. */
export async function newSecrets(
  { random }: Pick<Ports, "random">,
  language: "en" | "fr",
): Promise<NewSecrets> {
  const kit = random(SECRET_BYTES)
  const words = await kindWords({ random }, language)
  return {
    words,
    kit,
    kitCode: groupCode(await writeCode(kit, "kit")),
    account: await newAccount(random(ACCOUNT_RANDOM_BYTES)),
    master: random(MASTER_BYTES),
    kitFits: async (typed) => same((await orNothing(readCode(typed, "kit"))) ?? new Uint8Array(0), kit),
    wordsFit: async (typed) => (await orNothing(normaliseWords(typed))) === words,
  }
}

const ACCOUNT_RANDOM_BYTES = 5
const ACCOUNT_TRIES = 4

async function orNothing<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}

/**
 * Send the enrolment, then sign in. The session believes nothing yet (`trust.state()` is
 * `unanchored`) until `finishEnrolment`.
 *
 * `secrets.account` may be taken: a new number is drawn then and stands in `session.account`, which
 * is the one to print. Throws `ticket-used`, `ticket-expired`, `directory-stale`, `offline`, …
 */
export async function enrol(ports: Ports, ticket: Ticket, secrets: NewSecrets, here: Here): Promise<Session> {
  const view = await viewOf(ports, ticket)
  const unlocked = await stretchedSecrets(ports, secrets)
  let account = secrets.account
  for (let tries = 1; ; tries++) {
    try {
      const { mac1 } = await handIn(ports, { ticket, view, secrets, unlocked, account })
      const secretFor = async () => unlocked.kit
      const session = await unlock(ports, { account, type: "kit", secretFor }, here)
      await keepTicket(session, { secret: ticket.secret, mac1, root: ticket.root })
      return session
    } catch (error) {
      if (!(error instanceof RelayError) || error.code !== "exists" || tries === ACCOUNT_TRIES) throw error
      account = await newAccount(ports.random(ACCOUNT_RANDOM_BYTES))
    }
  }
}

type Unlocked = {
  readonly kit: Bytes
  readonly ways: readonly { readonly slot: Omit<NewSlot, "login_key" | "box">; readonly secret: Bytes }[]
}

/** Both ways of unlocking, in the order of their names. */
async function stretchedSecrets(ports: Ports, { kit, words }: NewSecrets): Promise<Unlocked> {
  const [kitSalt, wordsSalt] = [ports.random(SALT_BYTES), ports.random(SALT_BYTES)]
  const { secret, parameters } = await stretchNew(ports, words, wordsSalt)
  const kitSecret = await codeSecret(kit, kitSalt, "kit")
  const { passes, memoryKib } = parameters
  return {
    kit: kitSecret,
    ways: [
      { slot: { type: "kit", salt: b64u(kitSalt), passes: 0, memory_kib: 0 }, secret: kitSecret },
      { slot: { type: "passphrase", salt: b64u(wordsSalt), passes, memory_kib: memoryKib }, secret },
    ],
  }
}

type HandIn = {
  readonly ticket: Ticket
  readonly view: TicketView
  readonly secrets: NewSecrets
  readonly unlocked: Unlocked
  readonly account: string
}

async function handIn(ports: Ports, handing: HandIn): Promise<{ readonly mac1: string }> {
  const { ticket, view, secrets, unlocked, account } = handing
  const { master } = secrets
  const { programme } = view
  const slots = await Promise.all(
    unlocked.ways.map(async ({ slot, secret }): Promise<NewSlot> => {
      const bound = { account, programme, ...slot }
      const sealing = { slot: bound, salt: ports.random(BOX_SALT_BYTES) }
      const box = await sealSlot(await keyEncryptionKey(secret), master, sealing)
      return { ...slot, login_key: b64u(await signingPublicKey(await loginSeed(secret))), box: b64u(box) }
    }),
  )
  const request = buildRequest({
    programme,
    case: view.case,
    participant: view.person,
    identity: b64u(await signingPublicKey(await identitySeed(master))),
    kem: b64u(await kemPublicKey(await kemSeed(master))),
    logins: slots.map(({ type, login_key }) => ({ type, key: login_key })),
  })
  const mac1 = b64u(await participantMac(ticket.secret, request))
  const sealed = await sealBundle(master, firstBundle(programme), {
    account,
    salt: ports.random(BOX_SALT_BYTES),
  })
  const post = { request: b64u(request), mac1, slots, bundle: b64u(sealed), account }
  await ports.client.enrol(view.lookup, post)
  return { mac1 }
}
