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

## Highlights: hints that a person checks by eye. They say what was seen and why it may matter, and judge nothing.

highlight-kind-address = Address
highlight-kind-postal-code = Postal code
highlight-kind-phone = Telephone number
highlight-kind-e-mail = E-mail address
highlight-kind-insurance-number = Social insurance number
highlight-kind-birth = Date of birth
highlight-kind-name = Name
highlight-kind-account = Account elsewhere
highlight-kind-link = Link
highlight-kind-hidden = Hidden character
highlight-kind-look-alike = Look-alike
highlight-kind-spacing = Spacing

highlight-address-street = The name of a street. With a town or a landmark it can say where somebody lives.
highlight-address-numbered = A number and a street, as in an address.
highlight-address-unit = A flat or unit number, as in an address.
highlight-address-box = A post office box, a rural route or general delivery: a way to write to somebody directly.
highlight-postal-canada = Written like a Canadian postal code. Six characters can point to one side of one street.
highlight-postal-zip = Written like a ZIP code of the United States.
highlight-phone = A telephone number that can exist in Canada or the United States.
highlight-phone-local = Written like a telephone number without its area code.
highlight-phone-abroad = Written like a telephone number from another country.
highlight-phone-spelled = Seven or more digits in words, as when a telephone number is spelled out.
highlight-mail = An e-mail address.
highlight-mail-spelled = Reads like an e-mail address in words, such as “name at place dot ca”.
highlight-insurance = Nine digits whose last one fits, as in a social insurance number.
highlight-insurance-said = Nine digits after words for a social insurance number.
highlight-birth = A date beside a word for birth or birthday.
highlight-name = A name from this case’s list.
highlight-name-part = Part of a name from this case’s list.
highlight-account = Written like an account name on another service.
highlight-account-said = Says where to find somebody on another service.
highlight-link = A link or the address of a website.
highlight-hidden = A character that shows nothing, or not what it is. It can carry a message that nobody sees.
highlight-marks = Several marks are stacked on one letter. They can carry a message.
highlight-mixed-scripts = Letters of different scripts in one word. It may be written so that a search does not find it.
highlight-look-alike = Letters that look like others and are not. It may be written so that a search does not find it.
highlight-other-form = The same sign in several forms. Such choices can carry a message.
highlight-spaces = Spaces where a letter has none, or more than one.
highlight-spaces-mixed = Different kinds of space at the same sort of place. Such choices can carry a message.
highlight-spread-out = Letters written one by one. It may be a word that is not meant to be found.
## Marked passages

mark-how = Select words, or tap a sentence. With keys: arrows go from sentence to sentence, Enter marks one.
mark-selected = Mark what is selected
mark-number = Passage { $number }
mark-notes = What was said about each passage
mark-no-words = Nothing was said about this passage.
mark-list = Marked passages
mark-none = No passage is marked yet.
mark-words = About passage { $number } (optional)
mark-let-go = Take the mark off passage { $number }
mark-most = { $most } passages are marked. That is as many as one note holds.

## Hints: what may be worth a second look

hint-reason = { $title }: { $why }
hint-none = Nothing stood out by itself. That does not mean that there is nothing.
hint-list = What may be worth a second look
hint-list-lead = Hints, made in this browser and told to nobody. You decide what they are worth.
hint-go = Go to the place

## Pictures and video

viewer-clear = Show it clearly
viewer-colours = Colours
viewer-sound = Sound
viewer-speed = Speed
viewer-times = { NUMBER($times) } times
viewer-blurred = It is blurred until you choose to see it clearly.
