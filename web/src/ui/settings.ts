// SPDX-License-Identifier: EUPL-1.2
/** What a programme sets for its own deployment, read from the page's `meta` tags: no request, no script. */
import type { Language } from "../locales/catalogue.ts"
import { language } from "./language.ts"

/** A setting: one for both languages, or one each as `name-en` and `name-fr`. Empty where it is not set. */
export function setting(name: string, tongue: Language = language.value): string {
  return meta(`${name}-${tongue}`) || meta(name)
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="relay-${name}"]`)?.content ?? ""
}

/** Where quick exit leads: an ordinary page about the weather. */
export function exitAddress(): string {
  const set = setting("exit")
  if (set.startsWith("https://")) return set
  return language.value === "fr" ? "https://meteo.gc.ca/" : "https://weather.gc.ca/"
}
