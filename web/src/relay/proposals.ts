// SPDX-License-Identifier: EUPL-1.2
/**
 * Words that a mediator wrote down or cut, before the person whose words they are: yes, or no.
 *
 * Both versions are opened and verified first. Yes is a signature over this very version, sealed under
 * its own key: no server reads it. No is taking it back, and asks for no reason.
 */
import { SALT_BYTES } from "../crypto/box.ts"
import { b64u } from "../crypto/encoding.ts"
import { CONFIRMATION, sealConfirmation } from "../protocol/confirmation.ts"
import { insist, signStatement } from "../protocol/heard.ts"
import { type Media, mediaIn, textIn } from "../review/contents.ts"
import { type Maker, makerOf, paragraphsOf } from "../review/release.ts"
import { isShortened } from "../review/shortening.ts"
import { today } from "./clock.ts"
import { type Letter, letterOf } from "./letters.ts"
import { type Original, provenanceOf } from "./made.ts"
import { fetchMessage, openAs, withContentKey } from "./message.ts"
import { withNumber } from "./numbers.ts"
import type { Session } from "./session.ts"

/** What a person is asked to say yes or no to. */
export type Proposal = {
  readonly letter: Letter
  readonly text: string
  readonly paragraphs: readonly string[]
  readonly media: Media
  readonly language: string
  readonly contentNote: string
  readonly maker: Maker
  /** Their own words that it was made from; null for words that were told. */
  readonly original: Original | null
  /**
   * For a shorter version: whether all of it stands in the original, in that order, with marks where
   * something is left out. False: somebody put words in, and the page says so.
   */
  readonly onlyLeftOut: boolean
  readonly manifest: string
}

/** Open what was proposed, and what it was made from. Throws the first check that fails. */
export async function openProposal(session: Session, id: string): Promise<Proposal> {
  const fetched = await fetchMessage(session, id)
  const { manifest, view, place } = fetched
  insist(view.mine && manifest.body.sender === session.person, "not-addressed", "another person's words")
  const opened = await openAs(session, fetched, "self")
  await session.trust.remember(id, manifest.hash)
  const maker = makerOf(opened, place.policy)
  insist(maker !== null, "wrong-context", "nothing that somebody else made")
  const { original } = await provenanceOf(session, fetched, { opened, purpose: "self" })
  const text = textIn(opened)
  return {
    letter: letterOf(session, view),
    text,
    paragraphs: paragraphsOf(text),
    media: mediaIn(opened),
    language: opened.sender.language,
    contentNote: opened.sender.content_note,
    maker,
    original,
    onlyLeftOut: original !== null && isShortened(original.text, text),
    manifest: manifest.hash,
  }
}

/**
 * Say yes, by signature, to the very version that was opened.
 *
 * Throws `fork` when the server shows another one, `stale-version` when it has moved on.
 */
export async function confirmProposal(
  session: Session,
  { letter, manifest: looked }: Proposal,
): Promise<Letter> {
  const fetched = await fetchMessage(session, letter.id)
  const { manifest, view } = fetched
  insist(manifest.hash === looked, "fork", "another version than the one that was opened")
  const { programme, case: place, message } = manifest.body
  return withNumber(session, async (number) => {
    const statement = await signStatement(CONFIRMATION, session.keyring.sign, {
      ...{ programme, case: place, message, manifest: manifest.hash, participant: session.person },
      number,
      day: today(session.ports.clock),
    })
    const salt = session.ports.random(SALT_BYTES)
    const box = await withContentKey(session, fetched, "self", (contentKey) =>
      sealConfirmation(contentKey, statement, { message: manifest.body, salt }),
    )
    const after = await session.ports.client.confirm(message, { box: b64u(box), version: view.version })
    insist(after.message === message, "wrong-context", "an answer about another message")
    return letterOf(session, after)
  })
}
