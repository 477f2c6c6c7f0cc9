// SPDX-License-Identifier: EUPL-1.2
/** Argon2id off the main thread: a question in, a secret or a refusal's code out. */
import { stretchWords } from "../crypto/passphrase.ts"
import { RelayError } from "../errors.ts"
import type { KeysAnswer, KeysQuestion } from "./keys.ts"

async function answer(question: KeysQuestion): Promise<KeysAnswer> {
  try {
    const { words, salt, parameters } = question
    return { secret: await stretchWords(words, salt, parameters) }
  } catch (error) {
    return { code: error instanceof RelayError ? error.code : "internal" }
  }
}

self.addEventListener("message", (event: MessageEvent<KeysQuestion>) => {
  void answer(event.data).then((reply) => self.postMessage(reply))
})
