# SPDX-License-Identifier: EUPL-1.2
### A participant’s own pages. Every page with a send button says who will see it, and what happens next.

## Home

home-title = Your messages
home-lead = This page shows only what is yours. Go at your own pace.
home-write = Write a letter
home-film = Record a video or your voice
home-offered-title = Something can be shared with you
home-offered-text = Your mediator has something that you may choose to open, now or later, or never.
home-offered-open = See what it is
home-released-title = What you asked for is ready
home-released-text = It stays closed until you open it. There is no hurry.
home-received-title = Shared with you
home-received-open = Open this page
home-drafts-title = Not finished
home-draft = Letter last saved { $moment }
home-draft-open = Keep writing
home-draft-drop = Delete this draft
home-draft-drop-ask = Delete this draft for good?
home-draft-drop-text = Nobody else has seen it. It cannot be brought back.
home-draft-drop-yes = Delete it
home-draft-drop-no = Keep it
home-recording = { $what ->
    [sound] A recording of your voice, begun on { $moment }, is kept on this device. It was not sent.
   *[video] A video that you began to record on { $moment } is kept on this device. It was not sent.
  }
home-recording-open = Go on with it
home-let-go-ask = Let go of it for good?
home-let-go-text = It is deleted from this device. It cannot be brought back.
home-let-go-yes = Let go of it
home-unsent-title = Sealed, but not with the mediator yet
home-unsent = A letter sealed { $moment } is kept on this device.
home-unsent-film = A video or voice message sealed { $moment } is kept on this device.
home-unsent-continue = Continue sending
home-unsent-again = Send it again
home-unsent-lapsed = Not all of it arrived within seven days, and the service no longer waits for it. It is still here, sealed, as you made it. You can send it again, or let go of it.
home-unsent-drop = Do not send it
home-sent-title = What you sent
home-sent-none = You have not sent anything yet.
home-sent-item = { $what ->
    [film] Video or voice message of { $day }
   *[other] Letter of { $day }
  }
home-sent-open = See what I sent
home-sent-take-back = Take it back
home-paused = You are taking a pause. Nothing is passed on while you pause.
home-paused-change = See my choices
home-agree = What I agree to
home-needs = What I need
home-agree-new = You have not said yet what you agree to
home-agree-new-text = Until you do, nothing is passed on to you or from you. There is no hurry.
home-agree-again = A text that you agreed to has changed
home-agree-again-text = You are asked again. Until you answer, nothing more is passed on that way. There is no hurry.
home-agree-see = Look at it

## Words for each state, to the author

state-uploading = Not with the mediator yet
state-proposed = Waiting for your answer
state-submitted = Sealed and given to the mediator
state-in_review = With the mediator
state-held = On hold
state-returned = Returned to you with notes
state-declined = Will not be passed on
state-approved = Approved, waiting
state-offered = Approved, waiting
state-released = Available to the other person
state-opened = Opened by the other person
state-kept = Kept by the mediator
state-withdrawn = Taken back
state-expired = No longer available

next-uploading = Part of it was sent. You can continue, or take it back.
next-proposed = Your mediator asks whether these words are yours. Nothing happens before you answer.
next-submitted = Your mediator will look at it. You can take it back at any time.
next-submitted-cooling = Until { $moment } it stays closed, in case you change your mind. Then your mediator will look at it.
next-in_review = Your mediator is looking at it. They may call you.
next-held = Your mediator needs more time. They will contact you.
next-returned = Read the notes. You can write it anew, or take it back. There is no hurry.
next-declined = Your mediator explains why in a note. You can talk about it with them.
next-approved = It stays sealed until the other person is ready. This may take a long time, and it may never come. Both are all right.
next-offered = It stays sealed until the other person is ready. This may take a long time, and it may never come. Both are all right.
next-released = The other person can open it when they choose to.
next-opened = The other person agreed that you may know this.
next-kept = Your mediator keeps it.
next-withdrawn = It was destroyed. Nobody can open it here.
next-expired = Its time here has ended.

## Words for each state, to the reader

