// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest"
import { openCamera } from "./camera.ts"
import { FILM_FORMATS, recordable } from "./formats.ts"

test.each([
  ["NotFoundError", "camera-missing"],
  ["OverconstrainedError", "camera-missing"],
  ["NotAllowedError", "camera-refused"],
  ["NotReadableError", "camera-busy"],
  ["SomethingNew", "cannot-record"],
])("%s is said as %s", async (name, code) => {
  const getUserMedia = () => Promise.reject(new DOMException("no", name))
  await expect(openCamera({ picture: true }, { getUserMedia })).rejects.toMatchObject({ code })
})

test("a voice asks for no camera", async () => {
  const asked: (MediaStreamConstraints | undefined)[] = []
  const getUserMedia = async (wanted?: MediaStreamConstraints) => {
    asked.push(wanted)
    return {} as MediaStream
  }
  await openCamera({ picture: false }, { getUserMedia })
  expect(asked[0]?.video).toBe(false)
})

test("the first format that can be recorded is taken, and none is a refusal", () => {
  expect(recordable(FILM_FORMATS, (type) => type.includes("webm"))).toBe("video/webm;codecs=vp8,opus")
  expect(recordable(FILM_FORMATS, () => true)).toContain("avc1")
  expect(() => recordable(FILM_FORMATS, () => false)).toThrow(
    expect.objectContaining({ code: "cannot-record" }),
  )
})
