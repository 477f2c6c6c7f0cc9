// SPDX-License-Identifier: EUPL-1.2
/**
 * Six words that may stand on somebody's paper: drawn again when one of them could hurt the person who copies it.
 *
 * The lists stay as they are, so that every phrase ever made is still read. About 4 in 100 draws are
 * repeated, which costs less than a tenth of a bit.
 */
import { generateWords, type Language, WORDS_RANDOM_BYTES } from "../crypto/passphrase.ts"
import type { Ports } from "./ports.ts"

const TRIES = 16

const HURTFUL: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: words(`
    armed battered battering battle bonehead bruising grope lubricant lubricate mortality mortally
    mortician mortified mortify mortuary prison punch scared scarily scariness scary shank slapping stranger`),
  fr: words(`
    battre battu battue coup cruel cruelle haineux hargne hargneux honte honteux idiotie lubrifia lubrifie
    lubrique menace menacer meurt mortifia mortifie pend pendre peur peureux terreur tombe tuerie`),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Draw six words, none of which could hurt. */
export async function kindWords({ random }: Pick<Ports, "random">, language: Language): Promise<string> {
  let drawn = await generateWords(random(WORDS_RANDOM_BYTES), language)
  for (let tries = 1; tries < TRIES && isHurtful(drawn, language); tries += 1) {
    drawn = await generateWords(random(WORDS_RANDOM_BYTES), language)
  }
  return drawn
}

function isHurtful(drawn: string, language: Language): boolean {
  return drawn.split(" ").some((word) => HURTFUL[language].has(word))
}
