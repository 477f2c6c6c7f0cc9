// SPDX-License-Identifier: EUPL-1.2
/**
 * The browser's own URL, in place of the parser that the upload library brings for platforms without one.
 *
 * Put there by `vite.config.ts`: it saves everybody who writes a letter several kilobytes.
 */
// biome-ignore lint/style/noDefaultExport: the upload library imports a default
export default globalThis.URL
