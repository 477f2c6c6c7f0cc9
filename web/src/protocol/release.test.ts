// SPDX-License-Identifier: EUPL-1.2
/** The addressee's client shows nothing unless the whole chain verifies: one thing missing, one refusal. */
import { expect, test } from "vitest"
import { aStory, bent, DAY, ident, person, type Story, seed, storedOf, unwrapOf } from "../../tests/world.ts"
import { utf8 } from "../crypto/bytes.ts"
import { b64u } from "../crypto/encoding.ts"
import { DECISION } from "./approval.ts"
import { signStatement } from "./heard.ts"
import { openReleased } from "./opening.ts"
import { type Delivery, type ReleaseClaim, verifyRelease, verifyTrust } from "./release.ts"
import { WITHDRAWAL, type Withdrawal } from "./withdrawal.ts"

const story = await aStory()

async function verdict(told: Story, delivery: Partial<Delivery> = {}, claim: Partial<ReleaseClaim> = {}) {
  return verifyRelease({ ...told.delivery, ...delivery }, { ...told.claim, ...claim }).then(
    () => "ok",
    (error: { readonly code?: string }) => error.code,
  )
}

async function withdrawal(signer: string, fields: Partial<Withdrawal> = {}) {
  const { sign } = await person(signer)
  return signStatement(WITHDRAWAL, sign, {
    programme: (await person("root")).shortId,
    case: ident("case"),
    scope: "message",
    message: ident("message"),
    manifest: story.sealed.hash,
    participant: ident("author"),
    number: 1,
    reason: null,
    day: DAY,
    ...fields,
  })
}

test("a complete chain opens to the very words that were sealed", async () => {
  const verified = await verifyRelease(story.delivery, story.claim)
  const opened = await openReleased(verified, storedOf(story), { unwrap: unwrapOf(story), original: null })
  expect(new TextDecoder().decode(opened.parts[0] ?? undefined)).toBe(
    "Bonjour,\n\nje vous écris pour la première fois.\n\nMerci de m'avoir lu.",
  )
  expect(opened.author?.body.participant).toBe(ident("author"))
})

test("p2 one approval where two are needed releases nothing", async () => {
  expect(await verdict(story, { approvals: story.delivery.approvals.slice(0, 1) })).toBe("not-approved")
})

test("p2 the same approval twice counts once", async () => {
  const [first] = story.delivery.approvals
  expect(await verdict(story, { approvals: [first!, first!] })).toBe("not-approved")
})

test("p2 without the addressee's own answer nothing is released", async () => {
  expect(await verdict(story, { readiness: [] })).toBe("not-ready")
})

test("p2 a later 'not now' of the addressee replaces their 'ready'", async () => {
  const later = await story.answer({ answer: "not-now", number: 5 })
  expect(await verdict(story, { readiness: [...story.delivery.readiness, later] })).toBe("not-ready")
})

test("p2 somebody else's 'ready' is no answer of the addressee", async () => {
  expect(await verdict(await aStory({ signers: { readiness: "author" } }))).toBe("not-ready")
})

test("p2 a release without enough of the counted approvals releases nothing", async () => {
  const told = await aStory({ release: (made) => ({ ...made, approvals: made.approvals.slice(0, 1) }) })
  expect(await verdict(told)).toBe("not-released")
})

test("p2 a release signed by a stranger releases nothing", async () => {
  expect(await verdict(await aStory({ signers: { release: "stranger" } }))).toBe("signer-not-allowed")
})

test("p2 a release with another wrap than the delivered one releases nothing", async () => {
  const wrap = story.delivery.wrap.slice()
  wrap[0] = (wrap[0] ?? 0) ^ 1
  expect(await verdict(story, { wrap })).toBe("not-released")
})

test("p2 a release for another key epoch releases nothing", async () => {
  const told = await aStory({ release: (made) => ({ ...made, epoch: 2 }) })
  expect(await verdict(told)).toBe("not-released")
})

test("p2 who is not an addressee is shown nothing", async () => {
  const told = await aStory({ outline: (made) => ({ ...made, addressees: [ident("somebody")] }) })
  expect(await verdict(told)).toBe("not-addressed")
})

test("p2 a foreign key in one's own entry of the policy is an alarm", async () => {
  const me = { ...story.claim.me, certificate: b64u(seed("another certificate")) }
  expect(await verdict(story, {}, { me })).toBe("own-entry-wrong")
})

test("p4 a decision is never counted as an approval", async () => {
  const [first] = story.delivery.approvals
  const decision = await story.decide("mediator two", { decision: "hold", until: "2026-12-01" })
  expect(await verdict(story, { approvals: [first!, decision] })).toBe("not-approved")
})

test("p4 a mediator's later decision takes their approval back", async () => {
  const decision = await story.decide("mediator two", { decision: "decline", number: 9 })
  expect(await verdict(story, { approvals: [...story.delivery.approvals, decision] })).toBe("not-approved")
})

