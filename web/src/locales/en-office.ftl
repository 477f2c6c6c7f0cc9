# SPDX-License-Identifier: EUPL-1.2
### The programme's office. Plain words for heavy keys; nothing is signed before it was said.

office-title = Programme office
office-lead = Requests, staff and cases of the programme.
office-nav = Parts of the office
office-nav-day = Today

## The way in

office-door-title = Open the programme office
office-door-lead = The programme’s keys are in your key file. Choose the file and write its six words.
office-door-again = You are still signed in. This page forgot your key file when it loaded anew. Open it again.
office-door-kept = The file stays on your machine. This page reads it into memory, sends nothing of it, and forgets it when you leave.
office-door-file = Key file
office-door-file-hint = Often named manager.key.
office-door-words = Its six words
office-door-missing-file = Choose the key file.
office-door-missing-words = Write the six words of the file.
office-door-go = Open the office
office-door-busy = Opening the file. This can take a few seconds.
office-door-means = What it means to open keys in a browser
office-door-means-keys = While the office is open, this page can sign for the programme. Use your own machine, and sign out when you are done.
office-door-means-code = The relay sends this page’s code each time. Whoever changes that code could use an open key. A station, or the command line, runs code that was installed and checked.
office-door-means-root = Keep the root key file away from here where you can. Open it for a second signature only, and then close the page.
office-key-commitment-wrong = These words do not open this file. Check the words, and whether it is the right file.
office-key-malformed = This is not a key file.
office-key-wrong-shape = This is not a key file that can be read here.
office-key-too-large = This file is too long to be a key file.
office-key-not-allowed = This key file is not for this. Choose the file of the manager who is signed in.
office-key-not-vouched = Two signatures need two different keys. Choose another person’s key file.

## The programme's list

office-list-until = The programme’s list of staff and cases counts until { $day }.
office-list-soon = { $days ->
    [0] The programme’s list of staff and cases ends today, { $day }
    [one] The programme’s list of staff and cases ends in { $days } day, on { $day }
   *[other] The programme’s list of staff and cases ends in { $days } days, on { $day }
}
office-list-over = The programme’s list of staff and cases ended on { $day }

## Supervision

office-nav-supervision = Supervision
supervision-title = Supervision
supervision-lead = Slow cases are normal. These counts show where help may be needed. They say nothing about how anybody works.
supervision-few = fewer than 5
supervision-some = { $least } to { $most }
supervision-withheld = not shown
supervision-waiting = What waits with mediators
supervision-in_review = To be read
supervision-held = Held until a day
supervision-approved = Approved, kept until the person is ready
supervision-age-under = Under { $days } days
supervision-age-between = { $from } to { $until } days
supervision-age-over = { $days } days or more
supervision-total = Together
supervision-on-their-way = On their way
supervision-on-their-way-text = These wait for nobody here. How long a person takes is up to them, so it is not counted.
supervision-submitted = In the author’s time to think again
supervision-offered = Offered
supervision-released = Released
supervision-opened = Read
supervision-workloads = Mediators
supervision-workloads-text = Open cases, and letters that somebody is reading now. Ask people how they are; a count cannot tell.
supervision-mediator = Mediator { $person }
supervision-cases = Open cases
supervision-in-hand = Letters in hand
supervision-why-few = Counts are rounded, and small ones are not told apart. So nobody can be recognised by a number. A sum is left out where it would tell a small one.
supervision-until = Counted on { $day }. The counts stay the same until { $monday }.

## Cases that ask to be closed

closings-title = Cases that ask to be closed
closings-lead = Only the mediators know why. Talk with them before you sign.
closings-none = No case asks to be closed.
closings-case = Case { $case }
closings-asked = Asked by { $person } on { $day }
closings-closed = This case is closed: nothing new can be sent in it.
closings-close = Close case { $case }
closings-means-new = Nothing new can be sent in this case, by anybody.
closings-means-waiting = Letters that still wait stay with the mediators, who can decide them.
closings-means-kept = What was released can still be read. Authors can still take back what they wrote.
closings-means-undone = You can open the case again: its rules then name what may be sent.
closings-sign = Sign and close the case
