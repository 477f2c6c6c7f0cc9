// SPDX-License-Identifier: EUPL-1.2
/** The functions of `src/crypto` as vectors and the differential test call them. Twin: `tests/vectors/functions_crypto.py`. */
import { openBox, sealBox } from "../src/crypto/box.ts"
import { type Bytes, joined } from "../src/crypto/bytes.ts"
import { decode, type Json, MAX_STATEMENT_BYTES } from "../src/crypto/canonical.ts"
import { type CodeKind, readAccount, readCode, writeCode } from "../src/crypto/codes.ts"
import { derive, taggedHash } from "../src/crypto/derive.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import * as keys from "../src/crypto/keys.ts"
import { paddedSize, unpad } from "../src/crypto/padding.ts"
import * as passphrase from "../src/crypto/passphrase.ts"
import {
  decodeEnvelope,
  type Envelope,
  fromEnvelope,
  type Statement,
  sign,
  statementHash,
  toEnvelope,
  verify,
  verifyBytes,
} from "../src/crypto/signing.ts"
import { checkCommitment, openChunk, partKeys, splitStored } from "../src/crypto/stream.ts"
import * as tickets from "../src/crypto/tickets.ts"
import { checkChunk, openTable } from "../src/crypto/tree.ts"
import { type Purpose, unwrap } from "../src/crypto/wrapping.ts"

/** A case's input: our own files or our own test's mutations, so its types are trusted, its bytes are not. */
// biome-ignore lint/suspicious/noExplicitAny: the shape differs from function to function
export type Given = Readonly<Record<string, any>>
export type TestFunction = (given: Given) => Promise<Json>

/** Read an input's envelope. */
export function statementOf(envelope: Envelope, maxBodyBytes?: number): Statement {
  return fromEnvelope(envelope, maxBodyBytes)
}

async function openPart(given: Given): Promise<Json> {
  const part = await partKeys(unb64u(given["content_key"]), contextOf(given))
  const count: number = given["count"]
  checkCommitment(part, unb64u(given["commitment"]))
  const leaves = await openTable(unb64u(given["table"]), { count, root: unb64u(given["root"]) })
  const padded: Bytes[] = []
  for (const [index, chunk] of splitStored(unb64u(given["stored"]), count).entries()) {
    await checkChunk(chunk, { leaf: leaves[index] ?? new Uint8Array(0) })
    padded.push(await openChunk(part, chunk, { index, last: index === count - 1 }))
  }
  return { content: b64u(unpad(joined(padded), { letter: given["letter"] })) }
}

function contextOf(given: Given): { readonly salt: Bytes; readonly context: Bytes } {
  return { salt: unb64u(given["salt"]), context: unb64u(given["context"]) }
}

export const CRYPTO: Readonly<Record<string, TestFunction>> = {
  decode: async (given) => ({
    value: decode(unb64u(given["body"]), given["max_bytes"] ?? MAX_STATEMENT_BYTES),
  }),
  derive: async (given) => {
    const bytes = await derive(unb64u(given["key"]), given["label"], {
      ...contextOf(given),
      size: given["size"],
    })
    return { bytes: b64u(bytes) }
  },
  "tagged-hash": async (given) => ({
    bytes: b64u(await taggedHash(given["kind"], unb64u(given["content"]))),
  }),
  "seal-box": async (given) => {
    const at = { label: given["label"], ...contextOf(given) }
    return { box: b64u(await sealBox(unb64u(given["key"]), unb64u(given["plaintext"]), at)) }
  },
  "open-box": async (given) => {
    const at = { label: given["label"], context: unb64u(given["context"]) }
    return { plaintext: b64u(await openBox(unb64u(given["key"]), unb64u(given["box"]), at)) }
  },
  sign: async (given) => ({
    envelope: toEnvelope(await sign(unb64u(given["seed"]), given["kind"], unb64u(given["body"]))),
  }),
  "verify-statement": async (given) => {
    const statement = statementOf(given["envelope"])
    await verify(statement, given["kind"], unb64u(given["public_key"]))
    return { hash: b64u(await statementHash(given["kind"], statement.body)) }
  },
  "verify-bytes": async (given) => {
    await verifyBytes(unb64u(given["signed"]), unb64u(given["sig"]), unb64u(given["public_key"]))
    return {}
  },
  "decode-envelope": async (given) => ({ envelope: toEnvelope(decodeEnvelope(unb64u(given["raw"]))) }),
  unwrap: async (given) => {
    const at = { purpose: given["purpose"] as Purpose, subject: unb64u(given["subject"]) }
    return { key: b64u(await unwrap(unb64u(given["seed"]), unb64u(given["wrap"]), at)) }
  },
  keys: async (given) => {
    const master = unb64u(given["master"])
    const wk = await keys.withdrawSeed(master, unb64u(given["message"]))
    return {
      identity: b64u(await keys.signingPublicKey(await keys.identitySeed(master))),
      kem: b64u(await keys.kemPublicKey(await keys.kemSeed(master))),
      draft: b64u(await keys.draftKey(master)),
      bundle: b64u(await keys.bundleKey(master)),
      wk: b64u(await keys.signingPublicKey(wk)),
    }
  },
  "open-table": async (given) => {
    const leaves = await openTable(unb64u(given["table"]), {
      count: given["count"],
      root: unb64u(given["root"]),
    })
    return { leaves: leaves.length }
  },
  "open-chunk": async (given) => {
    const part = await partKeys(unb64u(given["content_key"]), contextOf(given))
    const place = { index: given["index"], last: given["last"] }
    return { plaintext: b64u(await openChunk(part, unb64u(given["chunk"]), place)) }
  },
  "open-part": openPart,
  "padded-size": async (given) => ({ size: paddedSize(given["length"], { letter: given["letter"] }) }),
  unpad: async (given) => ({ content: b64u(unpad(unb64u(given["padded"]), { letter: given["letter"] })) }),
  "read-code": async (given) => ({ secret: b64u(await readCode(given["text"], given["kind"] as CodeKind)) }),
  "write-code": async (given) => ({
    code: await writeCode(unb64u(given["secret"]), given["kind"] as CodeKind),
  }),
  "read-account": async (given) => ({ account: await readAccount(given["text"]) }),
  "normalise-words": async (given) => ({ words: await passphrase.normaliseWords(given["text"]) }),
  "generate-words": async (given) => ({
    words: await passphrase.generateWords(unb64u(given["random"]), given["language"]),
  }),
  "stretch-words": async (given) => {
    const parameters = { passes: given["passes"], memoryKib: given["memory_kib"] }
    return { secret: b64u(await passphrase.stretchWords(given["words"], unb64u(given["salt"]), parameters)) }
  },
  "code-secret": async (given) => {
    const secret = await passphrase.codeSecret(unb64u(given["code"]), unb64u(given["salt"]), given["slot"])
    return {
      secret: b64u(secret),
      kek: b64u(await passphrase.keyEncryptionKey(secret)),
      login: b64u(await keys.signingPublicKey(await passphrase.loginSeed(secret))),
    }
  },
  enrolment: async (given) => {
    const ticket = unb64u(given["ticket"])
    await tickets.checkParticipantMac(ticket, unb64u(given["request"]), unb64u(given["mac1"]))
    await tickets.checkMediatorMac(ticket, unb64u(given["answer"]), unb64u(given["mac2"]))
    return { lookup: await tickets.lookupId(ticket) }
  },
  "safety-number": async (given) => ({
    number: await tickets.safetyNumber(unb64u(given["one"]), unb64u(given["other"])),
  }),
}
