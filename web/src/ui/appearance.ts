// SPDX-License-Identifier: EUPL-1.2
/** Light or dark: as the device says, unless the person says otherwise for this visit. Nothing is stored. */
import { signal } from "@preact/signals"

export type Appearance = "system" | "light" | "dark"

/** What the person chose. */
export const appearance = signal<Appearance>("system")

/** Follow the choice and the device from now on. */
export function followAppearance(): void {
  const device = globalThis.matchMedia?.("(prefers-color-scheme: dark)")
  const draw = () => {
    const chosen = appearance.value === "system" ? (device?.matches ? "dark" : "light") : appearance.value
    document.documentElement.dataset["appearance"] = chosen
  }
  appearance.subscribe(draw)
  device?.addEventListener("change", draw)
}
