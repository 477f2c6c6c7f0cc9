# SPDX-License-Identifier: EUPL-1.2
### The first page and what surrounds every page. Plain words, short sentences, no blame.

## Around every page

title = Messages
skip = Skip to the main part
exit-long = Leave this page now
exit-short = Exit
exit-about = Leaving this page fast
exit-how = Choose “Leave this page now”, or press the Shift key three times. The page goes blank and a weather page opens.
exit-limits = This page cannot clear your browser’s history. It cannot stop programs that record what is typed. If someone checks this device, ask your mediator about a safer one.
demo-banner = Demonstration. The people and the letters are invented.
home = Your messages
sign-out = Sign out
queue = Letters
people = People
stop-link = Pause or stop taking part
demo-label = Demonstration
loading = One moment.
again = Try again
cancel = Cancel
close = Close
error-unreached = We could not reach the service. Check your connection, then try again. What you wrote is kept.
error-unreached-open = We could not reach the service. What you wrote is still here: keep this page open. Check your connection, then try again.
error-title = This did not work
help-title = If you need someone
help-mediator = Your mediator
help-programme = The programme
help-support = Someone to talk to, day or night
help-danger = If you are in danger, call 911.
appearance = Light or dark
appearance-system = Same as this device
appearance-light = Light
appearance-dark = Dark
pledge = Taking part is your choice. It has no effect on sentence or parole decisions.
pledge-stop = You can stop at any time. Nobody will ask you why.

## The first page

start-lead = A private place to write and to read, with the help of your mediator.
start-call = Call us
start-sign-in = Sign in
start-code = I have a code
start-ask = Ask to take part
start-questions = Questions? Ask your mediator.

## Signing in

sign-in-title = Sign in
sign-in-account = Your account number
sign-in-account-hint = Eight letters and digits. They are on your recovery sheet. Your mediator can also give them to you.
sign-in-how = How do you want to sign in?
sign-in-by-words = With my six words
sign-in-by-kit = With the code on my recovery sheet
sign-in-words = Your six words
sign-in-words-hint = In order, with a space between them. Capitals and accents do not matter.
sign-in-kit = Code on your recovery sheet
sign-in-kit-hint = 28 letters and digits. Capitals, spaces and dashes do not matter.
sign-in-show = Show what I type
device-question = Is this device only yours?
device-mine = Yes, only I use it
device-mine-hint = If this page reloads within 20 minutes, you stay signed in.
device-shared = No, or I am not sure
device-shared-hint = Nothing is kept on this device. You are signed out after 5 minutes without activity.
sign-in-go = Sign in
sign-in-busy = Checking. This can take a few seconds.
sign-in-lost = I lost my words and my sheet
sign-in-lost-text = Call your mediator. They can help you start again. Only you could open your words, so nobody can look them up for you.
sign-in-key-file = I manage the programme and have a key file
sign-in-link-title = You are about to sign in
sign-in-link-text = This link works once.
sign-in-link-used = This link does not work any more. It may have been used already. You can sign in with your words.
sign-in-missing-account = Write your account number.
sign-in-missing-secret = Write your words or your code.
sign-in-missing-device = Say if this device is only yours.

## Staying and leaving

idle-title = Are you still there?
idle-text = To keep your messages private, you will be signed out in one minute. What you wrote is saved.
idle-stay = Stay signed in
idle-leave = Sign out now
idle-recording = A recording was not sent. On this shared device it is lost as soon as this page closes.
leave-recording-title = Sign out before the recording is sent?
out-title = You are signed out
out-text = Nothing is left open on this page.
out-idle = It was quiet here for a while, so we signed you out. What you wrote was saved.
out-waits-title = What you wrote waits in this page
out-waits = There was no connection, so it is saved nowhere else. It is sealed. Keep this page open, and sign in again here when there is a connection.
out-recording-title = A recording waits in this page
out-recording = It was not sent, and it is kept nowhere else. It is sealed. To find it again, keep this page open and sign in again here.
out-again = Sign in again

mark-number = Passage { $number }
mark-notes = What was said about each passage
mark-no-words = Nothing was said about this passage.
sides-both = Show both
cut-begins = Left out:
cut-ends = End of what is left out.
