// SPDX-License-Identifier: EUPL-1.2
/**
 * A key file, opened in the page: what signs for the programme, sealed under six words, never on the server.
 *
 * It is read from the person's own disk and held in memory; this page writes none. Twin:
 * `relay/station/key_file.py`. Source: docs/format.md §5.
 */
import { openBox } from "../crypto/box.ts"
import { encode, isObject, type Json } from "../crypto/canonical.ts"
import { SUITE } from "../crypto/derive.ts"
import { unb64u } from "../crypto/encoding.ts"
import { checkArgon2, keyEncryptionKey, normaliseWords } from "../crypto/passphrase.ts"
import { RelayError } from "../errors.ts"
import {
  binary,
  hashed,
  ident,
  integer,
  listOf,
  oneOf,
  optional,
  type Read,
  readFields,
  recordOf,
  text,
} from "../protocol/shape.ts"
import type { Stretch } from "./stretch.ts"

const LABEL = "key-file"
const SALT_BYTES = 16
const SEED_BYTES = 32
/** Far above any that is written: a file of another kind is not even read. */
export const MAX_KEY_FILE_BYTES = 262_144

const holder = oneOf("root", "manager")
const SEALED = {
  type: holder,
  salt: binary(SALT_BYTES),
  passes: integer(),
  memory_kib: integer(),
  box: text(/^[A-Za-z0-9_-]+$/),
}
const KEYS = {
  type: holder,
  fingerprint: hashed,
  /** 32 bytes: signs. */
  seed: binary(SEED_BYTES),
  /** A manager's, to sign in with. */
  account: optional(text(/^[0-9A-Z]{8}$/)),
  /** A mediator's at a station, null here; a file from before there were such has none. */
  person: optional(ident),
  code: optional(text(/^[0-9A-Z]{28}$/)),
  /** 32 bytes: opens what people write who ask to take part; null in a file from before there was one. */
  intake: optional(binary(SEED_BYTES)),
  /** For mediators, made on the command line and not answered yet. */
  tickets: listOf(recordOf({ code: text(/^[0-9A-Z]{28}$/), lookup: ident, expires_at: integer() })),
}
/** An opened key file. */
export type KeyFile = Read<typeof KEYS>

/**
 * Open the content of a key file with its six words, as typed.
 *
 * Throws `malformed` (not a key file), `words-wrong` (not six words of one list), `too-weak` or
 * `wrong-shape` (it asks for less or more work than any that is written), `commitment-wrong` (other words).
 */
export async function unsealKeyFile(content: Uint8Array, typed: string, stretch: Stretch): Promise<KeyFile> {
  const { type, salt, box, ...sealed } = readSealed(content)
  const words = await normaliseWords(typed)
  const parameters = { passes: sealed.passes, memoryKib: sealed.memory_kib }
  checkArgon2(parameters)
  const kek = await keyEncryptionKey(await stretch(words, unb64u(salt), parameters))
  const inner = await openBox(kek, unb64u(box), { label: LABEL, context: encode({ suite: SUITE, type }) })
  const value = parsed(inner)
  const keys: KeyFile = readFields(isObject(value) ? { intake: null, person: null, ...value } : value, KEYS)
  inner.fill(0)
  return keys
}

function readSealed(content: Uint8Array): Read<typeof SEALED> {
  try {
    if (content.length > MAX_KEY_FILE_BYTES) throw new RelayError("too-large", "no key file is so long")
    const sealed: Read<typeof SEALED> = readFields(parsed(content), SEALED)
    unb64u(sealed.box)
    return sealed
  } catch (cause) {
    if (!(cause instanceof RelayError)) throw cause
    throw new RelayError("malformed", "not a key file", { cause })
  }
}

function parsed(content: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content)) as Json
  } catch (cause) {
    throw new RelayError("malformed", "not JSON", { cause })
  }
}
