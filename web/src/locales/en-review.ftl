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
queue-by-side = From
queue-by-case = Case
queue-all = Everything
queue-place-new = New
queue-place-reading = Being reviewed
queue-place-held = On hold
queue-place-returned = Returned to its author
queue-place-approved = Approved, not offered
queue-place-offered = Offered
queue-place-passed = Passed on
queue-place-declined = Will not be passed on
queue-place-over = Taken back or over
queue-none-such = There is no such message.
queue-none-yet = None so far. There may be more.
queue-claimed = { $person } is reviewing it
queue-open-again = Nobody is reviewing it now

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
viewer-blurred = It is blurred until you choose to see it clearly.

## One letter

review-title = { $what ->
    [film] Video or voice message of { $day }
   *[other] Letter of { $day }
  }
review-closed = { $what ->
    [film] It is closed. Open it when you are ready to watch it or listen to it.
   *[other] The letter is closed. Open it when you are ready to read it.
  }
review-open = Open the message
review-hide = Close it for now
review-words = The message
review-note-first = The author’s note to the reader
review-author-title = Who it is from
review-author-side = Side
review-author-person = Pseudonym in this case
review-author-safety = Safety number with you
review-author-checked = Verified: this message was signed with the key that you or a colleague confirmed.
review-author-key-changed = This person has set up their access anew. Key number { $epoch }. Make sure that it is them.
review-approvals = Approvals
review-approvals-of = { $count } of { $quorum }
key-history = Keys of this person over time
key-current = Key { $epoch }, since { $day }, confirmed by { $person }
key-former = Key { $epoch }, confirmed by { $person } on { $day }; not used any more
key-signed = This key signed it.
key-history-hint = Each line is the fingerprint of a certificate. It is the same for every mediator of the case.
review-earlier = What was decided before
review-earlier-none = Nothing was decided before.
earlier-marks = { $count ->
    [one] One passage was marked.
   *[other] { $count } passages were marked.
}
earlier-checks = Looked at:
statement-approval = Approved
statement-decision = Decided
statement-offer = Offered
statement-readiness = Answered
statement-by = by { $person }, { $day }
decision-hold = Put on hold
decision-hold-until = Put on hold until { $day }
decision-return = Returned to the author
decision-decline = Will not be passed on
decision-escalate = A safety matter was raised
decision-second = A second mediator was asked
decision-reopen = An approval was taken back
answer-ready = Ready
answer-not-now = Not now
answer-never = Never
answer-keep = Keep it for me
mark-for-author = Mark passages for the author
mark-for-page = Choose passages for the page
version-before = The version that was returned
version-said = What the author was told about the version of { $day }
version-gone = There was an earlier version. Its words are gone.
version-after = The author has made this message anew.
version-open = Open the new version
review-withdrawn = The author took it back.
review-withdrawn-text = It is no longer here, and nothing more is decided about it. Nobody has to say why.
unsent-title = What you were writing. It was not signed. You can copy it.
history-go = Everything in case { $case }
history-title = Everything in case { $case }
history-lead = Every message of the case that the relay still knows, and what was decided about each.
history-decisions = Show what was decided
history-of = { $what ->
    [film] Video or voice message of { $day }, from the { $side }
   *[other] Letter of { $day }, from the { $side }
  }
history-tell = Write down what somebody told
tell-shut = What somebody told cannot be written down in this case
tell-shut-how = The rules of this case do not open messages passed on by the mediator. A programme manager can open them.
history-back = Back to the message

## Deciding

