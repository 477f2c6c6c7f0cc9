// SPDX-License-Identifier: EUPL-1.2
/**
 * Letters that are sealed and not yet handed in: ciphertext only, kept until the server has it.
 *
 * What lies here was sealed once and is only ever read (P25). There is no key beside it: the content
 * key is gone, and what opens the letter is its self wrap.
 */
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { readText } from "../protocol/opening.ts"
import {
  hashed,
  ident,
  integer,
  listOf,
  oneOf,
  optional,
  type Read,
  readFields,
  recordOf,
  signature,
  text,
} from "../protocol/shape.ts"
import type { NewMessage } from "../protocol/wire.ts"
import type { Session } from "./session.ts"

const blob = text(/^[A-Za-z0-9_-]{1,1500000}$/)
const FACTS = {
  case: ident,
  draft: optional(ident),
  manifest: hashed,
  parts: integer(1, 64),
  post: recordOf({
    header: blob,
    manifest: recordOf({ body: blob, key: hashed, sig: signature }),
    wraps: listOf(recordOf({ purpose: oneOf("review", "self"), recipient: hashed, wrap: blob }), {
      least: 2,
    }),
  }),
  sealedAt: integer(),
}

/** All of a sealed letter but its parts. */
export type UnsentFacts = Omit<Read<typeof FACTS>, "post"> & { readonly post: NewMessage }

export type UnsentLetter = UnsentFacts & { readonly id: string; readonly stored: readonly Bytes[] }

const folder = ({ account }: Pick<Session, "account">) => `unsent/${account}/`
const factsName = (session: Session, id: string) => `${folder(session)}${id}/facts`
const partName = (session: Session, id: string, part: number) => `${folder(session)}${id}/part-${part}`

/** Keep a sealed letter: parts first, so that what has facts is whole. Throws `storage-full`. */
export async function keepUnsent(
  session: Session,
  id: string,
  letter: UnsentFacts & { readonly stored: readonly Bytes[] },
): Promise<void> {
  const { stored, ...facts } = letter
  for (const [part, bytes] of stored.entries()) await session.device.put(partName(session, id, part), bytes)
  await session.device.put(factsName(session, id), utf8(JSON.stringify(facts)))
}

/** Return a sealed letter, or null when this device does not have all of it. */
export async function loadUnsent(session: Session, id: string): Promise<UnsentLetter | null> {
  const facts = readFacts(await session.device.get(factsName(session, id)))
  if (facts === null) return null
  const stored: Bytes[] = []
  for (let part = 0; part < facts.parts; part++) {
    const bytes = await session.device.get(partName(session, id, part))
    if (bytes === null) return null
    stored.push(bytes)
  }
  return { ...facts, id, stored }
}

function readFacts(bytes: Bytes | null): UnsentFacts | null {
  if (bytes === null) return null
  try {
    return readFields(JSON.parse(readText(bytes)) as Json, FACTS)
  } catch (error) {
    if (error instanceof RelayError || error instanceof SyntaxError) return null
    throw error
  }
}

/** Let go of a sealed letter: the facts first, so that what is left is nothing. */
export async function dropKept(session: Session, id: string): Promise<void> {
  const names = (await session.device.list(`${folder(session)}${id}/`)).map(({ name }) => name)
  for (const name of [...names].sort()) await session.device.drop(name)
}

/** Return the ids of what is kept whole, with when it was sealed. */
export async function listUnsent(session: Session): Promise<readonly UnsentLetter[]> {
  const kept = await session.device.list(folder(session))
  const ids = kept.flatMap(({ name }) => (name.endsWith("/facts") ? [name.split("/")[2] ?? ""] : []))
  const letters = await Promise.all(ids.map((id) => loadUnsent(session, id)))
  return letters.filter((letter): letter is UnsentLetter => letter !== null)
}
