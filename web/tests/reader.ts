// SPDX-License-Identifier: EUPL-1.2
/** Reads case files and resolves the values in them that stand for something larger. Twin: `tests/vectors/reader.py`. */
import { readFileSync } from "node:fs"
import { concat, joined } from "../src/crypto/bytes.ts"
import type { Json } from "../src/crypto/canonical.ts"
import { b64u, unb64u } from "../src/crypto/encoding.ts"

const VECTORS = new URL("../../tests/vectors/", import.meta.url)

/** One case: what is called with what, and what must come of it. */
export type Case = {
  readonly name: string
  readonly function: string
  /** `ok`, or the error's code. */
  readonly expect: string
  readonly claim: string
  readonly note: string
  readonly input: Json
  readonly output: Json
}

/** Return the names in the index, in its order. */
export function caseNames(): readonly string[] {
  const names = readText("index.txt")
    .split("\n")
    .filter((line) => line !== "")
  return names.map((name) => name.replace(/\.txt$/, ""))
}

/** Read the case of a name, its input resolved. */
export function loadCase(name: string): Case {
  const [head = "", ...rest] = readText(`${name}.txt`).split("\n\n")
  const headers = new Map(head.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]))
  const content = JSON.parse(rest.join("\n\n")) as { readonly input: Json; readonly output?: Json }
  const header = (field: string) => headers.get(field) ?? ""
  return {
    name: header("case"),
    function: header("function"),
    expect: header("expect"),
    claim: header("claim"),
    note: header("note"),
    input: resolve(content.input),
    output: resolve(content.output ?? null),
  }
}

const shared = new Map<string, Json>()

function sharedObject(name: string): Json {
  const known = shared.get(name) ?? resolve(JSON.parse(readText(`shared/${name}.json`)) as Json)
  shared.set(name, known)
  return known
}

function readText(path: string): string {
  return readFileSync(new URL(path, VECTORS), "utf-8")
}

type Fields = { readonly [name: string]: Json }

function resolve(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => resolve(item))
  if (typeof value !== "object" || value === null) return value
  const object = value as Fields
  if ("$with" in object) return merged(object)
  if ("$blob" in object) return b64u(blobOf(object))
  if ("$join" in object) return b64u(concat(...(object["$join"] as string[]).map((item) => bytesOf(item))))
  if ("$repeat" in object) return b64u(repeated(object))
  return Object.fromEntries(Object.entries(object).map(([name, item]) => [name, resolve(item)]))
}

function merged({ $with: name, ...changed }: Fields): Json {
  return { ...(sharedObject(String(name)) as Fields), ...(resolve(changed) as Fields) }
}

function bytesOf(item: Json): Uint8Array {
  return unb64u(resolve(item) as string)
}

function repeated(object: Fields): Uint8Array {
  const once = bytesOf(object["$repeat"] ?? "")
  return joined(Array.from({ length: Number(object["count"]) }, () => once))
}

function blobOf(object: Fields): Uint8Array {
  const whole = new Uint8Array(readFileSync(new URL(`blobs/${String(object["$blob"])}.bin`, VECTORS)))
  const raw = whole.slice(
    Number(object["from"] ?? 0),
    object["to"] === undefined ? undefined : Number(object["to"]),
  )
  if (object["flip"] !== undefined) raw[Number(object["flip"])] = (raw[Number(object["flip"])] ?? 0) ^ 1
  return raw
}
