// SPDX-License-Identifier: EUPL-1.2
/**
 * Managers let mediators and interpreters in: a ticket, proof that the keys came from its holder, the safety
 * number by voice, and the directory that lists them.
 *
 * A mediator needs two signatures, by two keys; an interpreter one, because without a mediator's grant they
 * open nothing. Twin of the command line's `relay manager certify`.
 */
import type { Bytes } from "../crypto/bytes.ts"
import { groupCode, SECRET_BYTES, writeCode } from "../crypto/codes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { keyId } from "../crypto/keys.ts"
import { lookupId, mediatorMac, safetyNumber } from "../crypto/tickets.ts"
import { RelayError } from "../errors.ts"
import { buildAnswer, parseRequest } from "../protocol/enrolment.ts"
import { insist } from "../protocol/heard.ts"
import type { TicketView } from "../protocol/wire.ts"
import { admitInterpreter, admitMediator, type Office, voucherHash } from "./managing.ts"
import { type Desk, managingOf, type SecondKey } from "./office.ts"
import { checkRequest, proofOf } from "./people.ts"
import type { Keys } from "./programme.ts"
import { dropTicket, type KeptTicket, keepTicket, keptTickets, ticketLink } from "./ticket.ts"
import { vouchFirst } from "./vouching.ts"

export type StaffRole = "mediator" | "interpreter"

export type StaffTicket = {
  readonly role: StaffRole
  /** 28 characters in groups of four. */
  readonly typed: string
  readonly link: string
  /** Seconds since 1970. */
  readonly expiresAt: number
  /** False on a shared device: keep the typed code until the newcomer is let in. */
  readonly kept: boolean
}

/** Make a ticket for a mediator or an interpreter, to hand over in person. Throws `directory-stale`, `offline`. */
export async function makeStaffTicket({ session, keys }: Desk, role: StaffRole): Promise<StaffTicket> {
  const { random, client, origin } = session.ports
  const secret = random(SECRET_BYTES)
  const lookup = await lookupId(secret)
  // Kept before the server knows of it: a ticket that nobody can answer is of no use.
  await keepTicket(session, { secret, mac1: null, root: keys.fingerprint })
  const asked = { lookup, case: null, person: null, side: null, interpreter: role === "interpreter" }
  const view = await client.makeTicket(asked)
  const code = await writeCode(secret, "ticket")
  return {
    role,
    typed: groupCode(code),
    link: ticketLink(origin, { code, root: keys.fingerprint, case: null }),
    expiresAt: view.expires_at,
    kept: session.device.durable,
  }
}

/** Somebody who holds, or has used, a manager's ticket. */
export type Newcomer = {
  readonly lookup: string
  readonly role: StaffRole
  readonly expiresAt: number
  /** As `people.ts` says it: `open` while nobody has used it. */
  readonly proof: "open" | "fits" | "wrong" | "no-secret"
  /** Of the newcomer's signing key, once it is known. */
  readonly keyId: string | null
  /** Six groups of five digits, to compare by voice. */
  readonly safetyNumber: string | null
  /** In the directory already, and only the answer is missing. */
  readonly listed: boolean
}

/** Return everybody who has not been let in yet. */
export async function newcomers(desk: Desk, office: Office): Promise<readonly Newcomer[]> {
  const { tickets } = await desk.session.ports.client.tickets(null)
  const kept = await secretsOf(desk)
  const open = tickets.filter(({ case: place, state }) => place === null && state !== "answered")
  const living = open.filter(({ state }) => state !== "expired")
  return Promise.all(living.map((view) => newcomerOf(desk, office, { view, ticket: kept.get(view.lookup) })))
}

type Held = { readonly view: TicketView; readonly ticket: KeptTicket | undefined }

