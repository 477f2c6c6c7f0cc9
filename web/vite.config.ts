// SPDX-License-Identifier: EUPL-1.2
/** How the web app is built: hashed files, nothing inline, nothing that a strict policy would refuse. */

import { fileURLToPath } from "node:url"
import { defineConfig } from "vite"
import { catalogues } from "./catalogues.ts"

/** Where that lies which is fetched for a video alone. */
const FILM =
  /\/src\/(?:media|ui\/participant\/film|ui\/desk\/station|ui\/elements\/(?:placing|player))\/|\/node_modules\/mediabunny\//

function own(module: string): string {
  return fileURLToPath(new URL(`src/relay/${module}.ts`, import.meta.url))
}

// biome-ignore lint/style/noDefaultExport: Vite reads the default export
export default defineConfig({
  plugins: [catalogues()],
  // What the upload library brings for platforms without it; every browser here has it.
  resolve: { alias: { "url-parse": own("platform_url"), "js-base64": own("platform_base64") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: ["chrome115", "firefox128", "safari17"],
    outDir: "dist",
    emptyOutDir: true,
    // An inlined asset becomes a data: address, which the content policy refuses.
    assetsInlineLimit: 0,
    // What is loaded later is not announced: a worker has no document to announce it in.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, urls, { hostType }) => (hostType === "html" ? urls : []),
    },
    // `./dev bench page` holds the weight; the limit of the tool is a guess.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // Some libraries look for Node's crypto and then use the browser's: nothing to do, and nothing to say.
      onLog: (level, log, handle) => {
        if (!log.message.includes('Module "crypto" has been externalized')) handle(level, log)
      },
      // The worker is an entry of the same build, so that page and worker share one copy of libsodium.
      // Its address is fixed: the policy in src/relay/trusted.ts names it letter by letter.
      input: {
        index: "index.html",
        "keys.worker": "src/relay/keys.worker.ts",
        "film.worker": "src/media/film.worker.ts",
      },
      output: {
        // A room's file bears its name, and so does what only a video needs: `./dev bench page` weighs them apart.
        chunkFileNames: ({ facadeModuleId, moduleIds, name }) => {
          const room = facadeModuleId?.match(/\/ui\/([a-z]+)\/room\.tsx$/)?.[1]
          if (room !== undefined) return `assets/${room}-room-[hash].js`
          const video = FILM.test(facadeModuleId ?? "") || moduleIds.every((id) => FILM.test(id))
          const film = video && !name.startsWith("film")
          return `assets/${film ? `film-${name}` : name}-[hash].js`
        },
        entryFileNames: ({ name }) => (name.endsWith(".worker") ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
    sourcemap: false,
    reportCompressedSize: false,
  },
})