theirs-uploading = Not available
theirs-proposed = Not available
theirs-submitted = Not available
theirs-in_review = Not available
theirs-held = Not available
theirs-returned = Not available
theirs-declined = Not available
theirs-approved = Not available
theirs-offered = Can be shared with you
theirs-released = Available to you
theirs-opened = You opened it
theirs-kept = Kept for you
theirs-withdrawn = No longer available
theirs-expired = No longer available

## Writing

to-whom-question = For whom is it?
to-whom-one = Person { $person }
to-whom-one-case = Person { $person }, case { $case }
to-whom-last = The last thing that went between you is of { $day }.
to-whom-none = Nothing has gone between you yet.
to-whom-help = Your mediator can tell you who is who.
to-whom-missing = Say for whom it is. What you wrote is kept.
write-title = Write a letter
write-label = Your letter
write-hint = Write as you speak. Leave an empty line between paragraphs. There is no limit to what you can say.
write-help = Help with writing
write-help-harmed-1 = You can say what happened to you, and what it changed.
write-help-harmed-2 = You can ask questions.
write-help-harmed-3 = You can say what you need, or what could help.
write-help-harmed-4 = You do not have to protect anyone’s feelings, or to answer anything.
write-help-responsible-1 = Say plainly what you did. Do not explain it away.
write-help-responsible-2 = Say what you understand of the harm.
write-help-responsible-3 = Do not ask for anything back: no answer, no meeting, no feeling.
write-help-responsible-4 = Do not give advice, and do not say how the person should feel.
write-help-both = Leave out addresses, phone numbers and the names of other people.
write-note-label = What should the reader know first? (optional)
write-note-hint = For example: “This talks about the day itself.” The other person sees this before they choose to open your letter.
write-language = This letter is written in
write-language-other = Another language
write-who-title = Who will see it, and when
write-who = First you check it. Then your mediator reads it. The other person reads it only if your mediator passes it on and they say they are ready.
write-statement = This is not a victim statement. It is not used for a decision about sentence or parole.
write-continue = Check my letter
write-later = Stop here and keep the draft
write-empty = There is nothing to check yet. Write a few words first.
write-conflict = This letter was also open somewhere else. Both versions are kept: the other one is with your drafts.
editor-spelling = Use this browser’s spelling help
editor-spelling-hint = Some browsers send what you type to the company that made them. Turn it off if you are not sure.
saved-untouched = Your letter saves by itself as you write.
saved-saving = Saving.
saved-saved-server = Saved, sealed – { $time }
saved-saved-device = Saved on this device only – { $time }
saved-unsaved-shared = Not saved yet: there is no connection. Keep this page open.

## Checking before giving

check-title = Before you give it
check-found-title = Things you may want to look at
found-nothing = Nothing stood out. This check runs on this device only and looks for a few things: addresses, phone numbers, e-mail and web addresses, and hidden characters.
found-stays = You decide. Nothing is changed for you.
found-blocks = A hidden character must go before the letter can be sealed.
found-clean = Remove hidden characters for me
found-street-address = This looks like a street address
found-street-address-why = An address can tell where someone lives.
found-postal-code = This looks like a postal code
found-postal-code-why = A postal code can tell where someone lives.
found-phone-number = This looks like a phone number
found-phone-number-why = The other person could use it to call.
found-email-address = This looks like an e-mail address
found-email-address-why = The other person could use it to write outside this place.
found-web-address = This looks like a web address
found-web-address-why = A page can tell who someone is or where they are.
found-hidden-character = There is a character here that cannot be seen
found-hidden-character-why = Your mediator must be able to see everything that the other person gets. It often comes from copying text from another place.
found-lookalike = These letters look alike but come from different alphabets
found-lookalike-why = It may be right. It may also hide a word.
check-preview-title = What the other person will see
check-preview-note = Shown first
check-cooling = You can take your time: for { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} after you give it, the letter stays closed.
check-no-cooling = Your mediator can open it as soon as you give it.
check-take-back = You can take it back at any time, without saying why.
give-go = Seal it and give it to the mediator
give-back = Keep writing
stage-preparing = Preparing
stage-locking = Sealing
stage-sending = Sending
stage-percent = { $percent }%
stage-may-close = You can close this page. What is sealed is kept on this device, and you can go on sending at your next visit.
stage-stay = Please keep this page open.
stage-pause = Pause
stage-paused = Paused. What has arrived is kept.
stage-cut = The connection was lost. What has arrived is kept.
stage-cut-text = When the connection is back, go on sending. Nothing is sent twice.
stage-minutes = { $minutes ->
    [one] About one minute left
   *[other] About { $minutes } minutes left
  }