decide-title = What you can do
decide-claim = Take it up
decide-claim-hint = Other mediators of the case then see that you are reviewing it.
claim-mine = You have taken it up, until { $time }. That is renewed while you work on this page.
claim-let-go = Let it go
claim-another = { $person } is reviewing this, until { $time }
claim-another-text = You can look at it too. If you take it over, that stays in the record of this message and { $person } sees it.
claim-take-over = Take it over
decide-approve = Approve
decide-hold = Put on hold
decide-return = Return with marks
decide-second = Ask a second mediator
decide-decline = Do not pass on
decide-escalate = Raise a safety matter
decide-offer = Offer it
decide-release = Open it for the person
decide-withdraw = Take it back for safety
decide-none = There is nothing to do now.
decide-close = Close this form
decide-kept = What you write here stays while this page is open.
decide-cooling = The author can change their mind until { $moment }. It opens for you after that.
decide-wait-answer = Waiting for the person’s answer. Do not remind them here; call, if you agreed to.
checks-title = Have you looked at each of these?
checks-lead = A tick means that you looked, not what you found. Your colleagues see the ticks.
checks-missing = Look at what is not ticked yet, then tick it.
check-identifying = Details that could identify or locate somebody
check-threat = A threat, open or between the lines
check-blame = Blame, or making it smaller than it was
check-manipulation = Pressure, guilt or promises that steer the reader
check-offence = Something that could be a new offence
check-third-persons = Other persons who did not agree to be named
check-pressure = Pressure to forgive or to reply
check-readiness = Whether the person is ready for this, now
approve-title = Approve this message?
approve-text = You approve exactly this message, for the { $side }, { $person }. Nothing is sent yet: next you offer it, and it opens only if the person says that they are ready.
approve-alone = Your approval is enough.
approve-more = { $quorum } mediators must approve the same message.
approve-made = You made this, so another mediator must approve it too.
approve-no-given = You have approved it. Another mediator of this case must approve it too.
approve-no-own-words = You made this, so another mediator of this case must approve it.
approve-no-not-confirmed = Nobody can approve this before its author says yes to it.
approve-nobody = There is no other mediator in this case. A programme manager adds one.
approve-not-played = { $what ->
    [sound] Not all of this recording has played on this page
   *[video] Not all of this video has played on this page
  }
approve-not-played-text = You may have seen or heard the rest elsewhere. If not, let it play to its end first. Only you are told this.
approve-note = Note for the mediators of this case (optional)
approve-content-note = What it speaks of, for the reader (optional)
approve-content-note-hint = The person sees this before they open it. Do not quote from it.
approve-go = Go on to the last question
approve-no = Go back, sign nothing
approve-yes = Approve for the { $side }
reading-title = How it is to be opened
reading-company = With whom
reading-company-any = As the person wishes, alone too
reading-company-mediator = With a mediator
reading-company-support = With a support person
reading-how = Form
reading-parts = In parts, one paragraph at a time
reading-print = It may be printed
reading-no-print = It may not be printed
reading-kiosk = It may be opened at a kiosk
reading-no-kiosk = It may not be opened at a kiosk
reading-expires = Not after (optional)
reading-expires-hint = After this day it does not open any more.
reading-until = Not after { $day }
hold-text = It stays with the mediators until that day. Its author sees that it is on hold, not why.
hold-until = Hold until
hold-until-missing = Choose a day.
hold-note = Reason, for the mediators of this case
hold-yes = Put on hold
return-text = The message stays as it is; only its author can change it. They get your marks and notes and can make it anew.
return-marks = You can mark passages of its words. The author sees each mark with what you say about it.
return-note = Your note to the author
return-yes = Return to the author
second-text = Another mediator of this case must approve it too. An approval that you gave before counts no more.
second-note = What you want them to look at
second-yes = Ask a second mediator
decline-text = The message goes no further. Its author reads your words.
decline-note = Your words to the author
decline-yes = Do not pass on
offer-text = { $what ->
    [film] The person reads this before they choose. Say who it is from, whether it is a video or a voice, how long it is and what is in it. Do not quote it.
   *[other] The person reads this before they choose. Say who it is from, what kind it is, how long it is and what is in it. Do not quote the letter.
  }
offer-note = Your words to the { $side }
offer-example = { $what ->
    [film] For example: “A video from the person you know of. About four minutes. One sees their face. They speak of the day itself, calmly.”
   *[other] For example: “A letter from the person you know of. About one page. It speaks of the day itself, and answers two of your questions.”
  }
