// SPDX-License-Identifier: EUPL-1.2
/**
 * The media worker, built beside the app into one file that imports nothing: `vite build --config vite.worker.ts`.
 *
 * Its address is fixed: the policy in src/relay/trusted.ts names it letter by letter.
 */
import { defineConfig } from "vite"

// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default defineConfig({
  build: {
    target: ["chrome115", "firefox128", "safari17"],
    outDir: "dist",
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: "src/media/watch.worker.ts",
      output: { format: "iife", entryFileNames: "sw.js" },
    },
    reportCompressedSize: false,
  },
})
