// SPDX-License-Identifier: EUPL-1.2
/**
 * What a highlight may say: a kind, and a reason in words that the reviewer can check by eye.
 *
 * A highlight is a hint and no verdict: it stops nothing and counts nothing. None of them is about what
 * somebody feels, regrets or means.
 */

/** Each reason, a message of the room `review`, and the kind it stands under. */
export const REASONS = {
  "highlight-address-street": "address",
  "highlight-address-numbered": "address",
  "highlight-address-unit": "address",
  "highlight-address-box": "address",
  "highlight-postal-canada": "postal-code",
  "highlight-postal-zip": "postal-code",
  "highlight-phone": "phone",
  "highlight-phone-local": "phone",
  "highlight-phone-abroad": "phone",
  "highlight-phone-spelled": "phone",
  "highlight-mail": "e-mail",
  "highlight-mail-spelled": "e-mail",
  "highlight-insurance": "insurance-number",
  "highlight-insurance-said": "insurance-number",
  "highlight-birth": "birth",
  "highlight-name": "name",
  "highlight-name-part": "name",
  "highlight-account": "account",
  "highlight-account-said": "account",
  "highlight-link": "link",
  "highlight-hidden": "hidden",
  "highlight-marks": "hidden",
  "highlight-mixed-scripts": "look-alike",
  "highlight-look-alike": "look-alike",
  "highlight-other-form": "look-alike",
  "highlight-spaces": "spacing",
  "highlight-spaces-mixed": "spacing",
  "highlight-spread-out": "spacing",
} as const

/** A message of the room `review` that says why. */
export type Why = keyof typeof REASONS

export type Kind = (typeof REASONS)[Why]

/** A stretch of a letter, in code points as the marks of a note count them (docs/format.md §4). */
export type Highlight = {
  readonly from: number
  /** After the last. */
  readonly to: number
  readonly kind: Kind
  readonly why: Why
}

/** Make a highlight. */
export function found(from: number, to: number, why: Why): Highlight {
  return { from, to, kind: REASONS[why], why }
}
