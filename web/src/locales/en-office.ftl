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