give-kept = Your letter is sealed and kept on this device. You can continue sending from your messages page.

## A letter you sent

sent-title = { $what ->
    [video] Your video of { $day }
    [sound] Your voice message of { $day }
    [film] Your video or voice message of { $day }
   *[other] Your letter of { $day }
  }
sent-state = Where it is
sent-next = What happens next
sent-words-title = What you sent
sent-words-label = { $what ->
    [film] What is said, as a text
   *[other] Your letter
  }
sent-notes-title = From your mediator
sent-note-day = Written { $day }
sent-again = Write it anew
sent-again-hint = Your words are copied into a new draft. The first letter stays as it is.
sent-take-back = Take this message back
sent-film-again = Make this message anew
sent-film-again-hint = Your mediator’s notes are shown before you begin.
sent-note-first = Shown to the other person first

## Taking back

take-back-title = Take this message back
take-back-lead = You do not have to say why.
take-back-does-title = What this does
take-back-does-1 = Its keys are destroyed at once. Then what was sealed and its notes are destroyed too.
take-back-does-2 = Nobody can open it here any more. Not you, not your mediator, not the other person.
take-back-cannot-title = What this cannot do
take-back-cannot = If the other person already read, saw or heard it, they may remember it, or have copied it. Paper and memory cannot be taken back.
take-back-save = If you want to keep your words, copy them first.
take-back-yes = Take it back
take-back-no = Leave it as it is
receipt-title = Your message is destroyed
receipt-text = We checked the proof that it was destroyed. It was signed { $moment }.
receipt-unverified-title = Your message was taken back
receipt-unverified = You took it back { $moment }. What the service answered does not prove that it was destroyed. Please tell your mediator.
receipt-reader = To the other person, if it was offered, it says “No longer available”. Nothing more.
receipt-home = Go to my messages

## Being offered something

offered-title = Something can be shared with you
offered-lead = You have not seen anything of it yet. Here is what your mediator says about it.
offered-note-none = Your mediator left no note. You can call them first.
offered-question = What would you like?
offered-change = Every answer can be changed later. The other person is not told what you answer.
offered-ready = { $what ->
    [film] I am ready to watch it or listen to it
   *[other] I am ready to read it
  }
offered-not-now = Not now
offered-keep = Keep it for me
offered-never = I never want it
offered-is-ready = You said that you are ready. Your mediator opens it for you. This is done by a person, so it can take some days.
offered-is-not-now = You said: not now. It stays sealed. Nothing will remind you.
offered-is-keep = You asked your mediator to keep it for you.
offered-is-never = You said that you never want it. It stays sealed.
offered-now = Your answer
offered-read = { $what ->
    [film] Go to the video or voice message
   *[other] Go to the letter
  }

## Reading

read-title = { $what ->
    [video] A video for you
    [sound] A voice message for you
    [film] A video or voice message for you
    [unknown] A message for you
   *[other] A letter for you
  }
read-lead = { $what ->
    [film] It is closed, and nothing plays by itself. You can stop at any point.
   *[other] It is closed. Choose how you want to read it. You can stop at any point.
  }
read-with = You can also open it with your mediator, or with someone you trust.
read-parts = Open it, one paragraph at a time
read-whole = { $what ->
    [film] Open it
   *[other] Open all of it
  }
read-later = Not today
read-busy = Checking that everything is right before it opens.
read-label = { $what ->
    [film] The video or voice message
   *[other] The letter
  }
read-facts-day = { $what ->
    [film] Given to the mediator
   *[other] Written
  }
