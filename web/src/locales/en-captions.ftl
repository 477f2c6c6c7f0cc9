# SPDX-License-Identifier: EUPL-1.2
### Writing captions beside a film or a recording, and what is wrong with captions that are not taken.

captions-title = Captions, each line with its time
captions-open-first = Open it first. Then each line can get its time.
captions-play = Play
captions-pause = Pause
captions-back = Back 5 seconds
captions-at = At { $time }
captions-next = What is said next
captions-next-hint = Stop where it is said. Write it down, then say that it begins there.
captions-begins = This line begins now
captions-lines = Lines so far
captions-none = No line yet.
captions-line = Line { $number }, from { $time }
captions-go = Listen to line { $number }
captions-move = Line { $number } begins now
captions-delete = Delete line { $number }
captions-file-label = Or take them from a WebVTT file
captions-file-hint = Only words and times are taken. They take the place of the lines that are here now.
captions-fault-not-vtt = Line { $line }: a WebVTT file begins with WEBVTT. Choose another file.
captions-fault-empty = No words were found from line { $line } on.
captions-fault-time = Line { $line }: a time must look like 00:01:02.500 --> 00:01:05.000.
captions-fault-order = Line { $line }: it begins before the line above it has ended, or ends before it begins.
captions-fault-late = Line { $line }: this stands after the end, or ends after it. Let it end sooner, or leave the line out.
captions-fault-hidden = Line { $line }: there is a character here that cannot be seen. Take it out.
captions-fault-form = Line { $line }: there is a sign here that we cannot seal. Write it in another way.
captions-fault-long = Line { $line }: this is more than 500 characters at once. Make two lines of it.
captions-fault-many = Line { $line }: this is more than we can take. Leave something out.
