// SPDX-License-Identifier: EUPL-1.2
// Acts on a page by what people read: a button, link, label or heading whose words are exactly these.
const shown = (one) => one.getClientRects().length > 0
const plain = (text) => text.replace(/\s+/g, " ").trim()
const words = (one) => plain(one.getAttribute("aria-label") ?? one.textContent ?? "")
const press = (text) => {
  const found = [...document.querySelectorAll("button, a, [role=button]")].filter((one) => shown(one) && words(one) === text && !one.disabled)
  found[0]?.click()
  return found.length > 0
}
const labelled = (text) => {
  const label = [...document.querySelectorAll("label, legend")].find((one) => shown(one) && words(one).startsWith(text))
  return label?.control ?? label?.querySelector("input, textarea") ?? null
}
const choose = (text) => {
  const control = labelled(text)
  control?.click()
  return control !== null
}
const fill = (text, value) => {
  const control = labelled(text)
  if (control === null) return false
  const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(control, value)
  control.dispatchEvent(new Event("input", { bubbles: true }))
  control.dispatchEvent(new Event("change", { bubbles: true }))
  return true
}
const openFrom = (state) => {
  const rows = [...document.querySelectorAll("tr, li")].filter((one) => shown(one) && plain(one.textContent).includes(state))
  const button = rows.at(-1)?.querySelector("button")
  button?.click()
  return button !== undefined && button !== null
}
const sees = (text) => plain(document.body.innerText).includes(text)