test("p4 approvals over another manifest do not count", async () => {
  const other = await aStory({ letter: "D'autres mots." })
  expect(await verdict(story, { approvals: other.delivery.approvals })).toBe("not-approved")
})

test("p5 an approval for other addressees does not count", async () => {
  const told = await aStory({ approval: (made) => ({ ...made, addressees: [ident("somebody")] }) })
  expect(await verdict(told)).toBe("not-approved")
})

test("p5 an approval of another case does not count", async () => {
  const told = await aStory({ approval: (made) => ({ ...made, case: ident("another case") }) })
  expect(await verdict(told)).toBe("not-approved")
})

test("p5 a policy of another case than the asked one is refused", async () => {
  const trust = verifyTrust(story.delivery, { ...story.claim, case: ident("another case"), graceDays: 0 })
  await expect(trust).rejects.toMatchObject({ code: "wrong-context" })
})

test("p5 a case that was not asked for is refused", async () => {
  expect(await verdict(story, {}, { case: ident("another case") })).toBe("wrong-context")
})

test("p7 a certificate that the policy does not name makes nobody an author", async () => {
  const told = await aStory({
    policy: (made) => ({
      ...made,
      participants: made.participants.map((one) =>
        one.participant === ident("author") ? { ...one, certificate: b64u(seed("x")) } : one,
      ),
    }),
  })
  const verified = await verifyRelease(told.delivery, told.claim)
  const opening = openReleased(verified, storedOf(told), { unwrap: unwrapOf(told), original: null })
  await expect(opening).rejects.toMatchObject({ code: "certificate-wrong" })
})

test("p7 words that a mediator signed in the author's place are not shown", async () => {
  const told = await aStory({ signers: { sender: "mediator one" } })
  const verified = await verifyRelease(told.delivery, told.claim)
  const opening = openReleased(verified, storedOf(told), { unwrap: unwrapOf(told), original: null })
  await expect(opening).rejects.toMatchObject({ code: "signature-wrong" })
})

test("p7 a changed manifest does not verify", async () => {
  expect(await verdict(story, { manifest: bent(story.delivery.manifest) })).toBe("signature-wrong")
})

test("p9 the author's withdrawal is heeded, a stranger's is not", async () => {
  expect(await verdict(story, { withdrawals: [await withdrawal("stranger")] })).toBe("ok")
  expect(await verdict(story, { withdrawals: [await withdrawal("wk")] })).toBe("withdrawn")
  expect(await verdict(story, { withdrawals: [await withdrawal("author")] })).toBe("withdrawn")
  expect(await verdict(story, { withdrawals: [await withdrawal("mediator one")] })).toBe("withdrawn")
})

test("p9 who leaves takes back what they wrote; a pause takes nothing back", async () => {
  const whole = { message: null, manifest: null }
  const leave = await withdrawal("author", { scope: "leave", ...whole })
  const pause = await withdrawal("author", { scope: "pause", ...whole })
  expect(await verdict(story, { withdrawals: [leave] })).toBe("withdrawn")
  expect(await verdict(story, { withdrawals: [pause] })).toBe("ok")
})

test("p17 an older root, directory or policy than the remembered one is refused", async () => {
  const hash = b64u(seed("seen"))
  const { memory } = story.claim
  expect(await verdict(story, {}, { memory: { ...memory, rootEpoch: 3 } })).toBe("rollback")
  expect(await verdict(story, {}, { memory: { ...memory, directory: { number: 6, hash } } })).toBe("rollback")
  expect(await verdict(story, {}, { memory: { ...memory, policy: { number: 4, hash } } })).toBe("rollback")
})

test("p17 two directories of one epoch, or policies of one version, are a fork", async () => {
  const hash = b64u(seed("seen"))
  const { memory } = story.claim
  expect(await verdict(story, {}, { memory: { ...memory, directory: { number: 5, hash } } })).toBe("fork")
  expect(await verdict(story, {}, { memory: { ...memory, policy: { number: 3, hash } } })).toBe("fork")
  expect(await verdict(story, {}, { seenManifest: hash })).toBe("fork")
})

test("p17 what was released stays readable 30 days past the directory's date, and no longer", async () => {
  expect(await verdict(story, {}, { today: "2027-01-14" })).toBe("ok")
  expect(await verdict(story, {}, { today: "2027-01-15" })).toBe("expired")
})

test("p17 a revoked mediator's approvals count no more", async () => {
  const revoked = (await person("mediator one")).key
  const told = await aStory({
    directory: (made) => ({
      ...made,
      mediators: made.mediators.map((one) => (one.key === revoked ? { ...one, status: "revoked" } : one)),
    }),
  })
  expect(await verdict(told)).toBe("not-approved")
})