async function newcomerOf(desk: Desk, office: Office, { view, ticket }: Held): Promise<Newcomer> {
  const theirs = keysOf(view)
  const id = theirs === null ? null : b64u(await keyId(unb64u(theirs.key)))
  return {
    lookup: view.lookup,
    role: roleOf(view),
    expiresAt: view.expires_at,
    proof: await proofOf(view, ticket),
    keyId: id,
    safetyNumber: theirs === null ? null : await safetyNumber(desk.keys.identity, unb64u(theirs.key)),
    listed: id !== null && isListed(office, roleOf(view), id),
  }
}

function roleOf({ role }: TicketView): StaffRole {
  return role === "interpreter" ? "interpreter" : "mediator"
}

function isListed({ directory }: Office, role: StaffRole, id: string): boolean {
  const listed = role === "mediator" ? directory.mediators : directory.interpreters
  return listed.get(id)?.status === "active"
}

function keysOf({ request }: TicketView): Keys | null {
  if (request === null) return null
  try {
    const { identity, kem } = parseRequest(unb64u(request))
    return { key: identity, kem }
  } catch (error) {
    if (error instanceof RelayError) return null
    throw error
  }
}

async function secretsOf({ session, keys }: Desk): Promise<ReadonlyMap<string, KeptTicket>> {
  return new Map([...keys.tickets, ...(await keptTickets(session))])
}

/**
 * Sign first for a mediator, in a file for who signs second on another computer; nothing is published.
 *
 * Call it only after the safety number was compared by voice. Throws `ticket-wrong` and `not-found` as `letIn`.
 */
export async function signFirst(desk: Desk, office: Office, lookup: string): Promise<First> {
  const { keys } = await believedNewcomer(desk, office, lookup)
  return { content: await vouchFirst(desk, office, keys), keys }
}

/** A file with the first signature, and for whom it is. */
export type First = { readonly content: Bytes; readonly keys: Keys }

async function believedNewcomer(desk: Desk, office: Office, lookup: string) {
  const ticket = (await secretsOf(desk)).get(lookup)
  insist(ticket !== undefined, "not-found", "this device does not have the ticket")
  const view = await desk.session.ports.client.ticket(lookup)
  const request = await checkRequest(view, ticket)
  insist(request.programme === office.root.body.programme, "ticket-wrong", "keys for another programme")
  const keys: Keys = { key: request.identity, kem: request.kem }
  return { ticket, view, request, keys }
}

/**
 * Let a newcomer in: list them in the next directory, and answer their ticket.
 *
 * Call it only after the safety number was compared by voice. `second` is needed for a mediator whom the
 * directory does not list yet. Throws `ticket-wrong` (the keys did not come from the ticket's holder),
 * `not-found` (this device does not hold the ticket), `not-vouched` (no second key), `fork` or
 * `stale-version` (another manager was first).
 */
export async function letIn(
  desk: Desk,
  office: Office,
  { lookup, second }: { readonly lookup: string; readonly second: SecondKey | null },
): Promise<Office> {
  const { client } = desk.session.ports
  const { programme } = office.root.body
  const { ticket, view, request, keys } = await believedNewcomer(desk, office, lookup)
  const after = await listed(desk, office, { role: roleOf(view), keys, second })
  const covered = buildAnswer({
    certificate: await voucherHash(programme, keys),
    directory: after.directory.hash,
    mac1: request.mac1,
    policy: null,
    root: desk.keys.fingerprint,
  })
  await client.answer(lookup, { mac2: b64u(await mediatorMac(ticket.secret, covered)) })
  await dropTicket(desk.session, lookup)
  return after
}

type Entering = { readonly role: StaffRole; readonly keys: Keys; readonly second: SecondKey | null }

/** The directory may list them already: an answer got lost, or the page was closed in between. */
async function listed(desk: Desk, office: Office, { role, keys, second }: Entering): Promise<Office> {
  const id = b64u(await keyId(unb64u(keys.key)))
  if (isListed(office, role, id)) return office
  const at = managingOf(desk)
  if (role === "interpreter") return admitInterpreter(at, office, keys)
  insist(second !== null, "not-vouched", "a mediator needs the signatures of two keys")
  return admitMediator(at, office, { mediator: keys, second: second.sign })
}
