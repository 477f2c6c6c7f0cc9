// SPDX-License-Identifier: EUPL-1.2
/** Key files as `relay init` writes them, for the managers of the invented programme; and their desks. */
import { sealBox } from "../src/crypto/box.ts"
import { type Bytes, utf8 } from "../src/crypto/bytes.ts"
import { encode } from "../src/crypto/canonical.ts"
import { SUITE } from "../src/crypto/derive.ts"
import { b64u } from "../src/crypto/encoding.ts"
import { identitySeed } from "../src/crypto/keys.ts"
import { keyEncryptionKey, normaliseWords } from "../src/crypto/passphrase.ts"
import type { KeyFile } from "../src/relay/key_file.ts"
import { type Desk, type KeyFileGiven, openKeyFile } from "../src/relay/office.ts"
import { character, counted, INTAKE_SEED, type Office } from "./office.ts"

export const WORDS = "abacus abdomen abide ablaze able abnormal"

/** The key file of a character whose own key signs for the programme. */
export async function keyFileOf(
  { fingerprint }: Pick<Office, "fingerprint">,
  name: string,
  changes: Partial<KeyFile> = {},
): Promise<KeyFile> {
  const { master } = await character(name)
  return {
    type: "manager",
    fingerprint,
    seed: b64u(await identitySeed(master)),
    account: "A0000000",
    person: null,
    code: "0".repeat(28),
    intake: b64u(INTAKE_SEED),
    tickets: [],
    ...changes,
  }
}

/** Seal a key file as the command line does; `words` are those above. */
export async function sealed(file: KeyFile, { stretch }: ReturnType<Office["ports"]>): Promise<Bytes> {
  const salt = counted(16)
  const parameters = { passes: 3, memoryKib: 131_072 }
  const kek = await keyEncryptionKey(await stretch(await normaliseWords(WORDS), salt, parameters))
  const context = encode({ suite: SUITE, type: file.type })
  const box = await sealBox(kek, utf8(JSON.stringify(file)), {
    label: "key-file",
    context,
    salt: counted(32),
  })
  const outside = { type: file.type, salt: b64u(salt), passes: 3, memory_kib: 131_072, box: b64u(box) }
  return utf8(JSON.stringify(outside, null, 1))
}

/** A key file and its words, as a person gives them. */
export async function given(
  office: Office,
  name: string,
  changes: Partial<KeyFile> = {},
): Promise<KeyFileGiven> {
  return { content: await sealed(await keyFileOf(office, name, changes), office.ports()), words: WORDS }
}

/** Sign a manager in, and open their key file. */
export async function deskOf(
  office: Office,
  name = "manager one",
  changes: Partial<KeyFile> = {},
): Promise<Desk> {
  const session = await office.enter(name)
  return openKeyFile(session, await given(office, name, { account: session.account, ...changes }))
}