read-facts-note = Good to know first
read-checked = { $what ->
    [film] We checked who made it, and that your mediator passed it on. Each piece is checked before it is shown.
   *[other] We checked who wrote it, that your mediator passed it on, and that not a letter of it was changed.
  }
read-next = Next paragraph
read-rest = Show the rest
read-of = Paragraph { $now } of { $of }
read-end = This is the end of the letter.
read-stop = Stop and close it
read-after-title = { $what ->
    [film] Afterwards
   *[other] After reading
  }
read-reply = Write a letter
read-hand-back = Give it back to be kept
read-hand-back-hint = Your mediator keeps it. You can ask for it again.
read-print = Print it
read-print-asked = Your mediator asks that this is not printed. Ask them if you would like it on paper.
read-print-title = Print this?
read-print-text = Paper cannot be taken back. Anyone who finds it can read it. Keep it in a safe place.
read-print-yes = Print it
read-print-no = Do not print
read-closed-title = It is closed again
read-closed-text = You can come back to it any time. If you want to talk, call your mediator.
gone-title = No longer available
gone-text = This is no longer available. It says nothing about you, or about what you did.

## When a key changed

notice-key-changed = The other person set up their access anew
notice-key-changed-text = This happens when someone loses their words. Your mediator has confirmed it is them. If you are unsure, call your mediator.
notice-mediators-changed = Who looks after your case has changed
notice-mediators-changed-text = Call the programme if nobody told you.
notice-mediators-came = Came: { $who }
notice-mediators-left = Left: { $who }
notice-mediators-see = See who looks after your case
notice-changes-withheld = Your case has changed, and it is not shown how
notice-changes-withheld-text = Please call your mediator or the programme, at a number that you know already.
notice-case-closed = Your case is closed
notice-case-closed-text = Nothing new can be sent in it. What was given to you stays with you, and you can still take back what you wrote.
notice-case-reopened = Your case is open again
notice-case-reopened-text = You can write again if you want to. You need not do anything. If nobody told you, call your mediator.
notice-handover-wanted = No mediator can open some of what you wrote
notice-handover-wanted-text = It was sealed for somebody who has left. You can let the new mediator open it, or leave it closed.
notice-directory-ends = { $days ->
    [one] The programme’s list of mediators ends in { $days } day
   *[other] The programme’s list of mediators ends in { $days } days
}
notice-directory-ends-text = Nothing is lost. What is new may have to wait until the programme renews it.

## Pausing and stopping

stop-title = Pause or stop taking part
stop-lead = You can do this at any time. Nobody asks why. It has no effect on anything else.
stop-pause-title = Take a pause
stop-pause-text = Nothing is passed on to you or from you. You can come back when you want.
stop-pause = Pause now
stop-resume-title = Come back
stop-resume-text = You are taking a pause now.
stop-resume = Come back now
stop-leave-title = Stop taking part
stop-leave-text = Everything you wrote here is taken back and destroyed. Nothing more reaches you. Your mediator is told, and tells the other person only that this has ended.
stop-leave-cannot = What was read may be remembered. This cannot be undone.
stop-leave = Stop taking part
stop-leave-ask = Stop taking part for good?
stop-leave-yes = Yes, stop and destroy what I wrote
stop-leave-no = No, go back
stop-paused = You are now taking a pause.
stop-resumed = You are taking part again.
stop-left = You have stopped taking part. What you wrote was destroyed { $moment }.

reading-with-mediator = Your mediator suggests that you read it together.
reading-with-support = Your mediator suggests that somebody whom you trust is with you.
reading-in-parts = Your mediator suggests that you read it in parts.
reading-not-kiosk = It is not for the kiosk. Your mediator will bring it.
reading-open-until = It can be opened until { $day }.
write-returned-title = What came back to you
write-returned-hint = Your letter as you gave it, with your mediator’s notes. You change only what you want to change.
write-returned-words = Your letter as it came back, with marked passages

## Words that somebody else wrote down, cut or put in another form

