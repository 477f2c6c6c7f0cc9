// SPDX-License-Identifier: EUPL-1.2
/**
 * The one Trusted-Types policy, `relay`: it lets through the addresses of our own workers, letter by
 * letter, and nothing else. It has no `createHTML`, so no string ever becomes markup.
 */

type Policy = { readonly createScriptURL: (address: string) => string }
type Factory = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => Policy
}

/** Where the build puts `keys.worker.ts` (vite.config.ts); in development, where the source lies. */
const KEYS_WORKER = import.meta.env.DEV ? "/src/relay/keys.worker.ts" : "/keys.worker.js"
const FILM_WORKER = import.meta.env.DEV ? "/src/media/film.worker.ts" : "/film.worker.js"
const MEDIA_WORKER = "/sw.js"
/** The addresses that may run as scripts beside the page. */
const ADDRESSES: readonly string[] = [KEYS_WORKER, FILM_WORKER, MEDIA_WORKER]

/** Return an address unchanged if it is one of our workers'; throw otherwise. */
export function onlyOurs(address: string): string {
  if (ADDRESSES.includes(address)) return address
  throw new TypeError("not a worker of this app")
}

let policy: Policy | undefined

function relayPolicy(): Policy {
  const rules = { createScriptURL: onlyOurs }
  const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes
  policy ??= factory === undefined ? rules : factory.createPolicy("relay", rules)
  return policy
}

/** Return the address of the worker that stretches words, in the form the page's policy asks for. */
export function keysWorkerAddress(): string {
  return relayPolicy().createScriptURL(KEYS_WORKER)
}

/** Return the address of the worker that cleans and seals films, in the form the page's policy asks for. */
export function filmWorkerAddress(): string {
  return relayPolicy().createScriptURL(FILM_WORKER)
}

/** Return the address of the media worker, in the form the page's policy asks for. */
export function mediaWorkerAddress(): string {
  return relayPolicy().createScriptURL(MEDIA_WORKER)
}
