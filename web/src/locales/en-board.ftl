# SPDX-License-Identifier: EUPL-1.2
### A mediator’s day and the board of a case. Sober words; nothing that counts, ranks or hurries.

## Today

today-title = Today
today-lead = What was promised, what is due, and what waits. There is no target to reach.
today-due = Due
today-due-none = Nothing is due in the next two weeks.
today-later = Later
today-more = Show more
today-waits = With you
today-waits-none = Nothing is with you now.
today-waits-all = Everything with you
today-since = Since { $day }
today-cases = Your cases
today-cases-none = No case has been given to you yet.
today-away = Away
today-away-me = You are away from { $from } to { $until }. Your colleagues of the case cover for you.
today-away-other = { $person } is away from { $from } to { $until }, case { $case }. Look after what is with them.
today-refused = Something in the list could not be verified, so it is not shown. Call the programme if this stays.
today-open-case = Open case { $case }
today-open-letter = { $what ->
    [film] Open the video or voice message of { $day }, case { $case }
   *[other] Open the letter of { $day }, case { $case }
  }

## What is due, in a line

due-promise = Promised
due-call = Call
due-follow-up = Follow up
due-debrief = Debrief
due-assessment = Assessment of safety, privacy and wellbeing
due-no-contact = No-contact order: look at it again
due-overlap = Other process: look at it again
due-for = { $side } { $person }, case { $case }
due-for-case = Case { $case }
due-since = Since { $day }

## The board

board-title = Case { $case }
board-lead = Both sides, each in their own words. Nothing here is shown to either person, except their own needs and their own yes or no.
board-letters = All messages of this case
board-people = People and codes
board-back = Back to today
board-doubt = The gates cannot be judged, so nothing can be offered or opened.
board-doubt-text = A record or a consent did not verify ({ $code }). Do not go by what is shown here. Call the programme.
board-refused = Some records did not verify and are not shown.
board-refused-one = { $type }: { $why } ({ $code })
board-paused = Someone in this case is taking a pause. Nothing is offered or opened meanwhile.
board-nobody = Nobody is on this side yet.
board-not-enrolled = Not set up yet
board-by = { $person }, { $day }
board-by-me = You, { $day }
board-sealed-broken = These words do not open ({ $code }).
board-not-for-me = These words were sealed before you came to the case. Ask for the hand-over.
board-history = Earlier versions
board-history-of = Earlier versions: { $what }
board-history-none = There is no earlier version.
board-change = Change
board-change-what = Change: { $what }
board-remove = Take off the board
board-remove-what = Take off the board: { $what }
board-save = Sign and keep
board-saved = Kept, signed with your key.
board-missing-words = Write a few words.
board-missing-day = Choose a day.
board-missing-choice = Choose one.
board-meanwhile = Someone was first. Your words are still here.
board-meanwhile-text = This is what stands now. Read it, change your words if you wish, then keep them on top of it.
board-save-over = Keep mine on top
board-nothing-kept = Nothing was kept on the relay. Your words are still here.

## Gates

gates-title = Gates
gates-open = Every gate of this person is open.
shut-consent-missing = No consent for: { $channel }
shut-consent-missing-how = Only the person can give it, from their own page. Speak with them first.
shut-no-contact = No-contact order not cleared
shut-no-contact-how = Check that no order or condition stands against it, and write down what you saw.
shut-assessment-due = No current assessment of safety, privacy and wellbeing
shut-assessment-due-how = Assess again with the person. It holds for 90 days unless you choose another day.
shut-overlap = Another process is under way
shut-overlap-how = It opens when you write that nothing stands against it, or after its day.
shut-pace = The pace of this side is reached
shut-pace-how = It opens by itself with time. You can also change the pace.
ahead-title = Offering it would be refused now
ahead-approving = You can approve it all the same. It can be offered once this is open.
ahead-line = { $side }: { $why }
ahead-form = Not every browser plays this video
ahead-form-how = Have a form made at a station that plays everywhere, and have it approved.
shut-only-server = The relay keeps this shut too. It would refuse.
gate-no-contact = No-contact order
gate-assessment = Assessment
gate-overlap = Other process
gate-none = Nothing written yet
gate-no-contact-open = Cleared
gate-no-contact-open-until = Cleared until { $day }
gate-no-contact-shut = An order stands
gate-no-contact-shut-until = An order stands until { $day }
gate-assessment-open-until = Can go on, until { $day }
gate-assessment-shut-until = Not now. Look again on { $day }
gate-overlap-open = Nothing stands against it
gate-overlap-shut = Wait while it goes on
gate-overlap-shut-until = Wait until { $day }
gate-words = What was written
gate-over = This day has passed.
gate-write = Write down
gate-write-what = Write down: { $what }

