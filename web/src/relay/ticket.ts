// SPDX-License-Identifier: EUPL-1.2
/** A ticket as its holder has it, read from a link or typed; and kept, sealed, until it is answered. */
import { SALT_BYTES } from "../crypto/box.ts"
import type { Bytes } from "../crypto/bytes.ts"
import { decode, encode } from "../crypto/canonical.ts"
import { readCode, SECRET_BYTES } from "../crypto/codes.ts"
import { b64u, unb64u } from "../crypto/encoding.ts"
import { lookupId } from "../crypto/tickets.ts"
import { RelayError } from "../errors.ts"
import { binary, hashed, ident, optional, type Read, readFields } from "../protocol/shape.ts"
import { draftContext, openDraft, sealDraft } from "../protocol/unlocking.ts"
import type { Session } from "./session.ts"

/** Root and case are known only when it came as a link. */
export type Ticket = {
  readonly secret: Bytes
  readonly root: string | null
  readonly case: string | null
}

/** Read `#ticket=…&root=…&case=…`; null when the fragment is something else. Throws `code-wrong`. */
export async function readTicketLink(fragment: string): Promise<Ticket | null> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""))
  const code = fields.get("ticket")
  if (code === null) return null
  const root = fields.get("root")
  const place = fields.get("case")
  try {
    return {
      secret: await readCode(code, "ticket"),
      root: root === null ? null : hashed(root),
      case: place === null ? null : ident(place),
    }
  } catch (error) {
    if (!(error instanceof RelayError)) throw error
    throw new RelayError("code-wrong", "not a ticket's link", { cause: error })
  }
}

/** Read the 28 typed characters. Throws `code-wrong` for a slip of the pen. */
export async function readTypedTicket(text: string): Promise<Ticket> {
  return { secret: await readCode(text, "ticket"), root: null, case: null }
}

/** Write the link that a QR code holds. */
export function ticketLink(
  origin: string,
  fields: { readonly code: string; readonly root: string; readonly case: string | null },
): string {
  const place = fields.case === null ? "" : `&case=${fields.case}`
  return `${origin}/#ticket=${fields.code}&root=${fields.root}${place}`
}

const KEPT = { mac1: optional(binary(32)), root: optional(hashed), secret: binary(SECRET_BYTES) }

/** What is kept of a ticket: its secret, the newcomer's own MAC1, and the root it named. */
export type KeptTicket = {
  readonly secret: Bytes
  readonly mac1: string | null
  readonly root: string | null
}

const nameOf = (session: Session, lookup: string) => `ticket/${session.account}/${lookup}`

/** Keep a ticket on this session's device, sealed under the person's own key. */
export async function keepTicket(session: Session, { secret, mac1, root }: KeptTicket): Promise<void> {
  const lookup = await lookupId(secret)
  const content = encode({ mac1, root, secret: b64u(secret) })
  const at = { context: draftContext(session, lookup), salt: session.ports.random(SALT_BYTES) }
  const box = await session.keyring.withMaster((master) => sealDraft(master, content, at))
  await session.device.put(nameOf(session, lookup), box)
}

/** Return the tickets that this device keeps for this person, by lookup id. */
export async function keptTickets(session: Session): Promise<ReadonlyMap<string, KeptTicket>> {
  const tickets = new Map<string, KeptTicket>()
  const prefix = nameOf(session, "")
  for (const { name, bytes } of await session.device.list(prefix)) {
    const lookup = name.slice(prefix.length)
    const ticket = await openKept(session, lookup, bytes)
    if (ticket !== null) tickets.set(lookup, ticket)
  }
  return tickets
}

async function openKept(session: Session, lookup: string, box: Uint8Array): Promise<KeptTicket | null> {
  const at = { context: draftContext(session, lookup) }
  try {
    const content = await session.keyring.withMaster((master) => openDraft(master, box, at))
    const { secret, ...kept }: Read<typeof KEPT> = readFields(decode(content), KEPT)
    return { ...kept, secret: unb64u(secret) }
  } catch (error) {
    // A box of another master, or of nobody any more.
    if (error instanceof RelayError) return null
    throw error
  }
}

/** Let go of a ticket that was answered. */
export async function dropTicket(session: Session, lookup: string): Promise<void> {
  await session.device.drop(nameOf(session, lookup))
}
