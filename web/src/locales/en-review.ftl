# SPDX-License-Identifier: EUPL-1.2
### Reviewing a letter, and what spares the mediator while they do. Sober words; nothing that hurries.

## Keys

keys-title = Keyboard
keys-when = These keys work while nothing is being typed. Everything that they do has a button too.
keys-off = Single keys are switched off. Everything that they do has a button.
keys-next = Next entry
keys-before = Entry before
keys-open = Open the entry
keys-enter = Enter
keys-note = Write a note
keys-hide = Hide everything
keys-help = This help
keys-approve = Approve: a question with the person’s name comes next
keys-on = Single keys do things

## When it is heavy

calm-hide = This is heavy: hide everything
calm-title = Everything is hidden
calm-text = Nothing is lost. Come back when you want to, or leave it for another day.
calm-back = Come back

## The queue

queue-filters = What is shown
queue-by-place = Where it is
queue-by-side = Written by
queue-by-case = Case
queue-all = Everything
queue-place-new = New
queue-place-reading = Being read
queue-place-held = On hold
queue-place-returned = Returned to its author
queue-place-approved = Approved, not offered
queue-place-offered = Offered
queue-place-passed = Passed on
queue-place-declined = Will not be passed on
queue-place-over = Taken back or over
queue-none-such = There is no such letter.
queue-none-yet = None so far. There may be more.
queue-claimed = { $person } is reading it
queue-open-again = Nobody is reading it now
