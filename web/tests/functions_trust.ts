// SPDX-License-Identifier: EUPL-1.2
/** What most functions need first, as vectors give it. Twin: `tests/vectors/functions_trust.py`. */
import { type VerifiedCertificate, verifyCertificate } from "../src/protocol/certificate.ts"
import * as directory from "../src/protocol/directory.ts"
import { type VerifiedManifest, verifyManifest } from "../src/protocol/manifest.ts"
import { type VerifiedPolicy, verifyPolicy, withPast } from "../src/protocol/policy.ts"
import { type Seen, type VerifiedRoot, verifyRoot } from "../src/protocol/root.ts"
import { type Given, statementOf } from "./functions_crypto.ts"

export function seen(found: Given | null, number: string): Seen | null {
  return found === null ? null : { number: found[number], hash: found["hash"] }
}

export function rootOf(given: Given): Promise<VerifiedRoot> {
  const { fingerprint, today } = given
  return verifyRoot(statementOf(given["root"]), { fingerprint, today, seenEpoch: given["seen_epoch"] })
}

export async function directoryOf(given: Given): Promise<directory.VerifiedDirectory> {
  const statement = statementOf(given["directory"], directory.MAX_DIRECTORY_BYTES)
  return directory.verifyDirectory(statement, {
    root: await rootOf(given),
    today: given["today"],
    seen: seen(given["seen_directory"], "epoch"),
    graceDays: given["grace_days"],
  })
}

export async function policyOf(given: Given): Promise<VerifiedPolicy> {
  const statement = statementOf(given["policy"])
  const known = await directoryOf(given)
  const policy = await verifyPolicy(statement, {
    case: given["case"],
    directory: known,
    seen: seen(given["seen_policy"], "version"),
  })
  return withPast(
    policy,
    given["past"].map((envelope: Given) => statementOf(envelope as never)),
  )
}

export function manifestOf(given: Given): Promise<VerifiedManifest> {
  const { programme } = given
  return verifyManifest(statementOf(given["manifest"]), {
    programme,
    case: given["case"],
    seen: given["seen_manifest"] ?? null,
  })
}

export function certificateOf(given: Given, policy: VerifiedPolicy): Promise<VerifiedCertificate> {
  return verifyCertificate(statementOf(given["certificate"]), { policy, participant: given["participant"] })
}
