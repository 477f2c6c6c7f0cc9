// SPDX-License-Identifier: EUPL-1.2
/** The browser's own base64, in place of what the upload library brings; see `platform_url.ts`. */
import { utf8 } from "../crypto/bytes.ts"

export const Base64 = {
  /** Return the base64 of a text's UTF-8. */
  encode: (text: string): string => btoa(String.fromCharCode(...utf8(text))),
}
