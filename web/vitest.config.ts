// SPDX-License-Identifier: EUPL-1.2
/** How the web app's unit tests run: in Node, unless a file asks for a document. */
import { defineConfig } from "vitest/config"
import { catalogues } from "./catalogues.ts"

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export
export default defineConfig({
  plugins: [catalogues()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // The consent text lies beside the command line that signs it, too.
  server: { fs: { allow: [".", "../relay/station/consent"] } },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"],
    testTimeout: 20_000,
  },
})
