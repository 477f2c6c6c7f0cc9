# SPDX-License-Identifier: EUPL-1.2
### The interpreter’s pages: what somebody let them in to, and nothing else.

interpreter-title = Open to you
interpreter-lead = A mediator let you in to these words, so that you can put them in another language or form. You see nothing else of the case.
interpreter-granted = To work on
interpreter-nothing = Nothing is open to you now.
interpreter-item = Words of case { $case }
interpreter-until = Open to you until { $day }
interpreter-by = You were let in by mediator { $person }
interpreter-open = Open them
interpreter-made = What you made
interpreter-made-item = Of { $day }, case { $case }
interpreter-made-partly = Not sent to the end
interpreter-made-given = Given to the mediators
interpreter-made-over = No longer there
interpreter-words-title = What to put in another form
interpreter-words-until = It is open to you until { $day }.
interpreter-look-only = This is only to look at. It cannot be copied or printed here. Please make no picture of it, and tell nobody about it.
interpreter-words = The original
interpreter-words-only = Show only the original
interpreter-given = What you made lies with the mediators of the case. They may have questions for you.
interpreter-over = Your access has ended
interpreter-over-text = These words are no longer open to you. If you were not finished, call the mediator.
interpreter-back = Back to my list
