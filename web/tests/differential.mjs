// SPDX-License-Identifier: EUPL-1.2
/** Starts a TypeScript file that Node 20 cannot read by itself: `node web/tests/differential.mjs [corpus.ts]`. */
import { fileURLToPath } from "node:url"
import { createServer } from "vite"

// No port is opened: the server only turns TypeScript into JavaScript, and stays for what is loaded late.
const server = await createServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  configFile: false,
  appType: "custom",
  logLevel: "error",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
const { main } = await server.ssrLoadModule(`/tests/${process.argv[2] ?? "differential.ts"}`)
await main()
await server.close()
