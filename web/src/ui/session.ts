// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in on this page, and how that begins and ends. One value; letting go of it forgets everything. */
import { computed, signal } from "@preact/signals"
import { draftFolder } from "../relay/draft_folder.ts"
import { recordingFolder } from "../relay/kept_recording.ts"
import type { Session } from "../relay/session.ts"
import { actions } from "./actions.ts"
import { leave } from "./exit.ts"
import { go, type Place } from "./place.ts"
import { exitAddress, setting } from "./settings.ts"

/** The session of now; null while nobody is signed in. */
export const session = signal<Session | null>(null)

/** This person's place in their cases; null until it is fetched and everything under it verified. */
export const standing = signal<Standing | null>(null)

export type Standing = {
  readonly cases: readonly string[]
  /** Cases in which somebody takes a pause; only a mediator is told. */
  readonly paused: readonly string[]
}

/** True while the warning before the idle end is shown. */
export const warned = signal(false)

/** True after a session whose last words are in this tab alone, sealed: closing it would lose them. */
export const waits = signal(false)

/** True after a session on a shared device that leaves a recording, sealed, in this tab alone. */
export const recordingWaits = signal(false)

/** True when the page says that all of this is a demonstration. */
export const demo = signal(setting("demo") === "yes")

/** This person's side; null for a mediator. */
export const side = computed(() => {
  const now = session.value
  if (now === null || now.role !== "participant") return null
  const members = caseIds().flatMap((one) => now.trust.members(one))
  return members.find((member) => member.person === now.person)?.side ?? null
})

/** This person's cases; none before they are known. */
export function caseIds(): readonly string[] {
  return standing.value?.cases ?? []
}

/** Fetch and verify what everything else stands on. Throws what went wrong. */
export async function settle(now: Session): Promise<void> {
  await now.trust.refresh()
  const { cases } = await now.ports.client.cases()
  standing.value = {
    cases: cases.map((one) => one.case),
    paused: cases.filter((one) => one.paused === true).map((one) => one.case),
  }
}

/** Where somebody of this role begins. */
export function firstPlace(now: Session): Place {
  if (now.role === "manager") return { at: "office" }
  return now.role === "mediator" ? { at: "today" } : { at: "home" }
}

/** Take up a new session, and hear of its end. */
export function begin(now: Session, there: Place = firstPlace(now)): void {
  standing.value = null
  waits.value = false
  recordingWaits.value = false
  session.value = now
  const stop = feelPresence(now)
  now.watch((state) => {
    warned.value = state.state === "warning"
    if (state.state !== "ended") return
    stop()
    session.value = null
    standing.value = null
    if (state.reason === "left") return
    go({ at: "out", idle: state.reason !== "signed-out" })
    void noteWaiting(now)
  })
  void readyToLeave()
  go(there)
}

/** On a shared computer without a line, what was written last went nowhere. */
async function noteWaiting(now: Session): Promise<void> {
  if (now.privateDevice) return
  waits.value = (await now.device.list(draftFolder(now.account))).length > 0
  recordingWaits.value = await wouldLoseRecording(now)
}

/** Whether something was recorded and not sent that goes with this tab: it is a shared device's. */
export async function wouldLoseRecording(now: Session): Promise<boolean> {
  if (now.privateDevice) return false
  const kept = await now.device.list(recordingFolder(now)).catch(() => [])
  return kept.length > 0
}

const SIGNS_OF_LIFE = ["keydown", "pointerdown", "input", "scroll"] as const

/** Tell the session whenever a person does something; the answer stops it. */
function feelPresence(now: Session): () => void {
  // While the question is shown, only its own buttons answer it.
  const touch = () => {
    if (!warned.value) now.touch()
  }
  for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, touch, { capture: true, passive: true })
  return () => {
    for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, touch, { capture: true })
  }
}

/** Return the session. Throws when a page for signed-in people is drawn without one: our own bug. */
export function signedIn(): Session {
  const now = session.value
  if (now === null) throw new Error("nobody is signed in")
  return now
}

/** Sign out; the page for it comes when the session says that it ended. */
export async function end(): Promise<void> {
  const now = session.value
  if (now === null) return
  const { signOut } = await actions().signIn()
  try {
    await signOut(now)
  } finally {
    session.value = null
    standing.value = null
    go({ at: "out", idle: false })
  }
}

let leaveNow: (() => void) | undefined

/** Have what quick exit needs at hand, so that leaving never waits for the network. */
export async function readyToLeave(): Promise<void> {
  const [ports, module] = await Promise.all([actions().ports(), actions().signIn()])
  leaveNow = () => void module.leaveNow(ports, session.value)
}

/** Quick exit. */
export function quickExit(): void {
  const address = exitAddress()
  leave({
    forget: () => (leaveNow ? leaveNow() : session.value?.forget("left")),
    replace: () => globalThis.location.replace(address),
  })
}
