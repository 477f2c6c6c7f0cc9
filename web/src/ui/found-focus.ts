// SPDX-License-Identifier: EUPL-1.2
/**
 * Finds a place for the focus wherever what had it is gone, all over a room in which much gives way to something else.
 *
 * A part that knows better says so itself (`kept-focus.ts`), and a new page takes it for its heading:
 * both come first. What is left would begin at the top of the page, with nothing said (WCAG 2.4.3).
 */
import { useEffect } from "preact/hooks"

/** Long enough for a new page and for the parts that know better. */
const AFTER_MS = 150
const PLACES = "section, article, form, fieldset, details, main, [role=group]"
const BEGINNINGS = "h1, h2, h3, h4, legend, summary"

/** The element and all around it, from the inside out. */
function aroundOf(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let one: Element | null = element; one !== null; one = one.parentElement) found.push(one)
  return found
}

/** Where what stands around a lost element begins. */
function beginningOf(around: readonly Element[]): HTMLElement | null {
  const place =
    around.find((one) => one.isConnected && one.matches(PLACES)) ?? document.getElementById("main")
  const heading = place?.querySelector<HTMLElement>(BEGINNINGS)
  return heading ?? (place instanceof HTMLElement ? place : null)
}

/** The focus of a keyboard, in one room. */
class Focus {
  /** What had it last, with all around it. */
  private around: readonly Element[] = []
  /** What had it before a question was asked. */
  private before: HTMLElement | null = null

  note(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return
    this.around = aroundOf(target)
    if (target.closest("dialog") === null) this.before = target
  }

  /** Whoever presses somewhere else lets go of it. */
  letGo(target: EventTarget | null): void {
    if (target instanceof Node && !this.around[0]?.contains(target)) this.around = []
  }

  get isLost(): boolean {
    const [last] = this.around
    const isNobodys = document.activeElement === null || document.activeElement === document.body
    return isNobodys && last !== undefined && !(last.isConnected && last.checkVisibility())
  }

  find(): void {
    if (!this.isLost) return
    const isBack = this.before?.isConnected === true && this.before.checkVisibility()
    const found = isBack ? this.before : beginningOf(this.around)
    if (found === null) return
    if (!isBack && found.tabIndex < 0) found.tabIndex = -1
    found.focus()
  }
}

/** Keep the focus in the page, for as long as the room is open. */
export function useFoundFocus(): void {
  useEffect(() => {
    const focus = new Focus()
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = ({ target }: Event) => focus.note(target)
    const letGo = ({ target }: Event) => focus.letGo(target)
    const look = () => {
      if (!focus.isLost) return
      clearTimeout(timer)
      timer = setTimeout(() => focus.find(), AFTER_MS)
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { childList: true, subtree: true })
    document.addEventListener("focusin", note)
    document.addEventListener("pointerdown", letGo)
    return () => {
      clearTimeout(timer)
      watching.disconnect()
      document.removeEventListener("focusin", note)
      document.removeEventListener("pointerdown", letGo)
    }
  }, [])
}
