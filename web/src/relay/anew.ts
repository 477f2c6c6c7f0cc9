// SPDX-License-Identifier: EUPL-1.2
/**
 * Sending again what lapsed: the server waited for seven days, and takes nothing under that id any more.
 *
 * Its author opens what lies sealed on their device, and it is sealed as a message of its own: another id, key,
 * salts and file (P25). The old one stays until the new one is kept.
 */
import { unb64u } from "../crypto/encoding.ts"
import { fromEnvelope } from "../crypto/signing.ts"
import { tableOf } from "../media/sealed_again.ts"
import { insist } from "../protocol/heard.ts"
import { verifyManifest } from "../protocol/manifest.ts"
import { type FetchPart, type Opened, openForReview, unwrapKey } from "../protocol/opening.ts"
import { writeCaptions } from "../review/captions.ts"
import { mediaIn, textIn } from "../review/contents.ts"
import { type ComposedFilm, type FilmOptions, giveFilm } from "./film.ts"
import { give } from "./give.ts"
import { certificatesOf } from "./message.ts"
import { caseOf } from "./picture.ts"
import type { Told } from "./seal_up.ts"
import type { Session } from "./session.ts"
import { dropKept, loadUnsent, type UnsentLetter } from "./unsent.ts"

/**
 * Open what is kept here, seal it anew, send it, hand it in. Returns the new message's id.
 *
 * Throws `not-found`: this device has not got it; `tree-wrong` or `seal-broken`: it is not what was sealed; and
 * as `give` or `giveFilm`.
 */
export async function giveAnew(session: Session, id: string, options: FilmOptions = {}): Promise<string> {
  const films = await session.ports.films()
  return films.alone(`sending ${id}`, async () => {
    options.onProgress?.({ stage: "preparing", done: 0, mayClose: false })
    const letter = await loadUnsent(session, id)
    insist(letter !== null, "not-found", "no such sealed letter on this device")
    await session.trust.refresh()
    const opened = await openSealed(session, letter)
    return letter.film === null
      ? letterAgain(session, letter, opened, options)
      : filmAgain(session, letter, opened, options)
  })
}

/** Open one's own with the self wrap that lies beside it. Throws the first check that fails. */
async function openSealed(session: Session, letter: UnsentLetter): Promise<Opened> {
  const { keyring, programme, trust, person } = session
  const { case: place, post, stored, film } = letter
  const here = caseOf(await trust.picture(), place)
  const claim = { programme, case: place, seen: trust.seenManifest(letter.id) }
  const manifest = await verifyManifest(fromEnvelope(post.manifest), claim)
  const own = post.wraps.find(({ purpose }) => purpose === "self")
  insist(own !== undefined, "wrap-broken", "no wrap of one's own")
  const contentKey = await unwrapKey(manifest, unb64u(own.wrap), { unwrap: keyring.unwrap, purpose: "self" })
  const fetchPart: FetchPart = async (_, part) => {
    const kept = stored[part]
    if (kept === undefined || (film !== null && part === 0)) return null
    return { stored: await kept.slice(0, kept.length), table: await tableOf(kept) }
  }
  const sealed = { header: unb64u(post.header), fetchPart, confirmation: null, grants: [] }
  const certificates = await certificatesOf(here, person)
  try {
    return await openForReview(manifest, sealed, { contentKey, policy: here.policy, certificates })
  } finally {
    contentKey.fill(0)
  }
}

function toldIn({ manifest: { body }, sender }: Opened): Told {
  return {
    case: body.case,
    addressee: body.addressees[0] ?? null,
    language: sender.language,
    contentNote: sender.content_note,
    supersedes: body.supersedes,
  }
}

async function letterAgain(
  session: Session,
  { id, draft }: UnsentLetter,
  opened: Opened,
  options: FilmOptions,
): Promise<string> {
  const fresh = await give(session, { ...toldIn(opened), text: textIn(opened), draft }, options)
  await dropKept(session, id)
  return fresh
}

async function filmAgain(
  session: Session,
  { id, film }: UnsentLetter,
  opened: Opened,
  options: FilmOptions,
): Promise<string> {
  let isKept = false
  const onSealed = (fresh: string) => {
    isKept = true
    options.onSealed?.(fresh)
  }
  try {
    return await giveFilm(session, composedFrom(opened, film ?? ""), { ...options, onSealed })
  } finally {
    // From here on the new one is what waits: never two of one film.
    if (isKept) await dropKept(session, id)
  }
}

function composedFrom(opened: Opened, name: string): ComposedFilm {
  const { films, captions } = mediaIn(opened)
  const [film] = films
  insist(film !== undefined, "wrong-context", "no film in what was kept as one")
  const { poster, keys, claim, length, letter } = film
  const words = textIn(opened)
  return {
    ...toldIn(opened),
    source: { kind: "sealed", name, part: { keys, claim, length, letter } },
    bytes: length,
    poster: poster as ComposedFilm["poster"],
    captions: captions.length === 0 ? "" : writeCaptions(captions),
    transcript: words === "" ? null : words,
  }
}