read-film-other = This browser cannot show this film
read-film-other-text = The other form of it that stands beside it plays here.
home-proposed-told = Your mediator wrote down what you told
home-proposed-shorter = Your mediator proposes a shorter version of what you sent
home-proposed-text = Nothing is passed on before you say yes. You can also say no. There is no hurry.
home-proposed-open = Read it and answer
proposed-title = You are asked for your answer
proposed-lead-told = Your mediator wrote down what you told them. Read it, or have it read to you.
proposed-lead-shorter = Your mediator proposes to leave out parts of what you sent. Look at both versions. If you want to know why, call them.
proposed-hurry = Nothing is passed on before you say yes. There is no hurry.
proposed-told = What your mediator wrote down
proposed-before = What you sent
proposed-before-only = Show only what you sent
proposed-after = The shorter version
proposed-after-only = Show only the shorter version
proposed-only-left-out = We checked: the shorter version holds only your own words, in your order. […] stands where something is left out.
proposed-other-words = The shorter version holds words that are not in your letter
proposed-other-words-text = It should only leave something out. Say no, and talk about it with your mediator.
proposed-film = Look at or listen to both versions before you answer. Parts may be cut out, silent or blurred.
proposed-no-original = What you sent cannot be shown beside this version. Talk with your mediator before you answer.
proposed-question-told = Is this what you want to say?
proposed-question-shorter = May this version be passed on in place of what you sent?
proposed-yes-means = Yes: your answer is signed with your key and counts for exactly this version. A mediator looks at it once more. You can take it back at any time.
proposed-no-means-told = No: this version is destroyed, and you do not have to say why. Your mediator can write it down anew with you.
proposed-no-means-shorter = No: this version is destroyed, and you do not have to say why. What you sent stays as it is.
proposed-yes-told = Yes, these are my words
proposed-yes-shorter = Yes, this version is right
proposed-no-told = No, do not use this
proposed-no-shorter = No, do not use this version
proposed-later = Not today
proposed-answered = You have answered this.
proposed-see = See what I said yes to
proposed-said-yes = You said yes
proposed-said-yes-text = Your answer is signed for exactly this version. A mediator looks at it once more before anything is passed on.
proposed-said-no = You said no
proposed-said-no-text = That version is destroyed. The proof of it was signed { $moment }.
proposed-said-no-kept = What you sent yourself stays as it is.
made-told-mine = What you told, written down { $day }
made-told-theirs = Told to the mediator, written down { $day }
made-shorter-mine = Shorter version of what you sent, { $day }
made-shorter-theirs = A shorter version, { $day }
made-form-mine = What you sent, in another language or form, { $day }
made-form-theirs = Another language or form, { $day }
made-waits = Your mediator asks for your answer. There is no hurry.
made-told-how = Your mediator wrote this down, and you said that these are your words.
made-shorter-how = Your mediator left parts out, and you said yes to this version.
made-form-how = Made from what you sent, so that the other person can follow it. They get your own beside it.
made-returned = Read the notes. You can talk about it with your mediator, or take it back. There is no hurry.
sent-access-title = Who else was let in to these words
sent-access-text = Your mediator lets an interpreter in only to put this in another language or form.
sent-access-until = An interpreter, until { $day }
sent-access-over = An interpreter, whose access has ended
read-from-relayed = These words were told to the mediator, who wrote them down. The person who told them said yes to exactly this version.
read-from-redaction = { $what ->
    [film] Parts of it are cut out, silent or blurred. The person who gave it said yes to exactly this version.
   *[other] Parts of this letter are left out where […] stands. The person who wrote it said yes to exactly this version.
  }
read-from-excerpt = { $what ->
    [film] These are parts of a longer message. The person who gave it said yes to exactly this version.
   *[other] These are parts of a letter. […] stands where something is left out. The person who wrote it said yes to exactly this version.
  }
read-from-rendition = This is another form of a message.
read-form-mediator = The mediator made the other form. The original stands beside it.
read-form-interpreter = An interpreter made the other form, and a mediator checked it. The original stands beside it.
read-form-what = What this form is
read-form-open = Show another language or form, beside the original
read-form = Another language or form
read-form-only = Show only the other form
read-label-only = { $what ->
    [film] Show only the original
   *[other] Show only the letter
  }
