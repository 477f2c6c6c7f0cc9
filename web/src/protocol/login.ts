// SPDX-License-Identifier: EUPL-1.2
/**
 * Signing in: a login key signs account, slot type, origin, nonce and time.
 *
 * Origin and nonce keep an answer from being used elsewhere or twice; the passphrase itself never
 * leaves the client. Twin: `relay/protocol/login.py`.
 */
import type { Statement } from "../crypto/signing.ts"
import { checkSigned, hear, insist } from "./heard.ts"
import { type Body, binary, integer, kindOf, oneOf, text } from "./shape.ts"

export const MAX_CLOCK_SECONDS = 600

export const LOGIN = kindOf("login", {
  account: text(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  slot: oneOf("passphrase", "kit", "link"),
  origin: text(/^https?:\/\/[a-z0-9.-]{1,253}(?::[0-9]{1,5})?$/),
  nonce: binary(32),
  time: integer(),
})
/** What is signed; `time` in whole seconds since 1970. */
export type Login = Body<typeof LOGIN>

export type LoginClaim = {
  /** The slot's login public key, 32 bytes. */
  readonly loginKey: Uint8Array
  /** What the server asked for. */
  readonly expected: Omit<Login, "time">
  /** The server's time in seconds. */
  readonly now: number
}

/** Believe an answer to a challenge, or refuse. Throws `wrong-context`, `signature-wrong` or `clock-off`. */
export async function verifyLogin(
  statement: Statement,
  { loginKey, expected, now }: LoginClaim,
): Promise<Login> {
  const heard = await hear(LOGIN, statement)
  const { body } = heard
  const names = ["programme", "account", "slot", "origin", "nonce"] as const
  const asked = names.every((name) => body[name] === expected[name])
  insist(asked, "wrong-context", "an answer to another challenge")
  await checkSigned(heard, loginKey)
  const near = Math.abs(body.time - now) <= MAX_CLOCK_SECONDS
  insist(near, "clock-off", "the clocks differ by more than ten minutes")
  return body
}
