// SPDX-License-Identifier: EUPL-1.2
/** A `Range` header read against a size, and the head of the exact answer to it. Sources: RFC 9110 §14. */
import type { Span } from "./seekable.ts"

const RANGE = /^\s*bytes=(\d{0,15})-(\d{0,15})\s*$/

/** What of `size` bytes was asked for; all of it where nothing was; null where it cannot be given. */
export function readRange(header: string | null, size: number): Span | null {
  if (header === null) return { start: 0, end: size }
  const [, first = "", last = ""] = RANGE.exec(header) ?? []
  if (first === "" && last === "") return null
  const span =
    first === ""
      ? { start: Math.max(0, size - Number(last)), end: size }
      : { start: Number(first), end: last === "" ? size : Math.min(size, Number(last) + 1) }
  return span.start < span.end ? span : null
}

export type Head = { readonly status: 200 | 206 | 416; readonly headers: Record<string, string> }

/** Nothing keeps it, nothing guesses what it is, nothing else may use it. */
const ALWAYS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Accept-Ranges": "bytes",
}

/** The status and headers of an answer: 206 with the very range that was asked for. */
export function headOf(
  span: Span | null,
  { size, type, asked }: { readonly size: number; readonly type: string; readonly asked: boolean },
): Head {
  if (span === null) return { status: 416, headers: { ...ALWAYS, "Content-Range": `bytes */${size}` } }
  const { start, end } = span
  const headers = { ...ALWAYS, "Content-Type": type, "Content-Length": String(end - start) }
  if (!asked) return { status: 200, headers }
  return { status: 206, headers: { ...headers, "Content-Range": `bytes ${start}-${end - 1}/${size}` } }
}
