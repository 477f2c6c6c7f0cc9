# SPDX-License-Identifier: EUPL-1.2
### Joining: a code from the mediator, six words and a sheet of one’s own, and a number compared by voice.

enrol-title = Set up your access
enrol-step = Step { $now } of { $of }
enrol-step-code = Your code
enrol-step-words = Your words
enrol-step-sheet = Your sheet
enrol-step-wait = Confirmation

## The code

enrol-code-lead = You were given a code, on paper or by phone. It lets you set up your own access.
enrol-code-label = Your code
enrol-code-hint = 28 letters and digits in groups of four. Capitals, spaces and dashes do not matter.
enrol-code-missing = Write the code that you were given.
enrol-code-go = Check the code
enrol-code-ok = Your code fits. It is good until { $day }.
enrol-who-title = Who can read what you write
enrol-who-author = You can. You can also take it back.
enrol-who-mediator = Your mediator reads each letter first.
enrol-who-other = The other person reads a letter only if your mediator agrees to pass it on, and only if they say they are ready.
enrol-who-nobody = The people who run this service cannot read your letters. The staff of an institution cannot read them either.
enrol-limits-title = When your mediator must tell someone
enrol-limits-text = If someone is in danger, or a child is being harmed, your mediator may have to tell someone who can help. Your mediator will explain this before you write.
enrol-statement = A letter here is not a victim statement. It is not used for a decision about sentence or parole.
enrol-begin = Set up my access

## The words

enrol-words-lead = These six words open your messages. They were made for you on this device. Nobody else has them, and we cannot look them up.
enrol-words-keep = Write them on paper, in this order. Keep the paper where only you can find it.
enrol-words-language-other = Give me French words
enrol-words-next = I wrote them down
enrol-words-again-title = Now write your six words here
enrol-words-again-hint = Look at your paper. This is to be sure that they are right.
enrol-words-again-label = Your six words
enrol-words-wrong = These are not the same six words. Look at your paper, or go back to see them again.
enrol-words-show = Show me the words again
enrol-words-check = Check my words

## The sheet

enrol-sheet-lead = Print this sheet, or copy it by hand. With it you can get in if you lose your words.
enrol-sheet-account = Account number
enrol-sheet-kit = Recovery code
enrol-sheet-keep = Keep this sheet in a safe place, away from your six words. Anyone who holds it can open your messages.
enrol-sheet-print = Print the sheet
enrol-sheet-label = Copy the recovery code from your sheet
enrol-sheet-hint = This is to be sure that the sheet works.
enrol-sheet-wrong = This is not the same code. Check each group of four.
enrol-sheet-check = Check my sheet
enrol-sheet-busy = Making your keys. This can take a few seconds.

## Waiting for the mediator

enrol-wait-title = Your mediator finishes the last step
enrol-wait-lead = Your part is done. Your mediator now confirms that it is really you. This can take some days. You can close this page and sign in later.
enrol-wait-compare = If the code reached you by mail or through someone else, your mediator will read this number with you by phone. Both of you must see the same number.
enrol-wait-differs = If the numbers differ, stop, and call your mediator on a number you already know.
enrol-wait-now = Waiting for your mediator.
enrol-wait-again = Check now
enrol-wait-ticket = To finish on this device, write the code that you were given.
safety-label = Safety number
enrol-done-title = You are set up
enrol-done-text = Your mediator has confirmed you. Your access works now.
enrol-done-go = Go to my messages

## The same for mediators and interpreters, whom a programme manager confirms

enrol-staff-wait-title = A programme manager finishes the last step
enrol-staff-wait-lead = Your part is done. A manager of your programme now confirms that it is really you. This can take some days. You can close this page and sign in later.
enrol-staff-wait-compare = The manager will read this number with you, in person or by phone. Both of you must see the same number.
enrol-staff-wait-differs = If the numbers differ, stop, and call your programme on a number you already know.
enrol-staff-wait-now = Waiting for the programme manager.
enrol-staff-done-text = Your programme has confirmed you. Your access works now.
enrol-staff-done-go = Go to my work
