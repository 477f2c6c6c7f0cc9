// SPDX-License-Identifier: EUPL-1.2
// Node reading ranges of files as a handler of one's own does, without a framework: node send.mjs PORT FOLDER.
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createServer } from "node:http"
import { basename, join } from "node:path"

const [port, folder] = process.argv.slice(2)
createServer(async (request, response) => {
  const path = join(folder, basename(request.url))
  const { size } = await stat(path)
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [null, "0", `${size - 1}`]
  const [start, end] = [Number(from), Math.min(Number(to), size - 1)]
  response.writeHead(request.headers.range ? 206 : 200, {
    "Content-Type": "application/octet-stream",
    "Content-Length": end - start + 1,
    "Content-Range": `bytes ${start}-${end}/${size}`,
  })
  createReadStream(path, { start, end }).pipe(response)
}).listen(Number(port), "127.0.0.1")
