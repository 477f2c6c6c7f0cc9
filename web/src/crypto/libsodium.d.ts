// SPDX-License-Identifier: EUPL-1.2
/** What is used of libsodium as it was compiled; lengths of 64 bits come as two numbers, the lower one first. */
declare module "libsodium-sumo" {
  type Library = {
    /** All of its memory: another view after it grew. */
    readonly HEAPU8: Uint8Array
    /** Return an address, or 0 where there is no more memory. */
    readonly _malloc: (length: number) => number
    readonly _free: (at: number) => void
    readonly _sodium_init: () => number
    readonly _crypto_sign_seed_keypair: (publicKey: number, secretKey: number, seed: number) => number
    readonly _crypto_sign_detached: (
      sig: number,
      sigLength: number,
      message: number,
      low: number,
      high: number,
      secretKey: number,
    ) => number
    readonly _crypto_sign_verify_detached: (
      sig: number,
      message: number,
      low: number,
      high: number,
      publicKey: number,
    ) => number
    readonly _crypto_pwhash: (
      out: number,
      outLow: number,
      outHigh: number,
      words: number,
      wordsLow: number,
      wordsHigh: number,
      salt: number,
      passesLow: number,
      passesHigh: number,
      memory: number,
      algorithm: number,
    ) => number
  }
  // biome-ignore lint/style/noDefaultExport: so it is made
  export default function start(module: { readonly getRandomValue: () => number }): Promise<Library>
}
