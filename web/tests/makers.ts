// SPDX-License-Identifier: EUPL-1.2
/** What this side makes for the other to open: the differential test asks for it, no vector holds it. */
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { signerOf, toEnvelope } from "../src/crypto/signing.ts"
import { type Purpose, wrap } from "../src/crypto/wrapping.ts"
import { type Content, type Outline, sealMessage, sealParts, type Words } from "../src/protocol/sealing.ts"
import type { Given, TestFunction } from "./functions_crypto.ts"

async function sealed(given: Given): Promise<Json> {
  const contents: readonly Content[] = given["contents"].map((one: Given) => ({
    type: one["type"],
    content: unb64u(one["content"]),
    duration_ms: one["duration_ms"],
    salt: unb64u(one["salt"]),
  }))
  const [outline, contentKey] = [given["outline"] as Outline, unb64u(given["content_key"])]
  const parts = await sealParts(outline, contents, contentKey)
  const made = await sealMessage(outline, parts, {
    words: given["words"] as Words,
    contentKey,
    signAsAuthor: signerOf(unb64u(given["author_seed"])),
    signAsMessage: signerOf(unb64u(given["wk_seed"])),
    headerSalt: unb64u(given["header_salt"]),
  })
  const stored = parts.map(({ stored: { table, stored } }) => ({ table: b64u(table), stored: b64u(stored) }))
  return { manifest: toEnvelope(made.manifest), header: b64u(made.header), parts: stored }
}

export const MAKERS: Readonly<Record<string, TestFunction>> = {
  wrap: async (given) => {
    const at = { purpose: given["purpose"] as Purpose, subject: unb64u(given["subject"]) }
    return { wrap: b64u(await wrap(unb64u(given["public_key"]), unb64u(given["key"]), at)) }
  },
  "seal-message": sealed,
}
