// SPDX-License-Identifier: EUPL-1.2
// The reference server of tus, as its own documentation starts it: node tus.mjs PORT FOLDER.
import { createServer } from "node:http"
import { FileStore } from "@tus/file-store"
import { Server } from "@tus/server"

const [port, folder] = process.argv.slice(2)
const tus = new Server({ path: "/files", datastore: new FileStore({ directory: folder }) })
createServer((request, response) => tus.handle(request, response)).listen(Number(port), "127.0.0.1")
