// SPDX-License-Identifier: EUPL-1.2
/**
 * What is sealed and not yet handed in: ciphertext only, kept until the server has it.
 *
 * What lies here was sealed once and is only ever read (P25). There is no key beside it: the content
 * key is gone, and what opens the letter is its self wrap. A film's first part lies in a private file
 * of its own, which is read in slices.
 */
import { type Bytes, utf8 } from "../crypto/bytes.ts"
import type { Json } from "../crypto/canonical.ts"
import { RelayError } from "../errors.ts"
import { inMemory, type Stored } from "../media/stored.ts"
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
import type { Ports } from "./ports.ts"
import type { Session } from "./session.ts"

const blob = text(/^[A-Za-z0-9_-]{1,1500000}$/)
const FACTS = {
  case: ident,
  draft: optional(ident),
  /** The private file that holds part 0; null for a letter. */
  film: optional(ident),
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

export type UnsentLetter = UnsentFacts & { readonly id: string; readonly stored: readonly Stored[] }

const folder = ({ account }: Pick<Session, "account">) => `unsent/${account}/`
const FACTS_END = "/facts"
const ORIGIN_END = "/recording"
const factsName = (session: Session, id: string) => `${folder(session)}${id}${FACTS_END}`
const partName = (session: Session, id: string, part: number) => `${folder(session)}${id}/part-${part}`

/** Keep what is sealed: parts first, so that what has facts is whole. Throws `storage-full`. */
export async function keepUnsent(session: Session, letter: UnsentLetter): Promise<void> {
  const { id, stored, ...facts } = letter
  for (const [part, bytes] of stored.entries()) {
    if (isInFile(facts, part)) continue
    await session.device.put(partName(session, id, part), await bytes.slice(0, bytes.length))
  }
  await session.device.put(factsName(session, id), utf8(JSON.stringify(facts)))
}

/** A film is too long for anything but its own file. */
function isInFile({ film }: UnsentFacts, part: number): boolean {
  return film !== null && part === 0
}

/** Return a sealed letter, or null when this device does not have all of it. */
export async function loadUnsent(session: Session, id: string): Promise<UnsentLetter | null> {
  const facts = readFacts(await session.device.get(factsName(session, id)))
  if (facts === null) return null
  const stored: Stored[] = []
  for (let part = 0; part < facts.parts; part++) {
    const found = await storedPart(session, { id, facts, part })
    if (found === null) return null
    stored.push(found)
  }
  return { ...facts, id, stored }
}

type Wanted = { readonly id: string; readonly facts: UnsentFacts; readonly part: number }

async function storedPart(session: Session, { id, facts, part }: Wanted): Promise<Stored | null> {
  if (isInFile(facts, part)) return (await session.ports.films()).open(facts.film ?? "")
  const bytes = await session.device.get(partName(session, id, part))
  return bytes === null ? null : inMemory(bytes)
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

/** Let go of what is kept: the facts first, so that what is left is nothing. */
export async function dropKept(session: Session, id: string): Promise<void> {
  const facts = readFacts(await session.device.get(factsName(session, id)))
  const names = (await session.device.list(`${folder(session)}${id}/`)).map(({ name }) => name)
  for (const name of [...names].sort()) await session.device.drop(name)
  if (facts !== null && facts.film !== null) await (await session.ports.films()).drop(facts.film)
}

/** Return the ids of what is kept whole, with when it was sealed. */
export async function listUnsent(session: Session): Promise<readonly UnsentLetter[]> {
  const kept = await session.device.list(folder(session))
  const ids = kept.flatMap(({ name }) => (name.endsWith(FACTS_END) ? [name.split("/")[2] ?? ""] : []))
  const letters = await Promise.all(ids.map((id) => loadUnsent(session, id)))
  return letters.filter((letter): letter is UnsentLetter => letter !== null)
}

const originName = (session: Session, id: string) => `${folder(session)}${id}${ORIGIN_END}`

/** Note which recording a kept film was sealed from: it goes when the film goes. */
export async function keepOrigin(session: Session, id: string, recording: string): Promise<void> {
  await session.device.put(originName(session, id), utf8(recording))
}

/** Return the recording that a kept film was sealed from; null for none. */
export async function originOf(session: Session, id: string): Promise<string | null> {
  const bytes = await session.device.get(originName(session, id))
  return bytes === null ? null : readText(bytes)
}

/** Return the recordings that wait here as sealed films. */
export async function sealedRecordings(session: Session): Promise<ReadonlySet<string>> {
  const kept = await session.device.list(folder(session))
  const films = new Set(kept.map(({ name }) => name).filter((name) => name.endsWith(FACTS_END)))
  const origins = kept.filter(({ name }) => name.endsWith(ORIGIN_END))
  const waiting = origins.filter(({ name }) => films.has(name.slice(0, -ORIGIN_END.length) + FACTS_END))
  return new Set(waiting.map(({ bytes }) => readText(bytes)))
}

/** Return the private files that something kept here needs: of whoever uses this browser. */
export async function keptFilms({
  kept,
  memory,
}: Pick<Ports, "kept" | "memory">): Promise<ReadonlySet<string>> {
  const all = [...(await kept.list("unsent/")), ...(await memory.list("unsent/"))]
  const facts = all.filter(({ name }) => name.endsWith(FACTS_END)).map(({ bytes }) => readFacts(bytes))
  return new Set(facts.flatMap((one) => (one === null || one.film === null ? [] : [one.film])))
}
