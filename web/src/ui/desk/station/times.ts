// SPDX-License-Identifier: EUPL-1.2
/** Times of a film as somebody writes them. Twin: `relay/station/media/written.py`; both are held to its `times.json`. */
import { say } from "../../language.ts"

const TIME = /^(?:([0-9]{1,3}):)?([0-9]{1,5})(?:[.,]([0-9]{1,3}))?$/u

/** The milliseconds of `1:02.5`, or of `62.5`; null where it is no time. */
export function msIn(said: string): number | null {
  const found = TIME.exec(said.trim())
  if (found === null) return null
  const [, minutes, seconds = "0", rest = ""] = found
  if (minutes !== undefined && Number(seconds) >= 60) return null
  return (Number(minutes ?? "0") * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, "0"))
}

/** Minutes, seconds and a tenth, written as the language does, as `msIn` reads it. */
export function writtenTime(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100)
  const seconds = String(Math.floor(tenths / 10) % 60).padStart(2, "0")
  return say("station-time", {
    minutes: String(Math.floor(tenths / 600)),
    seconds,
    tenth: String(tenths % 10),
  })
}