offer-yes = Offer it
release-text = The { $side } said that they are ready. The message then opens for them alone. Everything is checked once more.
release-yes = Open it for them
withdraw-text = The message is destroyed for everyone. This cannot be undone. The author sees that it was taken back.
withdraw-note = Reason, for the mediators of this case
withdraw-yes = Take it back for safety
note-missing = Write a few words.
decided-done = Done. It is signed with your key.
desk-back = Back to the list
undo-until = You can take this approval back until { $time }.
undo-text = Until then it cannot be offered.
undo-go = Take the approval back
meanwhile-title = Something changed while you were here.
meanwhile-state = It stands here now: { $state }
meanwhile-claim = { $person } has taken it up.
meanwhile-let-go = Nobody has taken it up now.
meanwhile-said = { $what }, { $by }
meanwhile-key = Another key of the author stands now.
meanwhile-other = Its record moved on, in a way that does not show here.
meanwhile-kept = What you wrote is still here.
refused-kept = What you wrote is still here.
refused-nothing-signed = Nothing was decided.
refused-offline = Keep this page open and try again. If it did arrive, the list will show it.
refused-look-again = Look at it again
refused-board = Go to the case board

## A safety matter, on one page

escalate-text = Use this when someone is in danger or the law obliges you. Tell only what is needed. The page below can be printed or read over the telephone at any time. Signing puts the message on hold and writes it into the sealed register.
escalate-to = To whom it is told
escalate-to-hint = For example: the police service, a child protection agency, the person in charge of the institution.
escalate-to-missing = Say to whom.
escalate-rule = Under which rule
escalate-rule-choose = Choose
escalate-rule-missing = Choose the rule.
escalate-rule-words = The rule in your words (optional)
escalate-rule-words-hint = The section of the law, or what you promised when you explained the limits of confidentiality.
escalate-rule-words-missing = Say which rule.
escalate-day = Day
escalate-day-missing = Choose the day.
escalate-note = What happened, no more than is needed
escalate-passages = Choose passages of its words, if the page must quote any.
escalate-too-long = This does not fit one page. Choose fewer or shorter passages, or fewer words.
escalate-yes = Sign, and write it into the register
rule-danger-to-life = Somebody’s life or safety is in danger
rule-self-harm = Somebody may harm themselves
rule-threat = A threat against a person
rule-child-protection = A child may need protection
rule-court-order = A court has ordered it
rule-institution-safety = The safety of an institution
rule-other = Another rule
page-preview = The page
page-preview-hint = Made in this browser only. The register keeps it sealed; in the clear it keeps only the rule and the day.
page-title = Safety matter
page-day = Day
page-to = To
page-rule = Rule
page-about = About
page-about-whom = { $side }, { $person }, message of { $day }
page-from = From
page-from-whom = Mediator { $person }
page-phone = Telephone of the programme
page-only = This page holds everything that is disclosed. Nothing else of the exchange goes with it.
page-print = Print this page

media-picture = Picture { $number } of this message

## One's own log of reading

weight-title = How was it for you?
weight-text = Only if you want to say. It goes into your own log, which nobody else can open.
weight-words = A few words for yourself (optional)
weight-light = It was all right
weight-heavy = It was heavy
weight-none = I would rather not say
log-title = My own reading log
log-text = What you read here, how long, and how heavy it was by your own word. It is sealed for you alone. Nobody else can open it, and nothing is measured by it.
log-pauses = Suggest a pause after much or heavy reading
log-none = Nothing is in it yet.
log-entry = { $day }: { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
log-forget = Empty the log
log-forget-hint = The relay keeps sealed remains for its own record; only you could ever open them.
pause-title = A pause may do you good
pause-long = You have read for about an hour. The messages can wait.
pause-heavy = You have opened several heavy messages. The rest can wait.
pause-off = Do not suggest pauses

## A note for colleagues

aside-title = Write a note
aside-words = Note for the mediators of this case
aside-hint = Sealed for them. Nothing is decided with it, and nobody else reads it.
aside-keep = Keep the note
aside-kept = The note is kept.

## The register of safety matters

register-done = The register has this page. Nothing is written twice.
