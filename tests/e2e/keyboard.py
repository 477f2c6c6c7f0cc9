# SPDX-License-Identifier: EUPL-1.2
"""Without a mouse: a walk with the Tab key alone, the keys of the desk, and their switch."""

from typing import Final

from playwright.async_api import expect

from tests.e2e import acts
from tests.e2e.browsers import Person
from tests.e2e.say import say

_BEGIN: Final = """() => {
  const room = document.querySelector("dialog:modal") ?? document
  const asked = "a[href], button, input, select, textarea, summary, [tabindex]"
  const isAsked = (one) => {
    if (one.type !== "radio") return true
    const all = [...room.querySelectorAll(`input[name="${one.name}"]`)]
    return one === (all.find(({ checked }) => checked) ?? all[0])
  }
  const stops = [...room.querySelectorAll(asked)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && isAsked(one))
  stops[0].focus({ focusVisible: true })
  globalThis.walk = stops
  return stops.length
}"""
"""What the Tab key comes to: one radio a group, nothing that is folded away. The first has the focus."""

_HERE: Final = """() => {
  const one = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  const [box] = one.getClientRects()
  const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  const seen = top && (one.contains(top) || top.contains(one) && !top.matches("main, body, html"))
  const faults = []
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("no ring")
  if (!seen) faults.push(`covered by ${top?.outerHTML.slice(0, 80)}`)
  return [globalThis.walk.indexOf(one), faults.map((fault) => `${fault}: ${one.outerHTML.slice(0, 120)}`)]
}"""

_WITHIN_FIELDS: Final = 12
"""More presses than there are stops: a date has several."""


async def walk(who: Person) -> None:
    """Press Tab from the first thing to the last; nothing is passed over, hidden, or kept hold of."""
    count = int(await who.page.evaluate(_BEGIN))
    places: list[int] = []
    faults: list[str] = []
    for _ in range(count + _WITHIN_FIELDS):
        place, found = await who.page.evaluate(_HERE)
        if place not in places[-1:]:  # a day, a month and a year are one field
            places.append(place)
            faults += found
        if len(places) == count:
            break
        await who.page.keyboard.press("Tab")
    assert places == list(range(count)), places
    assert faults == [], faults


async def enter(who: Person, key: str, **given: object) -> None:
    """Press a button as somebody without a mouse does."""
    await acts.button(who, key, **given).first.focus()
    await who.page.keyboard.press("Enter")


async def open_from_queue(who: Person) -> None:
    """Open the only entry of the queue, and its words."""
    await enter(who, "queue")
    await acts.heading(who, "queue-title")
    entry = who.page.get_by_role("row").get_by_role("button")
    await expect(entry).to_have_count(1)
    for key in ("j", "k", "j"):
        await who.page.keyboard.press(key)
        await expect(entry).to_be_focused()
    await who.page.keyboard.press("Enter")
    await enter(who, "review-open")


async def have_a_switch(who: Person) -> None:
    """See that N begins a note and ? shows the help, but not while something is typed, nor switched off."""
    keys = who.page.keyboard
    note = who.page.get_by_label(say(who.language, "aside-words"), exact=True)
    dialog = who.page.get_by_role("dialog", name=say(who.language, "keys-title"))
    await keys.press("n")
    await expect(note).to_be_focused()
    await keys.type("n?j")
    await expect(note).to_have_value("n?j")
    await enter(who, "decide-close")
    await expect(acts.button(who, "aside-title")).to_be_focused()
    for is_on in (True, False):
        if is_on:
            await keys.press("?")
        else:
            await enter(who, "keys-title")
        await expect(dialog).to_be_visible()
        await walk(who)
        await who.page.get_by_label(say(who.language, "keys-on")).focus()
        await keys.press("Space")
        await keys.press("Escape")
        await expect(dialog).to_have_count(0)
        if is_on:
            await acts.button(who, "keys-title").focus()
            for key in ("n", "?"):
                await keys.press(key)
                await expect(note.or_(dialog)).to_have_count(0)


async def approve(who: Person, side: str) -> None:
    """Take a letter up and approve it: the form has the focus when it opens, and one key signs nothing."""
    keys = who.page.keyboard
    await enter(who, "decide-claim")
    await expect(acts.button(who, "claim-let-go")).to_be_visible()
    await enter(who, "decide-approve")
    await expect(who.page.locator(".decide-panel h3")).to_be_focused()
    await walk(who)
    for check in acts.CHECKS:
        await who.page.get_by_label(say(who.language, f"check-{check}"), exact=True).focus()
        await keys.press("Space")
    await keys.press("Control+Enter")
    await acts.heading(who, "approve-title")
    await walk(who)
    await enter(who, "approve-yes", side=side)
    await acts.says(who, "decided-done")
    await expect(who.page.get_by_role("heading", name=say(who.language, "decide-title"))).to_be_focused()
