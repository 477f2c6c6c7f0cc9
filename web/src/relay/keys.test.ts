// SPDX-License-Identifier: EUPL-1.2
/** Words are stretched in a worker that ends with its answer, and only our own worker may run. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { seed } from "../../tests/world.ts"
import { stretchWords } from "../crypto/passphrase.ts"
import { type KeysAnswer, type KeysQuestion, type KeysWorker, stretchInWorker } from "./keys.ts"
import { keysWorkerAddress, onlyOurs } from "./trusted.ts"

const SALT = seed("salt").subarray(0, 16)
const PARAMETERS = { passes: 3, memoryKib: 65_536 }

type Listener = (event: { readonly data: KeysAnswer }) => void

/** Stands in for a worker: answers as told, and remembers whether it was ended. */
function fakeWorker(answer: (question: KeysQuestion) => KeysAnswer | "error") {
  const listeners = new Map<string, Listener>()
  const state = { ended: false }
  const worker: KeysWorker = {
    addEventListener: (kind: string, listener: unknown) => void listeners.set(kind, listener as Listener),
    postMessage: (question: KeysQuestion) => {
      const given = answer(question)
      if (given === "error") listeners.get("error")?.({ data: { code: "internal" } })
      else listeners.get("message")?.({ data: given })
    },
    terminate: () => {
      state.ended = true
    },
  }
  return { worker, state }
}

describe("stretching in a worker", () => {
  test("gives the secret and ends the worker", async () => {
    const { worker, state } = fakeWorker(() => ({ secret: seed("secret") }))
    expect(await stretchInWorker("words", SALT, { parameters: PARAMETERS, start: () => worker })).toEqual(
      seed("secret"),
    )
    expect(state.ended).toBe(true)
  })

  test("passes a refusal on by its code, and ends the worker", async () => {
    const { worker, state } = fakeWorker(() => ({ code: "too-weak" }))
    const refused = stretchInWorker("words", SALT, { parameters: PARAMETERS, start: () => worker })
    await expect(refused).rejects.toMatchObject({ code: "too-weak" })
    expect(state.ended).toBe(true)
  })

  test("says so when the worker does not run", async () => {
    const { worker } = fakeWorker(() => "error")
    const refused = stretchInWorker("words", SALT, { parameters: PARAMETERS, start: () => worker })
    await expect(refused).rejects.toMatchObject({ code: "internal" })
  })
})

describe("the worker itself", () => {
  const answers: KeysAnswer[] = []
  let ask: (event: { readonly data: KeysQuestion }) => void

  beforeEach(async () => {
    vi.resetModules()
    answers.length = 0
    vi.stubGlobal("self", {
      addEventListener: (_: string, listener: typeof ask) => {
        ask = listener
      },
      postMessage: (answer: KeysAnswer) => void answers.push(answer),
    })
    await import("./keys.worker.ts")
  })

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test("answers with what Argon2id gives", async () => {
    ask({ data: { words: "six words", salt: SALT, parameters: PARAMETERS } })
    await vi.waitFor(() => expect(answers).toHaveLength(1), 10_000)
    expect(answers).toEqual([{ secret: await stretchWords("six words", SALT, PARAMETERS) }])
  })

  test("refuses parameters that are too weak, by code", async () => {
    ask({ data: { words: "six words", salt: SALT, parameters: { passes: 1, memoryKib: 65_536 } } })
    await vi.waitFor(() => expect(answers).toEqual([{ code: "too-weak" }]))
  })
})

describe("the Trusted-Types policy", () => {
  test("lets through the addresses of our workers and nothing else", () => {
    expect(onlyOurs(keysWorkerAddress())).toBe(keysWorkerAddress())
    expect(onlyOurs("/sw.js")).toBe("/sw.js")
    for (const address of [
      "/evil.js",
      "https://elsewhere.example/sw.js",
      "data:text/javascript,1",
      "/sw.js?x",
    ]) {
      expect(() => onlyOurs(address)).toThrow(TypeError)
    }
  })

  test("is called relay, and makes no markup and no scripts", async () => {
    vi.resetModules()
    const createPolicy = vi.fn((_: string, rules: object) => rules)
    vi.stubGlobal("trustedTypes", { createPolicy })
    const { mediaWorkerAddress } = await import("./trusted.ts")
    expect(mediaWorkerAddress()).toBe("/sw.js")
    expect(createPolicy).toHaveBeenCalledTimes(1)
    expect(createPolicy.mock.calls[0]?.[0]).toBe("relay")
    expect(Object.keys(createPolicy.mock.calls[0]?.[1] ?? {})).toEqual(["createScriptURL"])
    vi.unstubAllGlobals()
  })
})
