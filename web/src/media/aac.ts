// SPDX-License-Identifier: EUPL-1.2
/**
 * What a decoder is told of an AAC sound, bit by bit: no comment of its encoder's, and nothing behind its end.
 *
 * Source: ISO/IEC 14496-3, 1.6.2.1 (AudioSpecificConfig), 4.4.1 and 4.4.1.1 (program_config_element).
 */
import type { Bytes } from "../crypto/bytes.ts"

/** Main, low complexity, scalable sampling rate, long-term prediction: what phones and browsers write. */
const PLAIN: ReadonlySet<number> = new Set([1, 2, 3, 4])
const SBR = 5
const PARAMETRIC_STEREO = 29
const OTHER_KIND = 31
const OTHER_RATE = 15
/** A mark of 11 bits, and that SBR follows; then another mark. */
const SBR_FOLLOWS = { value: (0x2b7 << 5) | SBR, bits: 16 }
const STEREO_FOLLOWS = { value: 0x548, bits: 11 }
const BYTE = 8

type Copying = {
  /** Read some bits and keep them. */
  readonly copy: (bits: number) => number
  /** Read some bits and let go of them. */
  readonly drop: (bits: number) => number
  /** Keep zeros. */
  readonly zeros: (bits: number) => void
  /** Bits to the end of the byte. */
  readonly toByte: () => number
  /** Whether these are next. */
  readonly isNext: (mark: { readonly value: number; readonly bits: number }) => boolean
  readonly kept: () => Bytes
}

/** Return a description with what a decoder needs; null for one that is cut short, or of another kind. */
export function bareAac(description: Uint8Array): Bytes | null {
  try {
    const from = copying(description)
    return copyConfig(from) ? from.kept() : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function copyConfig(from: Copying): boolean {
  const kind = copyKind(from)
  copyRate(from)
  const channels = from.copy(4)
  const doubled = kind === SBR || kind === PARAMETRIC_STEREO
  if (doubled) copyRate(from)
  if (!PLAIN.has(doubled ? copyKind(from) : kind) || !copyFrames(from)) return false
  if (channels === 0) copyProgram(from)
  if (!doubled) copyDoubling(from)
  return true
}

/** How long a frame is, and what it leans on; false where something is said that is not read here. */
function copyFrames(from: Copying): boolean {
  from.copy(1)
  if (from.copy(1) === 1) from.copy(14)
  return from.copy(1) === 0
}

function copyKind(from: Copying): number {
  const kind = from.copy(5)
  return kind === OTHER_KIND ? 32 + from.copy(6) : kind
}

function copyRate(from: Copying): void {
  if (from.copy(4) === OTHER_RATE) from.copy(24)
}

/** Which channels there are, and the encoder's comment, of which none is kept. */
function copyProgram(from: Copying): void {
  from.copy(4 + 2 + 4)
  const [front = 0, side = 0, back = 0, low = 0, data = 0, coupled = 0] = [4, 4, 4, 2, 3, 4].map(from.copy)
  for (const bits of [4, 4, 3]) if (from.copy(1) === 1) from.copy(bits)
  for (let left = front + side + back + coupled; left > 0; left--) from.copy(5)
  for (let left = low + data; left > 0; left--) from.copy(4)
  const fill = from.toByte()
  from.drop(fill)
  for (let left = from.drop(BYTE); left > 0; left--) from.drop(BYTE)
  from.zeros(fill + BYTE)
}

function copyDoubling(from: Copying): void {
  if (!from.isNext(SBR_FOLLOWS)) return
  from.copy(SBR_FOLLOWS.bits)
  if (from.copy(1) === 0) return
  copyRate(from)
  if (from.isNext(STEREO_FOLLOWS)) from.copy(STEREO_FOLLOWS.bits + 1)
}

/** Throws `RangeError` where the bytes end. */
function copying(bytes: Uint8Array): Copying {
  const ahead = Array.from(bytes, (byte) => byte.toString(2).padStart(BYTE, "0")).join("")
  let at = 0
  let kept = ""
  const drop = (bits: number) => {
    const taken = ahead.slice(at, at + bits)
    if (taken.length < bits) throw new RangeError("cut short")
    at += bits
    return bits === 0 ? 0 : Number.parseInt(taken, 2)
  }
  const copy = (bits: number) => {
    kept += ahead.slice(at, at + bits)
    return drop(bits)
  }
  return {
    copy,
    drop,
    zeros: (bits) => {
      kept += "0".repeat(bits)
    },
    toByte: () => (BYTE - (at % BYTE)) % BYTE,
    isNext: ({ value, bits }) => ahead.slice(at, at + bits) === value.toString(2).padStart(bits, "0"),
    kept: () => {
      const whole = kept.padEnd(Math.ceil(kept.length / BYTE) * BYTE, "0")
      return Uint8Array.from(whole.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2))
    },
  }
}
