# SPDX-License-Identifier: EUPL-1.2
### The mediator’s desk. Sober words; nothing that pushes, counts or hurries.

side-harmed = Person harmed
side-responsible = Person responsible
side-mediator = Mediator
side-unknown = Not named yet
side-within-harmed = person harmed
side-within-responsible = person responsible
side-within-unknown = person

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
queue-open-name = Open the letter of { $day }, from the { $side }
queue-more = Show more
queue-case = Case { $case }
desk-state-uploading = Being sent
desk-state-proposed = Waiting for its author’s yes
desk-state-submitted = New
desk-state-submitted-cooling = Cooling off until { $moment }
desk-state-in_review = You are reading it
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

## One letter

review-title = Letter of { $day }
review-closed = The letter is closed. Open it when you are ready to read it.
review-open = Open the letter
review-hide = Close it for now
review-author-title = Who wrote it
review-author-side = Side
review-author-person = Pseudonym in this case
review-author-safety = Safety number with you
review-author-checked = Verified: these words were signed with the key that you or a colleague confirmed.
review-author-key = Key
review-author-key-first = The first and only key of this person
review-author-key-changed = This person has set up their access anew. Key number { $epoch }. Make sure that it is them.
review-certificate = Fingerprint of the certificate
review-note-first = The author’s note to the reader
review-words = The letter
review-earlier = What was decided before
review-earlier-none = Nothing was decided before.
review-approvals = Approvals
review-approvals-of = { $count } of { $quorum }
statement-approval = Approved
statement-decision = Decided
statement-offer = Offered
statement-readiness = Answered
statement-by = by { $person }, { $day }
decision-hold = Put on hold
decision-return = Returned to the author
decision-decline = Will not be passed on
decision-escalate = A safety matter was raised
answer-ready = Ready
answer-not-now = Not now
answer-never = Never
answer-keep = Keep it for me

## Deciding

decide-title = What you can do
decide-claim = Take it up
decide-claim-hint = Other mediators of the case then see that you are reading it.
decide-approve = Approve
decide-hold = Put on hold
decide-return = Return with a note
decide-decline = Do not pass on
decide-escalate = Raise a safety matter
decide-offer = Offer it
decide-release = Open it for the person
decide-withdraw = Take it back for safety
decide-none = There is nothing to do now.
decide-cooling = The author can change their mind until { $moment }. It opens for you after that.
decide-wait-answer = Waiting for the person’s answer. Do not remind them here; call, if you agreed to.
approve-title = Approve this letter?
approve-text = You approve exactly these words, for the { $side }, { $person }. Nothing is sent yet: next you offer it, and it opens only if the person says that they are ready.
approve-alone = Your approval is enough.
approve-more = { $quorum } mediators must approve the same words.
approve-check = I have read the whole letter.
approve-check-missing = Read the whole letter first, then tick this.
approve-note = Note for the mediators of this case (optional)
approve-yes = Approve for the { $side }
hold-until = Hold until
hold-until-missing = Choose a day.
hold-note = Reason, for the mediators of this case
hold-yes = Put on hold
return-text = The words stay as they are; only the author can change them. They get your note and can write it anew.
return-note = Your note to the author
return-yes = Return to the author
decline-text = The letter goes no further. Its author reads your words.
decline-note = Your words to the author
decline-yes = Do not pass on
escalate-text = Use this when someone is in danger or the law obliges you. The letter goes on hold. Tell only what is needed.
escalate-note = What happened, for the mediators of this case
escalate-yes = Raise a safety matter
offer-text = The person reads this before they choose. Say who it is from, what kind it is, how long it is and what is in it. Do not quote the letter.
offer-note = Your words to the { $side }
offer-example = For example: “A letter from the person you know of. About one page. It speaks of the day itself, and answers two of your questions.”
offer-yes = Offer it
release-text = The { $side } said that they are ready. The letter then opens for them alone. Everything is checked once more.
release-yes = Open it for them
withdraw-text = The letter is destroyed for everyone. This cannot be undone. The author sees that it was taken back.
withdraw-note = Reason, for the mediators of this case
withdraw-yes = Take it back for safety
note-missing = Write a few words.
decided-done = Done. It is signed with your key.
desk-back = Back to the list
desk-stale = Someone else was first. Your words are still here. Look at the letter again before you decide.

## People

people-title = People
people-lead = Give a person their code, confirm that it is them, and finish their access.
people-case = Case { $case }
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
desk-notice-directory-ends = { $days ->
    [one] The programme’s list of mediators ends in { $days } day
   *[other] The programme’s list of mediators ends in { $days } days
}
desk-notice-directory-ends-text = After that day no person can be confirmed, and nothing can be opened for a person, until the programme renews the list. What is open stays open for a while.
