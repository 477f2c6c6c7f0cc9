// SPDX-License-Identifier: EUPL-1.2
/**
 * A statement that was read but is not yet believed, and the mark of one that is.
 *
 * Parse, don't validate: what must be verified has a type of its own, and only its verifying
 * function makes one.
 */
import { b64u } from "../crypto/encoding.ts"
import { type Sign, type Statement, statementHash, verify } from "../crypto/signing.ts"
import { type ErrorCode, RelayError } from "../errors.ts"
import { type Kind, type Read, type Readers, readStatement, writeStatement } from "./shape.ts"

/** A body with the statement it came in, and its hash as base64url. */
export type Heard<B> = {
  readonly kind: string
  readonly statement: Statement
  readonly body: B
  readonly hash: string
  /** The signer's key id as base64url: named, not yet verified. */
  readonly signer: string
}

declare const proof: unique symbol
/** A value that only its verifying function makes. */
export type Verified<T> = T & { readonly [proof]: true }

/** Mark what was just verified: for the verifying functions of this folder, and nowhere else. */
export function believe<T>(value: T): Verified<T> {
  return value as Verified<T>
}

/** Refuse with a code unless something holds. */
export function insist(holds: boolean, code: ErrorCode, detail: string): asserts holds {
  if (!holds) throw new RelayError(code, detail)
}

/** Read a statement of one kind and compute its hash. Throws as `readStatement`. */
export async function hear<K extends string, R extends Readers>(
  kind: Kind<K, R>,
  statement: Statement,
): Promise<Heard<{ readonly programme: string } & Read<R>>> {
  const body = readStatement(kind, statement.body)
  const hash = b64u(await statementHash(kind.kind, statement.body))
  return { kind: kind.kind, statement, body, hash, signer: b64u(statement.key) }
}

/** Refuse a statement that `publicKey` did not sign. Throws `signature-wrong`. */
export async function checkSigned(heard: Heard<unknown>, publicKey: Uint8Array): Promise<void> {
  await verify(heard.statement, heard.kind, publicKey)
}

/** Write a statement of one kind and have it signed. */
export async function signStatement<K extends string, R extends Readers>(
  kind: Kind<K, R>,
  sign: Sign,
  fields: { readonly programme: string } & Read<R>,
): Promise<Statement> {
  return sign(kind.kind, writeStatement(kind, fields))
}