## Forms of the gates

order-question = What did you find?
order-open = No order or condition stands against it
order-shut = An order or condition stands
order-evidence = What you saw, and where
order-evidence-hint = For example: the decision of the court or of the parole board, its number and its day.
order-until = Holds until (optional)
order-until-hint = The day on which the order, or what you saw, ends. Without a day it holds until somebody writes something else.
order-reason = Reason, in a few words
overlap-question = Is there an appeal, a civil suit, a parole or pardon process that should come first?
overlap-open = No, nothing stands against it
overlap-shut = Yes, wait for it
overlap-evidence = What it is, and how you know
overlap-until = Wait until (optional)
assess-question = Can words be exchanged now?
assess-open = Yes
assess-shut = Not now
assess-safety = Safety
assess-privacy = Privacy
assess-wellbeing = Wellbeing
assess-reason = What follows from it
assess-until = Assess again on
assess-until-hint = By default in 90 days; a year at most.
assess-no-score = Write what you saw and heard. Nothing here is a score, and nobody outside the case’s mediators reads it.

## Consent

consent-title = Consent
consent-yes = { $channel }: yes, since { $day }
consent-no = { $channel }: no, since { $day }
consent-old-text = { $channel }: said yes on { $day } to an older text. Ask again.
consent-nothing = { $channel }: not asked yet
channel-letter = letters
channel-video = video messages
channel-relayed = messages passed on by the mediator
channel-meeting = meeting in person

## Needs

needs-title = Needs, in their own words
needs-none = This person has not written down a need yet.
needs-open = They named: { $topics }
needs-closed = Not named, so not to be raised: { $topics }
topic-answers = answers
topic-apology = an apology
topic-facts = what happened
topic-forgiveness = forgiveness
topic-impact = what it did to them
topic-meeting = a meeting
topic-other = something else
topic-repair = repair where possible

## Pace

pace-title = Pace of this side
pace-none = No limit is set.
pace-set = { $most ->
    [one] At most { $most } message offered to the other side within { $days } days
   *[other] At most { $most } messages offered to the other side within { $days } days
}
pace-form = How many messages of this side may be offered to the other?
pace-most = At most
pace-days = Within
pace-days-of = { $days } days
pace-reason = Reason (optional)

## Tasks

tasks-title = Promises, calls and follow-ups
tasks-none = Nothing is open.
tasks-add = Write one down
tasks-done = Done
tasks-done-what = Done: { $what }
tasks-over = Done before
task-kind = What is it?
task-promise = A promise
task-call = A call to make
task-follow-up = A follow-up
task-debrief = A debrief
task-who = For whom?
task-who-case = The whole case
task-due = By
task-words = In a few words

## Notes

notes-title = Notes
notes-lead = Sealed for the mediators of this case.
notes-none = There is no note.
notes-add = Write a note
note-words = Your note
note-risks = What should colleagues watch for? (optional)
risk-contact = contact or location given away
risk-manipulation = manipulation
risk-new-offence = a new offence
risk-other = something else
risk-self-harm = harm to oneself
risk-third-person = a third person
risk-threat = a threat
risk-flag = Watch for: { $risks }

## Names

names-title = Names to watch for
names-lead = Letters are searched for these names on this device, when you read them.
names-none = The list is empty.
names-edit = Change the list
names-field = One name on each line

## Meetings

meetings-title = Meetings
meetings-none = No meeting is planned.
meetings-add = Plan a meeting
meeting-consent = A meeting needs each person’s own yes. See their consent above.
meeting-aims = What it is for, in the words of each person
meeting-rules = Ground rules
meeting-who = Who is there
meeting-where = Where
meeting-when = When
meeting-support = Support for each person, before and after
meeting-after = After a meeting, plan a debrief and a follow-up for each person.
meeting-debrief = Plan a debrief
meeting-debrief-for = Plan a debrief with the { $side } { $person }
meeting-follow-up = Plan a follow-up
meeting-follow-up-for = Plan a follow-up with the { $side } { $person }
meeting-debrief-words = Debrief after the meeting
meeting-follow-up-words = Follow-up after the meeting

