// SPDX-License-Identifier: EUPL-1.2
/** Captions from what somebody typed: WebVTT as it is, or lines that share the time by their length. */

const SIGNATURE = "WEBVTT"
/** Nobody reads a line that is there for less. */
const LEAST_CHARACTERS = 10

/** Return WebVTT for captions of a film of `seconds`; null where nothing was written. */
export function captionsOf(written: string, seconds: number): string | null {
  const text = written.replaceAll(/\r\n?/gu, "\n").trim()
  if (text === "") return null
  if (text.startsWith(SIGNATURE)) return `${text}\n`
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const whole = lines.reduce((sum, line) => sum + weight(line), 0)
  let at = 0
  const cues = lines.map((line) => {
    const begins = at
    at += (weight(line) / whole) * seconds
    // An arrow would end the cue's words; "&" and "<" begin something else in WebVTT.
    const words = line.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    return `${stamp(begins)} --> ${stamp(at)}\n${words}\n`
  })
  return `${SIGNATURE}\n\n${cues.join("\n")}`
}

function weight(line: string): number {
  return Math.max(LEAST_CHARACTERS, line.trim().length)
}

function stamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0")
  const [hours, minutes] = [thousandths / 3_600_000, (thousandths / 60_000) % 60]
  const rest = String(thousandths % 1000).padStart(3, "0")
  return `${two(hours)}:${two(minutes)}:${two((thousandths / 1000) % 60)}.${rest}`
}
