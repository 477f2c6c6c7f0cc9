// SPDX-License-Identifier: EUPL-1.2
/** libsodium, loaded when it is first needed: 190 KB that the first page must not carry. */
import type Sodium from "libsodium-wrappers-sumo"

let loading: Promise<typeof Sodium> | undefined

/** Return libsodium once its WebAssembly runs; the same one every time. */
export function sodium(): Promise<typeof Sodium> {
  loading ??= load()
  return loading
}

async function load(): Promise<typeof Sodium> {
  const { default: library } = await import("libsodium-wrappers-sumo")
  await library.ready
  return library
}