test("p17 a retired mediator's approvals count for the epochs before, and for no other", async () => {
  const retired = (await person("mediator one")).key
  const from = (epoch: number) =>
    aStory({
      directory: (made) => ({
        ...made,
        mediators: made.mediators.map((one) =>
          one.key === retired ? { ...one, status: "retired", from: epoch } : one,
        ),
      }),
    })
  expect(await verdict(await from(6))).toBe("ok")
  expect(await verdict(await from(5))).toBe("not-approved")
})

test("p4 what a mediator took back stays taken back when they retire", async () => {
  const { key, sign, shortId } = await person("mediator two")
  const told = await aStory({
    directory: (made) => ({
      ...made,
      mediators: made.mediators.map((one) =>
        one.key === key ? { ...one, status: "retired", from: 6 } : one,
      ),
    }),
  })
  const declined = await signStatement(DECISION, sign, {
    programme: (await person("root")).shortId,
    case: ident("case"),
    message: ident("message"),
    manifest: told.sealed.hash,
    ...{ mediator: shortId, decision: "decline", until: null, number: 9, note: null, day: DAY },
  })
  expect(await verdict(told)).toBe("ok")
  const approvals = [...told.delivery.approvals, declined]
  expect(await verdict(told, { approvals })).toBe("not-approved")
})

test("p17 a manager alone invents no retired mediator", async () => {
  const { key, keyId } = await person("mediator one")
  const told = await aStory({
    directory: (made) => ({
      ...made,
      mediators: made.mediators.map((one) =>
        one.key === key ? { ...one, status: "retired", from: 6 } : one,
      ),
      vouchers: made.vouchers.filter(({ mediator }) => mediator !== keyId),
    }),
  })
  expect(await verdict(told)).toBe("not-vouched")
})

test("p17 a mediator with one voucher is nobody", async () => {
  const told = await aStory({ directory: (made) => ({ ...made, vouchers: made.vouchers.slice(1) }) })
  expect(await verdict(told)).toBe("not-vouched")
})

test("p17 the root and one manager together vouch for a mediator", async () => {
  const { voucherBody } = await import("./directory.ts")
  const root = await person("root")
  const told = await aStory({
    directory: async (made) => {
      const [replaced, ...others] = made.vouchers
      const { entry } = await mediatorNamed(replaced!.mediator, made.mediators)
      const { key, sig } = await root.sign("mediator", voucherBody(made.programme, entry))
      const own = { mediator: replaced!.mediator, key: b64u(key), sig: b64u(sig) }
      const vouchers = [...others, own].sort((one, two) =>
        one.mediator + one.key < two.mediator + two.key ? -1 : 1,
      )
      return { ...made, vouchers }
    },
  })
  expect(await verdict(told)).toBe("ok")
})

async function mediatorNamed<T extends { readonly key: string }>(keyId: string, entries: readonly T[]) {
  for (const name of ["mediator one", "mediator two"]) {
    const known = await person(name)
    const entry = entries.find(({ key }) => key === known.key)
    if (known.keyId === keyId && entry !== undefined) return { entry }
  }
  throw new Error("no such mediator")
}

test("p18 relayed words without their author's confirmation are not shown", async () => {
  const told = await aStory({
    outline: (made) => ({ ...made, class: "relayed", channel: "relayed" }),
    words: (made) => ({ ...made, certificate: null }),
    signers: { sender: "mediator one" },
  })
  const verified = await verifyRelease(told.delivery, told.claim)
  const opening = openReleased(verified, storedOf(told), { unwrap: unwrapOf(told), original: null })
  await expect(opening).rejects.toMatchObject({ code: "not-confirmed" })
})

test("p18 a rendition without its original is not shown", async () => {
  const told = await aStory({
    outline: (made) => ({ ...made, class: "rendition", derived_from: b64u(seed("original")) }),
    words: (made) => ({ ...made, certificate: null }),
    signers: { sender: "mediator one" },
  })
  const verified = await verifyRelease(told.delivery, told.claim)
  const opening = openReleased(verified, storedOf(told), { unwrap: unwrapOf(told), original: null })
  await expect(opening).rejects.toMatchObject({ code: "not-confirmed" })
})

test("p3 a stored chunk that was changed after review is refused before it is decrypted", async () => {
  const verified = await verifyRelease(story.delivery, story.claim)
  const { parts, ...rest } = storedOf(story)
  const stored = parts[0]!.stored.slice()
  stored[100] = (stored[100] ?? 0) ^ 1
  const changed = { ...rest, fetchPart: async () => ({ table: parts[0]!.table, stored }) }
  const opening = openReleased(verified, changed, { unwrap: unwrapOf(story), original: null })
  await expect(opening).rejects.toMatchObject({ code: "tree-wrong" })
})

test("p3 a letter out of its normal form is shown to nobody", async () => {
  const told = await aStory({ letter: "deux  espaces" })
  const verified = await verifyRelease(told.delivery, told.claim)
  const opening = openReleased(verified, storedOf(told), { unwrap: unwrapOf(told), original: null })
  await expect(opening).rejects.toMatchObject({ code: "not-normal" })
  expect(utf8("deux  espaces").length).toBe(13)
})