## Repair

repairs-title = Repair, where possible
repairs-none = Nothing is agreed.
repairs-add = Write a step down
repair-words = What was agreed
repair-progress = How it stands, told back to both

## Paper

papers-title = On paper
papers-none = Nothing was released that could be brought on paper.
papers-lead = A released letter can be printed and brought. Paper cannot be taken back.
papers-bring = Print and bring
papers-bring-what = Print and bring the letter of { $day }
papers-brought = Brought on paper
papers-of = Letter of { $day }
papers-for = For the { $side }, { $person }
papers-words = Who brings it, when, and what was agreed
papers-keep = Keep the record, then open it to print
paper-title = On paper
paper-care = Paper cannot be taken back, and others may find it. Bring it by hand.
paper-not-for-paper = Its offer said that it may not be printed. Print it only if you decided otherwise with its reader.
paper-print = Print
paper-words = The letter
paper-back = Back to the case

## Away and cover

away-title = Away
away-none = Nobody says that they are away.
away-add = I will be away
away-edit = Change my days
away-back = I am not away any more
away-from = From
away-until = To
away-words = What colleagues need to know
away-line = { $person }: { $from } to { $until }
away-order = The second day comes after the first.

## Handing over

recusal-title = Handing the case over
recusal-lead = If you should not go on with this case, say so. The programme names another mediator; the reason is sealed for the mediators of the case.
recusal-ask = Ask for another mediator
recusal-reason = Reason, for the mediators of this case
recusal-open = You asked for another mediator on { $day }.
recusal-open-other = { $person } asked for another mediator on { $day }.
recusal-withdraw = I can go on after all

## Closing the case

closing-title = Closing the case
closing-lead = When nothing is left to carry, ask the programme to close the case. This can be taken back.
closing-ask = Ask to close the case
closing-change = Change what was written
closing-asked = You asked on { $day } for this case to be closed.
closing-asked-other = { $person } asked on { $day } for this case to be closed.
closing-keep-open = Keep the case open
closing-take-back = Take the request back
closing-stays = The case stays closed until a manager opens it again.
closing-closed = This case is closed: nothing new can be sent in it.
closing-debrief = Debrief with the { $side } { $person }
closing-debrief-hint = What they said at the end. Leave it empty if you have not talked yet.
closing-follow-ups = What was agreed for afterwards
closing-reason = Why the case can be closed
closing-still-open = Still open. A case can be closed with these, and each can still be done.
closing-nothing-open = Every person was debriefed, and nothing promised is left.
closing-open-debrief = Debrief with the { $side } { $person }
closing-open-task = { $what }: { $day }
closing-means = What closing means:
closing-means-manager = Asking closes nothing. A manager closes the case with a signature, and can open it again.
closing-means-waiting = Nothing new can be sent then. Letters that wait with you stay: decide them first.
closing-means-kept = What was released stays with the person who got it. Authors can still take back what they wrote.
closing-means-class = The case’s records are kept under the class “{ $class }”. Nothing is erased by closing.
closing-means-receipts = Receipts of what was taken back stay valid.

## What had to be shared

escalations-title = What had to be shared
escalations-none = Nothing had to be shared.
escalation-line = { $day }, rule: { $rule }
escalation-to = To whom
escalation-page = The page

## Facts of a record

fact-state = State
fact-until = Until
fact-evidence = Seen
fact-reason = Reason
fact-safety = Safety
fact-privacy = Privacy
fact-wellbeing = Wellbeing
fact-words = Words
fact-topics = Named
fact-due = By
fact-risks = Watch for
fact-names = Names
fact-aims = For
fact-rules = Rules
fact-who = Who
fact-where = Where
fact-when = When
fact-support = Support
fact-progress = How it stands
fact-to = To whom
fact-rule = Rule
fact-page = Page
fact-from = From
fact-pace = Pace
fact-debrief = Debrief with { $person }
fact-follow-ups = Agreed for afterwards
fact-gone = Taken off the board
type-gate = Gate
type-pace = Pace
type-need = Need
type-task = Task
type-note = Note
type-names = Names
type-meeting = Meeting
type-repair = Repair
type-paper = Paper
type-escalation = What had to be shared
type-recusal = Handing over
type-closing = Closing the case
type-away = Away
type-exposure = Own log
