// SPDX-License-Identifier: EUPL-1.2
/** What `catalogues.ts` makes of a `.ftl` file. */
declare module "*.ftl" {
  import type { FluentResource } from "@fluent/bundle"
  export const messages: FluentResource["body"]
}
