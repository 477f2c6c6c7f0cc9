// SPDX-License-Identifier: EUPL-1.2
/** What a catalogue is. Each stands in a file of its own, so that a room brings its own words and no other room's. */
import type { FluentResource } from "@fluent/bundle"

/** The languages, named in themselves. */
export const LANGUAGES = { en: "English", fr: "Français" } as const

export type Language = keyof typeof LANGUAGES

type Fetch = () => Promise<{ readonly messages: FluentResource["body"] }>

/** The words of one part of the app, fetched in one language. */
export type Catalogue = { readonly name: string } & Readonly<Record<Language, Fetch>>
