// SPDX-License-Identifier: EUPL-1.2
// Runs axe over the page as it stands: WCAG 2.2 AA and good practice.
async () => {
  const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] })
  const where = (nodes) => nodes.map((node) => node.html.slice(0, 160))
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: where(nodes) }))
}
