// SPDX-License-Identifier: EUPL-1.2
/** Fluent catalogues are read when the app is built, so that no parser travels to the reader. */
import { FluentResource } from "@fluent/bundle"
import type { Plugin } from "vite"

/** Turn each `.ftl` file into a module that holds its messages, already read. */
export function catalogues(): Plugin {
  return {
    name: "catalogues",
    transform(source, id) {
      if (!id.endsWith(".ftl")) return null
      const messages = new FluentResource(source).body
      return { code: `export const messages = ${JSON.stringify(messages)}`, map: null }
    },
  }
}
