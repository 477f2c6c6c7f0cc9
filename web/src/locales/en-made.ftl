# SPDX-License-Identifier: EUPL-1.2
### What is made of somebody’s words: written down as told, shortened, put in another form. Nobody’s words are edited.

## Beside a letter

made-kind-relayed = Told words
made-kind-redaction = A shorter version
made-kind-excerpt = An excerpt
made-kind-rendition = Another form
made-by-mediator = Made by mediator { $person }.
made-by-interpreter = Made by interpreter { $person }, who was let in to the original by a mediator of this case.
made-by-me = You made this. You can review it, but your approval alone is never enough.
made-confirmed = Checked: its author said yes, with their key, to exactly these words.
made-not-confirmed = Its author has not said yes
made-not-confirmed-text = It cannot be approved before they do.
made-beside-only = It reaches its reader only beside the original. Compare the two before you approve it.
made-possible = What can be made of it
made-possible-text = The original stays as it is. What you make is a message of its own.
made-go-shorten = Leave something out
made-go-form = Add a translation, captions or plain words
made-go-access = Give an interpreter access

## For every page on which something is made

making-language = Language of these words
making-language-other = Another language
making-note = What should the reader know first? (optional)
making-note-hint = The person sees this before they open it. Do not quote from it.
making-note-first = Shown to the reader first
making-empty = Write a few words.
making-look = Look it over
making-back = Go back and change it
making-leave = Leave without sending
making-kept = What you wrote is still here. You can try again.
making-yes-about = It is signed with your key and sent to its author, sealed. Nothing goes further before they say yes to exactly these words. If they say no, it is destroyed.
making-send-for-yes = Send it for their yes
making-sent = Sent
making-sent-for-yes = Its author finds it on their page. You see here when they say yes. Do not press them.
making-to-case = Back to the case
making-to-letter = Back to the message

## Writing down what was told

tell-title = Write down what was told
tell-lead = Use this when somebody told you what they want to say. Write their words, not yours.
tell-author = Who told it?
tell-author-missing = Choose who told it.
tell-addressee = For whom is it?
tell-addressee-missing = Choose for whom it is.
tell-label = What they told, in their words
tell-hint = Write “I”, as they said it. Leave an empty line between paragraphs. Leave out what they did not want passed on.
tell-look = Read it back
tell-read-back = Read it back to them
tell-read-back-text = If they are with you or on the telephone, read every word aloud. Change what is not as they said it.
tell-words = What was told

## Leaving something out

shorten-title = Leave something out
shorten-lead = You can take sentences away. You cannot add or change a word. […] stands where something is left out.
shorten-question = What stays? Take the tick off what is to be left out.
shorten-left = What is left
shorten-none-left = Nothing is left.
shorten-nothing-cut = Nothing is left out yet.
shorten-all-cut = Something must be left.
shorten-kind = What is it?
shorten-kind-missing = Choose what it is.
shorten-redaction = The letter, with something left out
shorten-redaction-hint = For example: details that could locate somebody.
shorten-excerpt = An excerpt
shorten-excerpt-hint = Only the passages that are to be passed on.

## Both versions

compare-title = Both versions
compare-go = Compare it with the original
compare-none = The original can no longer be opened.
compare-original = The original
compare-original-only = Show only the original
compare-made = What was made of it
compare-made-only = Show only what was made
compare-only-left-out = Checked: it holds only words of the letter, in their order. What is left out is struck through.
compare-film = Look at or listen to both. Parts may be cut out, silent or blurred.
compare-other-words = It holds words that are not in the letter

## Another form

making-form-title = Add a translation, captions or plain words
making-form-lead = The reader gets it only beside the original, with who made it. Put in every sentence and nothing more.
making-form-what = What it is
making-form-what-hint = In the reader’s language. For example: “Translation into French”, “The letter in plain words”, “Captions for the video”.
making-form-what-missing = Say what it is.
making-form-label = The words
making-form-hint = Leave an empty line between paragraphs, where the letter has one.
making-form-label-film = What is said, as a text to read (you may leave this empty)
making-form-hint-film = A transcript or a translation. Leave an empty line between paragraphs.
making-form-spoken = The words read aloud
making-form-spoken-hint = A sound file of up to 64 MB, recorded for this. You may leave it out, or send it without written words.
making-form-words = The other form
making-form-only = Show only the other form
making-form-about = It is signed with your key and sealed for the mediators of the case and for the author of the original. A mediator compares the two before anybody else sees it.
making-form-send = Sign and send it
making-form-sent = It lies with the mediators of this case, like any message. The author of the original can see it too. If you are a mediator, another one must approve it as well.

## Access of an interpreter

access-title = Access for an interpreter
access-lead = An interpreter whom the programme has listed can open this one message until a day that you set. They see nothing else of the case.
access-seen = The author of the message sees that an interpreter was let in, and until when.
access-given = Who was let in
access-none = Nobody was let in to this message.
access-person = Interpreter { $person }
access-by = Let in by mediator { $person }
access-until = Until { $day }
access-over = Ended
access-end = End this access now
access-give = Let an interpreter in
access-who = Whom?
access-who-missing = Choose an interpreter.
access-day = Last day
access-day-hint = Not later than { $day }. No longer than the work needs.
access-day-wrong = Choose a day within these limits.
access-nobody = The programme has listed no interpreter. Its managers can.
