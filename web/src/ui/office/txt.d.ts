// SPDX-License-Identifier: EUPL-1.2
/** A text file as it is, taken in when the page is built. */
declare module "*.txt?raw" {
  const text: string
  // biome-ignore lint/style/noDefaultExport: what the bundler makes of such a file
  export default text
}
