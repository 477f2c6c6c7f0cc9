// SPDX-License-Identifier: EUPL-1.2
/** The examples, built for looking at and for axe: `vite build --config vite.examples.ts`. Never in the shipped app. */
import { defineConfig, mergeConfig } from "vite"
import shipped from "./vite.config.ts"

// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default mergeConfig(
  shipped,
  defineConfig({
    publicDir: "public",
    build: { outDir: ".vite/examples", rollupOptions: { input: "examples.html" } },
  }),
)
