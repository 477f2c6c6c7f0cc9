# SPDX-License-Identifier: EUPL-1.2
### What a participant agrees to, and what they need. Their own say: asked plainly, never pressed.

## What I agree to

agree-title = What I agree to
agree-lead = You choose how words may reach you, and how yours may be passed on. Each answer stands by itself.
agree-case = Case { $case }
agree-hold-title = What holds for every answer
agree-hold-change = You can change each answer at any time. Nobody asks why.
agree-hold-effect = Taking part is your choice. No answer has an effect on a sentence or on parole.
agree-hold-statement = Nothing you say here is a statement for a court or for a parole hearing.
agree-hold-seen = Your mediators see your answers. The other person does not. The service keeps each yes and no, so that it can refuse the rest.
agree-hold-limits = Your mediators read everything before it is passed on. If somebody may be in danger, or where a law asks for it, they may have to tell someone. Ask them when that is.
agree-hold-text = Your answers are about the text below. Read it, or have it read to you, before you answer.
agree-hold-past = A later “not now” stops what waits. What was read already may be remembered.
agree-text-title = The text that you answer about
agree-text-read = Read the text
agree-text-missing = The text is not here, so you cannot say yes now. Ask your mediator for it. You can say “not now” at any time.
agree-letter-title = Letters
agree-letter-text = Letters may be passed on from you, and offered to you. Nobody gets one without being asked first.
agree-video-title = Video
agree-video-text = Video and voice may be passed on from you, and offered to you. A face or a voice can tell who somebody is.
agree-relayed-title = Words that the mediator passes on
agree-relayed-text = You tell your mediator what you want to say. They write it down. You say yes to those very words before anything is passed on.
agree-meeting-title = A meeting
agree-meeting-text = A meeting may be prepared, with a mediator and with support. You can still say no to any meeting.
agree-now-nothing = You have not answered yet. It counts as “not now”.
agree-now-yes = You said yes on { $day }.
agree-now-no = You said “not now” on { $day }.
agree-now-old-text = You said yes on { $day }. The text has changed since then, so you are asked again. Until you answer, it counts as “not now”.
agree-yes = Yes
agree-no = Not now
agree-kept = Your answer is kept, signed with your key.
agree-changed = The text changed while this page was open. Please look at it again before you answer. There is no hurry.

## What I need

own-needs-title = What I need
own-needs-lead = In your own words, if you want to. You can also leave this empty.
own-needs-who = Your mediators read it, and nobody else. They talk with you before anything comes of it. You can change it or take it back at any time.
own-needs-list = What you wrote
own-needs-none = You have not written anything here. That is all right.
own-needs-doubt = Something shown as yours could not be verified, so it is not shown here
own-needs-doubt-text = Please tell your mediator.
own-need-add = Write something
own-need-words = What I need, in my own words
own-need-topics = What is it about? (optional)
own-need-topics-hint = Tick as many as you like, or none. Your mediators do not bring up what you leave out.
own-topic-answers = Answers to my questions
own-topic-facts = What happened
own-topic-impact = What it changed, for me or for others
own-topic-apology = An apology
own-topic-repair = Repair, where it is possible
own-topic-meeting = A meeting
own-topic-other = Something else
own-topic-forgiveness = Forgiveness
own-need-about = About: { $topics }
own-need-day = Written { $day }
own-need-change = Change
own-need-take-back = Take it back
own-need-take-back-ask = Take this back?
own-need-take-back-text = It leaves your mediators’ page, and what it was about is not raised with you any more. They may remember it. The sealed record of the case keeps what once stood there.
own-need-take-back-yes = Take it back
own-need-take-back-no = Leave it as it is
own-need-save = Sign and keep it
own-need-save-over = Keep mine on top
own-need-cancel = Put this away
own-need-missing = Write a few words first.
own-need-kept = It is kept, signed with your key.
own-need-gone = It is taken back.
own-need-not-kept = The service does not have it yet. Your words are still here: keep this page open.
own-need-meanwhile = This was changed somewhere else. Your words are still here.
own-need-meanwhile-text = This is what stands now. Change your words if you wish, then keep them on top of it.
