# SPDX-License-Identifier: EUPL-1.2
### The mediator’s desk. Sober words; nothing that pushes, counts or hurries.

side-harmed = Person harmed
side-responsible = Person responsible
side-mediator = Mediator
side-unknown = Not named yet
side-within-harmed = person harmed
side-within-responsible = person responsible
side-within-unknown = person
who-mediator = Mediator { $id }
who-interpreter = Interpreter { $id }
who-harmed = Person harmed { $id }
who-responsible = Person responsible { $id }
who-unknown = Person { $id }
who-within-mediator = mediator { $id }
who-within-interpreter = interpreter { $id }
who-within-harmed = the person harmed { $id }
who-within-responsible = the person responsible { $id }
who-within-unknown = person { $id }

## The queue

queue-title = With you
queue-lead = What has waited longest stands first. There is no target to reach.
queue-empty = Nothing is with you now.
queue-elsewhere = With others, or over
queue-from = From
queue-state = Where it is
queue-waiting = With you since
queue-since = With you since { $day }
queue-next = What you can do
queue-open = Open
queue-open-name = { $what ->
    [film] Open the video or voice message of { $day }, from the { $side }
   *[other] Open the letter of { $day }, from the { $side }
  }
queue-more = Show more
queue-case = Case { $case }
desk-kind-original = { $what ->
    [film] Video or voice message
   *[other] Letter
  }
desk-kind-relayed = Told words, written down
desk-kind-redaction = A shorter version
desk-kind-excerpt = An excerpt
desk-kind-rendition = Another form
desk-state-uploading = Being sent
desk-state-proposed = Waiting for its author’s yes
desk-state-submitted = New
desk-state-submitted-cooling = Cooling off until { $moment }
desk-state-in_review = You are reviewing it
desk-state-held = On hold
desk-state-held-until = On hold until { $day }
desk-state-returned = Returned to its author
desk-state-declined = Will not be passed on
desk-state-approved = Approved, not offered
desk-state-offered = Offered
desk-state-offered-ready = Offered: the person is ready
desk-state-offered-not-now = Offered: not now
desk-state-offered-never = Offered: never
desk-state-offered-keep = Offered: keep it for me
desk-state-released = Available to read
desk-state-opened = Opened
desk-state-kept = Kept for the person
desk-state-withdrawn = Taken back by its author
desk-state-expired = No longer available

## People

people-title = People
people-lead = Give a person their code, confirm that it is them, and finish their access.
people-case = Case { $case }
people-handover = Hand this case over, and see who came and left
people-paused = Someone in this case is taking a pause. Nothing is offered or opened meanwhile.
people-members = In this case
people-member-enrolled = Set up
people-member-not = Not set up yet
people-safety = Compare safety number
people-make = Make a code
people-make-side = For which side?
people-make-missing = Choose a side.
people-make-who = For whom?
people-make-new = Someone new
people-make-again = { $person } – set up anew
ticket-title = Code for the { $side }
ticket-once = It works once, for 14 days, until { $day }.
ticket-by-hand = Give it by hand or by phone. If it goes by mail or through someone else, compare the safety number by phone before you confirm.
ticket-kept = This device keeps what it needs to finish later.
ticket-not-kept = This device is shared: keep this page open until you finish, or keep the code on paper.
ticket-code = Code
ticket-qr = The same code, for the camera of a phone
ticket-print = Print this sheet
ticket-sheet-title = Your code
ticket-sheet-1 = Open the address below on a phone or a computer, or point the camera at the square.
ticket-sheet-2 = Choose “I have a code” and write it.
ticket-sheet-3 = If something looks wrong, stop, and call your mediator.
ticket-sheet-address = Address
waiting-title = Codes under way
waiting-none = No code is under way.
waiting-open = Not used yet. Good until { $day }.
waiting-certify = The person used the code. Make sure that it is them, then confirm.
waiting-manager = You confirmed them. The programme manager now adds them to the case.
waiting-answer = The programme manager has added them. One step is left for you.
waiting-done = Finished.
waiting-wrong = The keys did not come from the person who holds your code. Do not confirm. Make a new code and give it by hand.
waiting-no-secret = This device does not hold the code. Write it here to go on.
waiting-compare = Compare by voice: both of you must see this number.
waiting-compared = We compared the number, or I gave the code by hand.
waiting-compared-missing = Compare the number first, or tick that you gave the code by hand.
waiting-certify-go = Confirm this person
waiting-answer-go = Finish
waiting-remember = Use this code

## What changed

desk-notice-key-changed = A person set up their access anew
desk-notice-key-changed-text = { $person }, in case { $case }, has another key than at your last visit. Make sure that you or a colleague confirmed it with them.
desk-notice-mediators-changed = The mediators of a case changed
desk-notice-mediators-changed-text = Case { $case }. Call the programme if nobody told you.
desk-notice-mediators-came = Mediators who came: { $who }
desk-notice-mediators-left = Mediators who left: { $who }
desk-notice-mediators-see = See who came and what is handed over
desk-notice-changes-withheld = A case has changed, and it is not shown how
desk-notice-changes-withheld-text = Case { $case }. The relay does not show who came or left. Call the programme before you go on.
desk-notice-case-closed = Case { $case } is closed
desk-notice-case-closed-text = Nothing new can be sent in it. What waits with you can still be decided.
desk-notice-case-reopened = Case { $case } is open again
desk-notice-case-reopened-text = The programme opened it by new rules. Look at consent and assessments before anything goes on.
desk-notice-directory-ends = { $days ->
    [one] The programme’s list of mediators ends in { $days } day
   *[other] The programme’s list of mediators ends in { $days } days
}
desk-notice-directory-ends-text = After that day no person can be confirmed, and nothing can be opened for a person, until the programme renews the list. What is open stays open for a while.
