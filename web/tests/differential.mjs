// SPDX-License-Identifier: EUPL-1.2
/** Starts `differential.ts`, which Node 20 cannot read by itself: `node web/tests/differential.mjs`. */
import { fileURLToPath } from "node:url"
import { runnerImport } from "vite"

const source = fileURLToPath(new URL("./differential.ts", import.meta.url))
const { module } = await runnerImport(source, { configFile: false, logLevel: "error" })
await module.main()
