// SPDX-License-Identifier: EUPL-1.2
/** How the web app is built: hashed files, nothing inline, nothing that a strict policy would refuse. */
import { defineConfig } from "vite"

// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // A worker is a module of its own that loads its libraries when it needs them.
  worker: { format: "es" },
  build: {
    target: ["chrome115", "firefox128", "safari17"],
    outDir: "dist",
    emptyOutDir: true,
    // An inlined asset becomes a data: address, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
})
