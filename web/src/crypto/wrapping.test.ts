// SPDX-License-Identifier: EUPL-1.2
/** Wraps and signatures: for one recipient, one purpose, one subject, one kind; and both halves of the hybrid count. */
import { expect, test } from "vitest"
import { seed } from "../../tests/world.ts"
import { concat, utf8 } from "./bytes.ts"
import { b64u } from "./encoding.ts"
import * as keys from "./keys.ts"
import { decodeEnvelope, encodeEnvelope, fromEnvelope, sign, toEnvelope, verify } from "./signing.ts"
import { type Purpose, unwrap, unwrapperOf, WRAP_BYTES, wrap } from "./wrapping.ts"

const KEM_SEED = seed("kem")
const KEY = seed("key")
const AT = { purpose: "release", subject: seed("manifest") } as const
const publicKey = await keys.kemPublicKey(KEM_SEED)
const wrapped = await wrap(publicKey, KEY, AT)
const BROKEN = { code: "wrap-broken" }

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = concat(bytes)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

test("a wrap opens for its recipient to the wrapped key", async () => {
  expect(wrapped).toHaveLength(WRAP_BYTES)
  expect(await unwrap(KEM_SEED, wrapped, AT)).toEqual(KEY)
  expect(await unwrapperOf(KEM_SEED)(wrapped, AT)).toEqual(KEY)
})

test("many wraps at once open each to its own key", async () => {
  const secrets = Array.from({ length: 5 }, (_, at) => seed(`key ${at}`))
  const wraps = await Promise.all(secrets.map((secret) => wrap(publicKey, secret, AT)))
  expect(await Promise.all(wraps.map((one) => unwrap(KEM_SEED, one, AT)))).toEqual(secrets)
})

test("p5 a wrap does not open for another purpose, subject or recipient", async () => {
  for (const purpose of ["review", "self", "handover", "note", "record", "intake", "grant"] as Purpose[]) {
    await expect(unwrap(KEM_SEED, wrapped, { ...AT, purpose })).rejects.toMatchObject(BROKEN)
  }
  await expect(unwrap(KEM_SEED, wrapped, { ...AT, subject: KEY })).rejects.toMatchObject(BROKEN)
  await expect(unwrap(seed("other"), wrapped, AT)).rejects.toMatchObject(BROKEN)
})

test.each([
  ["the lattice half", 5],
  ["the curve half", 1100],
  ["the sealed key", 1130],
  ["the tag", 1167],
])("p26 a change in %s is refused: both halves of the hybrid count", async (_, at) => {
  await expect(unwrap(KEM_SEED, flipped(wrapped, at), AT)).rejects.toMatchObject(BROKEN)
})

test("p26 a public key holds an ML-KEM-768 key and an X25519 key", async () => {
  expect(publicKey).toHaveLength(1184 + 32)
  await expect(wrap(publicKey.subarray(1), KEY, AT)).rejects.toMatchObject(BROKEN)
})

test("p26 a public key that is no ML-KEM-768 key is refused", async () => {
  const outOfRange = concat(new Uint8Array(1184).fill(255), publicKey.subarray(1184))
  await expect(wrap(outOfRange, KEY, AT)).rejects.toMatchObject(BROKEN)
})

test("a wrap that is cut is refused before anything is computed", async () => {
  await expect(unwrap(KEM_SEED, wrapped.subarray(1), AT)).rejects.toMatchObject(BROKEN)
})

test("X-Wing keys are those of the draft's first test vector", async () => {
  const first = Uint8Array.from(
    Buffer.from("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26", "hex"),
  )
  const key = await keys.kemPublicKey(first)
  expect(Buffer.from(key.subarray(0, 16)).toString("hex")).toBe("e2236b35a8c24b39b10aa1323a96a919")
})

test("p5 a signature is valid as its own kind only", async () => {
  const body = utf8("{}")
  const statement = await sign(KEY, "approval", body)
  const signer = await keys.signingPublicKey(KEY)
  await verify(statement, "approval", signer)
  const wrong = { code: "signature-wrong" }
  await expect(verify(statement, "decision", signer)).rejects.toMatchObject(wrong)
  await expect(verify({ ...statement, body: utf8("[]") }, "approval", signer)).rejects.toMatchObject(wrong)
  const other = await keys.signingPublicKey(KEM_SEED)
  await expect(verify(statement, "approval", other)).rejects.toMatchObject(wrong)
})

test("an envelope is three strings in one form", async () => {
  const statement = await sign(KEY, "approval", utf8("{}"))
  expect(decodeEnvelope(encodeEnvelope(statement))).toEqual(statement)
  const envelope = toEnvelope(statement)
  expect(fromEnvelope(envelope)).toEqual(statement)
  expect(() => fromEnvelope({ ...envelope, sig: "AA" })).toThrow(
    expect.objectContaining({ code: "wrong-shape" }),
  )
  expect(() => fromEnvelope(envelope, 1)).toThrow(expect.objectContaining({ code: "too-large" }))
})

test("every key of a person comes from their master under its own name", async () => {
  const master = seed("master")
  const derived = await Promise.all([
    keys.identitySeed(master),
    keys.kemSeed(master),
    keys.draftKey(master),
    keys.bundleKey(master),
    keys.withdrawSeed(master, KEY.subarray(0, 16)),
    keys.withdrawSeed(master, KEY.subarray(16)),
  ])
  expect(new Set(derived.map(b64u)).size).toBe(derived.length)
})
