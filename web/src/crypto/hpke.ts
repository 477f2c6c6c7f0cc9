// SPDX-License-Identifier: EUPL-1.2
/** HPKE with X-Wing, loaded when a key is first wrapped or opened. Source: RFC 9180. */
import type { CipherSuite } from "@hpke/core"
import { type Bytes, concat } from "./bytes.ts"

export type Hpke = {
  readonly seal: (recipient: Uint8Array, key: Uint8Array, info: Uint8Array) => Promise<Bytes>
  readonly open: (seed: Uint8Array, wrapped: Uint8Array, info: Uint8Array) => Promise<Bytes>
  readonly publicKeyOf: (seed: Uint8Array) => Promise<Bytes>
}

export const ENCAPSULATION_BYTES = 1120

let loading: Promise<Hpke> | undefined

/** Return the one suite; the same one every time. */
export function hpke(): Promise<Hpke> {
  loading ??= load()
  return loading
}

async function load(): Promise<Hpke> {
  const [{ Aes256Gcm, CipherSuite, HkdfSha256 }, { XWing }] = await Promise.all([
    import("@hpke/core"),
    import("@hpke/hybridkem-x-wing"),
  ])
  // A kem object holds buffers that it overwrites, so two calls at once need two of them.
  const suite = () => new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  return {
    seal: (recipient, key, info) => seal(suite(), recipient, { key, info }),
    open: (seed, wrapped, info) => open(suite(), seed, { wrapped, info }),
    publicKeyOf: async (seed) => {
      const { kem } = suite()
      const pair = await new XWing().generateKeyPairDerand(concat(seed))
      return new Uint8Array(await kem.serializePublicKey(pair.publicKey))
    },
  }
}

type Sealing = { readonly key: Uint8Array; readonly info: Uint8Array }

async function seal(suite: CipherSuite, recipient: Uint8Array, { key, info }: Sealing): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(concat(recipient))
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: concat(info) }, concat(key))
  return concat(new Uint8Array(enc), new Uint8Array(ct))
}

type Opening = { readonly wrapped: Uint8Array; readonly info: Uint8Array }

async function open(suite: CipherSuite, seed: Uint8Array, { wrapped, info }: Opening): Promise<Bytes> {
  const recipientKey = await suite.kem.deserializePrivateKey(concat(seed))
  const enc = wrapped.slice(0, ENCAPSULATION_BYTES)
  const sealed = wrapped.slice(ENCAPSULATION_BYTES)
  return new Uint8Array(await suite.open({ recipientKey, enc, info: concat(info) }, sealed))
}
