// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest"
import { go, place, placeOfFragment, takeFragment } from "./place.ts"

beforeEach(() => {
  history.replaceState(null, "", "/")
})

test("going anywhere adds nothing to the history and nothing to the address", () => {
  const before = history.length
  go({ at: "read", message: "secret" })
  go({ at: "home" })
  expect(history.length).toBe(before)
  expect(location.href).not.toContain("secret")
  expect(place.value).toEqual({ at: "home" })
})

test("a link's fragment is read once and taken off the address", () => {
  history.replaceState(null, "", "/#link=K7M2QX9T.CODE")
  expect(takeFragment()).toBe("link=K7M2QX9T.CODE")
  expect(location.hash).toBe("")
  expect(takeFragment()).toBe("")
})

test.each([
  ["ticket=A&root=B&case=C", "enrol"],
  ["link=A.B", "link"],
  ["office", "office-door"],
])("%s leads to %s", (fragment, at) => {
  expect(placeOfFragment(fragment)?.at).toBe(at)
})

test.each(["", "main", "state=1", "javascript:alert(1)"])("%j leads nowhere", (fragment) => {
  expect(placeOfFragment(fragment)).toBeNull()
})
