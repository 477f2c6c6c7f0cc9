// SPDX-License-Identifier: EUPL-1.2
/** Every refusal, each with a stable code that is a key into both catalogues. Twin: `relay/errors`. */

export const ERROR_CODES = [
  "internal",
  // Bytes and statements
  "malformed",
  "not-canonical",
  "wrong-shape",
  "too-large",
  "unknown-suite",
  "wrong-context",
  // Sealing
  "signature-wrong",
  "signer-not-allowed",
  "commitment-wrong",
  "seal-broken",
  "wrap-broken",
  "size-wrong",
  "tree-wrong",
  "key-destroyed",
  // Trust
  "root-wrong",
  "rollback",
  "fork",
  "expired",
  "not-vouched",
  "revoked",
  "policy-mismatch",
  "certificate-wrong",
  "own-entry-wrong",
  // The two gates
  "not-addressed",
  "not-approved",
  "not-ready",
  "not-released",
  "not-confirmed",
  "grant-over",
  "withdrawn",
  // Words
  "hidden-text",
  "not-normal",
  // Codes and passphrases
  "code-wrong",
  "words-wrong",
  "too-weak",
  "ticket-wrong",
  "ticket-used",
  "ticket-expired",
  // Access
  "sign-in-failed",
  "session-expired",
  "forbidden",
  "not-found",
  "too-many-tries",
  "clock-off",
  // State
  "not-allowed",
  "stale-version",
  "old-number",
  "exists",
  "gate-shut",
  "consent-missing",
  "no-contact",
  "assessment-due",
  "overlap",
  "pace",
  "cooling-off",
  "claimed",
  "undo-open",
  // Uploads and limits
  "offset-wrong",
  "checksum-wrong",
  "upload-gone",
  "upload-incomplete",
  "unsupported",
  "quota",
  "storage-full",
  "too-slow",
  "too-busy",
  "directory-stale",
] as const

/** What only this side can say: of the line, of keys, of films and of what makes and keeps them. */
export const CLIENT_ERROR_CODES = [
  // The server was not reached in time; a file of the page is not to be had, for the service was renewed
  "offline",
  "part-missing",
  // A key was not handed over to this mediator yet
  "not-handed-over",
  // Films
  "media-empty",
  "media-too-large",
  "media-unknown",
  "media-codec",
  "media-broken",
  "media-edited",
  "media-not-clean",
  // What records and keeps them
  "camera-missing",
  "camera-refused",
  "camera-busy",
  "cannot-record",
  "no-room",
  "other-tab",
  // What was sealed did not arrive in time; it lies here still
  "lapsed",
  // A film needs another browser: no worker may run in this one, it has no private files, or it cannot show that kind
  "watch-elsewhere",
  "film-elsewhere",
  "film-unplayable",
  // It is offered only together with an approved form that every browser plays
  "film-needs-form",
] as const

export type ErrorCode = (typeof ERROR_CODES)[number] | (typeof CLIENT_ERROR_CODES)[number]

/**
 * A refusal, not a bug: `code` may be shown to a person, in their language.
 *
 * The message is for operators: ids and states, never content, keys or names.
 */
export class RelayError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, detail = "", options?: ErrorOptions) {
    super(detail === "" ? code : `${code}: ${detail}`, options)
    this.name = "RelayError"
    this.code = code
  }
}

/** Tell whether a string is one of the codes. */
export function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code)
}
