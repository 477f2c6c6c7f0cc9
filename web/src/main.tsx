// SPDX-License-Identifier: EUPL-1.2
/** Where the web app begins: it draws the first page into the document. */
import { render } from "preact"

const place = document.getElementById("app")
if (place) {
  render(<main>Relay</main>, place)
}
