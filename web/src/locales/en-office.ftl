# SPDX-License-Identifier: EUPL-1.2
### The programme's office. Plain words for heavy keys; nothing is signed before it was said.

office-title = Programme office
office-lead = Requests, staff and cases of the programme.
office-nav = Parts of the office
office-nav-day = Today
office-nav-requests = Requests
office-nav-staff = Mediators and interpreters
office-nav-cases = Cases

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
closings-asked = Asked by mediator { $person } on { $day }
closings-closed = This case is closed: nothing new can be sent in it.
closings-reopen = Open it again, under Cases
closings-close = Close case { $case }
closings-means-new = Nothing new can be sent in this case, by anybody.
closings-means-waiting = Letters that still wait stay with the mediators, who can decide them.
closings-means-kept = What was released can still be read. Authors can still take back what they wrote.
closings-means-undone = You can open the case again: its rules then name what may be sent.
closings-sign = Sign and close the case
office-waits = What waits for you
office-waits-nothing = Nothing waits for you now.
office-waits-request = Someone asked to take part. The oldest request is of { $day }.
office-waits-newcomer = Someone used a code from you. Compare the number with them, then let them in.
office-waits-person = A mediator confirmed someone. No case names them yet.
renewal-title = The programme’s list
renewal-lead = Each thing that you sign about staff or cases gives the list a new date as well.
renewal-go = Give the list a new date
renewal-signs = Nothing changes but the date: the list counts for thirty days from today.
renewal-done = Signed. The list now counts until { $day }.

## Before each signature

signing-title = What you are about to sign
signing-look-first = Look at what will be signed
signing-go = Sign and publish
signing-back = Go back and change it
signing-busy = Signing and publishing. Please keep this page open.
signing-list = The programme’s list becomes number { $number } and counts for thirty days.
signing-meanwhile = Another manager was first
signing-meanwhile-text = What stands has changed since you looked. Nothing of yours was published, and your form is as it was. Look at what stands now, then sign again.
signing-look = Show what stands now

## Requests to take part

requests-title = Requests to take part
requests-lead = What has waited longest stands first. Requests are opened in this browser only; the relay cannot read them.
requests-show = Show
requests-none = There is nothing here now.
requests-no-key = Your key file does not hold the key that opens requests. Another manager’s file does.
request-state-new = New
request-state-screening = Being looked at
request-state-assigned = Passed on
request-state-closed = Ended
request-no-name = Request { $receipt }
request-no-words = Request { $receipt }
request-since = Asked on { $day }. Receipt number { $receipt }.
request-open = Open
request-back = Back to the list
request-erased = The words of this request were erased.
request-closed = This request does not open
request-closed-text = It may have been changed on its way. Nothing of it is shown. You can end it below.
request-who-victim = Was harmed
request-who-family = A family member
request-who-representative = Speaks for someone who was harmed
request-who-staff = Staff, for a person in custody
request-line-who = Who asks
request-line-language = Answer in
request-language-en = English
request-language-fr = French
request-line-federal = Sentence of two years or more
request-line-name = Name
request-line-person = For whom
request-line-institution = Institution
request-line-reach = A safe way to reach them
request-line-hours = When it is safe
request-line-needs = What makes it easier
request-line-responsibility = What the person says about what they did
request-line-words = In their own words
screening-title = Screening sheet
screening-lead = Sealed to the managers of the programme. Nobody else reads it.
screening-words = Notes
screening-keep = Keep the sheet
screening-kept = The sheet is kept.
screening-meanwhile = Another manager kept this sheet meanwhile. What you wrote is still here; if you keep it, it replaces theirs.
check-sentence = Is the sentence two years or more, in federal custody?
check-responsibility = Does the person who caused harm accept responsibility?
check-referrer = Do we know who referred this, and can we reach them?
check-yes = Yes
check-no = No
check-open = Not known yet
passing-title = Pass the request on
passing-no-case = There is no case with a mediator yet. Open a case first.
passing-which = To the mediators of which case?
passing-missing = Choose a case.
passing-mediators = Mediators: { $mediators }
passing-signs = Request { $receipt } belongs to case { $case }.
passing-opens = These mediators of the case can open its words: { $mediators }. They do not see the screening sheet.
passing-one-case = It cannot go to another case afterwards.
passing-done = The request is with the mediators of case { $case }.
passed-on-title = Requests passed on to you
passed-on-lead = Someone asked to take part, and a manager gave the request to the mediators of your case.
passed-on-open = Read what they wrote
ending-title = End the request
ending-lead = The person is not told by this page. Call them, if it is safe, before you end it.
ending-how = What becomes of the words?
ending-missing = Choose what becomes of the words.
ending-keep = Keep them sealed
ending-keep-hint = The managers can still open the request and its sheet.
ending-erase = Erase them for good
ending-erase-hint = The words, the sheet and every key to them go. Nobody can bring them back.
ending-go = End the request
ending-closed = The request is ended.
ending-erased = The request is ended, and its words are erased.

## Mediators and interpreters

staff-title = Mediators and interpreters
staff-lead = You let people in after meeting them. For a mediator, two keys sign.
staff-mediator = Mediator
staff-mediator-hint = Looks after cases. Two keys must sign for them.
staff-interpreter = Interpreter
staff-interpreter-hint = Opens only what a mediator lets them in to. One key signs for them.
staff-code-title = Make a code for someone new
staff-code-who = What will they do?
staff-code-missing = Choose what they will do.
staff-code-mediator = Code for a mediator
staff-code-interpreter = Code for an interpreter
staff-code-by-hand = Hand it over in person. After they have used it, come back here together and compare the number.
staff-waiting = On their way in
staff-list = In the programme’s list
staff-status-active = Active
staff-status-retired = Retired
staff-status-revoked = Revoked
letting-title = Let this person in
letting-compare = Compare this number with the person, face to face or by voice. You must both see the same one.
letting-compared = We compared the number, and it is the same.
letting-compared-missing = Compare the number first.
letting-two = Two keys must sign
letting-two-text = Another manager sits down here with their own key file, or you open the root key file. They look at the number too. Their file is used for this one signature and then forgotten.
letting-here = Here, now
letting-elsewhere = On another computer
letting-elsewhere-text = You sign first and save a file. Another manager opens it in their own office and signs. It works for root.key, too: relay manager countersign.
letting-second-file = The second key file
letting-second-hint = Another manager’s file, or root.key.
letting-signs-mediator = The keys of mediator { $person } are theirs. Two keys sign this: yours and the second one.
letting-signs-interpreter = The keys of interpreter { $person } are theirs. Your key signs this.
letting-means-mediator = They can look after the cases that you give them. They get no case by this alone.
letting-means-interpreter = They can open what a mediator lets them in to, and nothing by this alone.
letting-answers = { $person } is in the list already. You only confirm it to them.
letting-done = { $person } is in the programme’s list.
letting-done-next = Their page goes on by itself.
first-signs = The keys of mediator { $person } are theirs. You sign first; this alone lets nobody in.
first-means = The signature goes into a file that is good for 14 days. Nothing is published yet. The file holds no secret.
first-done = Signed. Save the file and send it to who signs second.
first-save = Save the file
first-words = Read them these six words, in the same language. They must see the same ones.
first-next = When they have signed, this page shows it. Then confirm it to the mediator here.
second-title = Sign as the second
second-lead = Another manager signed first for a mediator, and sent you a file. Nothing of it is sent from here.
second-file = The file with the first signature
second-who = Mediator
second-words = Six words for their keys
second-signers = Signed by
second-day = Signed on
second-ask = Call who sent it, at a number that you know. Ask for whom it is, and compare the six words. Call the mediator, too, if you can.
second-compared = The words are the same, and I know for whom I sign.
second-compared-missing = Compare the words first.
second-signs = The keys of mediator { $person } are theirs. Manager { $signer } signed first; you sign second.
second-publishes = Both have signed for mediator { $person }. You publish it.
second-done = Mediator { $person } is in the programme’s list.
second-done-next = The manager who met them confirms it to them now.
second-no-malformed = This is no file with a signature for a mediator.
second-no-wrong-context = This file is of another programme.
second-no-signature-wrong = This file was changed after it was signed. Ask for a new one.
second-no-signer-not-allowed = Whoever signed this file is no manager of this programme.
second-no-expired = This file is older than 14 days. Ask for a new one.
second-no-revoked = The mediator has left, or whoever signed is no manager any more. Ask who sent it.
second-no-exists = This mediator is in the list already. Nothing is left to sign.
second-no-not-vouched = Two different managers have to sign. This file holds your own signature, or the same one twice.
leaving-open = Retire them or revoke their key
leaving-open-retired = Revoke their key
leaving-how = How do they leave?
leaving-missing = Choose how they leave.
leaving-retire = They retire
leaving-retire-hint = What they signed until now still counts. They sign nothing more.
leaving-revoke = Their key is revoked
leaving-revoke-hint = For a lost or misused key. Nothing they signed counts any more, from now on and looking back.
leaving-retire-signs = Mediator { $person } is retired.
leaving-retire-counts = What they signed before this still counts, and letters that they released stay open. Letters that wait need another mediator’s approval.
leaving-revoke-signs = Mediator { $person } is revoked.
leaving-revoke-counts = No approval that they signed counts any more. Letters released on their approval close until someone else approves them.
leaving-interpreter-retire-hint = What they made still counts. They open nothing more.
leaving-interpreter-revoke-hint = For a lost or misused key. They open nothing more, and nothing they made counts.
leaving-interpreter-retire-signs = Interpreter { $person } is retired.
leaving-interpreter-revoke-signs = Interpreter { $person } is revoked.
leaving-interpreter-grants = Whatever they were given to open closes for them at once. If they come back, a mediator has to give it anew.
leaving-interpreter-retire-counts = What they made and a mediator approved still counts.
leaving-interpreter-revoke-counts = Nothing they made counts any more. A translation of theirs that was given to someone closes.
leaving-cases = They leave these cases, where other mediators remain: { $cases }.
leaving-short = These cases need another mediator before anything goes on: { $cases }. The number who must agree stays as it is.
leaving-remembers = What they have already opened, they may remember or have copied.
leaving-done-retire = { $person } is retired.
leaving-done-revoke = { $person } is revoked.

## Cases

cases-title = Cases
cases-lead = Who is in a case, and by which rules. You never see what people write.
cases-list = All cases
cases-none = There is no case yet.
naming-title = People who wait to be named
naming-none = Nobody waits to be named.
naming-ask = A mediator confirmed each person. Ask the mediator if the person and the side are right, then tick them.
naming-changed = The key of a known person would change. Ask the mediator why before you sign.
naming-missing = Tick at least one person.
naming-person = { $side } { $person }, case { $case }
naming-replaces = New key for { $side } { $person }, case { $case }
naming-means = From then on the mediators and the others in the case believe these keys.
naming-done = Signed. They are named in their cases.
naming-done-next = Their mediator can finish their access now.
case-short = This case has fewer mediators than must agree. Nothing goes on until you add one.
case-mediators = Mediators
case-nobody = Nobody who counts
case-quorum = How many must agree
case-quorum-now = { $number ->
    [one] { $number } mediator
   *[other] { $number } mediators
}
case-cooling = Cooling-off
case-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
case-channels = Ways of contact
case-closed = None: this case is closed
case-channel-letter = letter
case-channel-video = video
case-channel-relayed = words told to a mediator
case-channel-meeting = meeting
case-retention = How long things are kept (class)
case-retention-standard = standard: everything is kept until its author takes it back
case-retention-hint = A class is a name in your programme’s own rules: what it keeps, and for how long, stands there. This relay erases nothing because of it. Letters, videos and records stay until somebody takes them back.
case-version = Version of the rules
case-change = Change the rules
case-reopen = Open this case again
reopen-lead = A closed case opens again by new rules. Talk with its mediators first.
reopen-signs = Case { $case } opens again.
reopen-means-new = Its people can write again, by the ways of contact that you choose. What waited with the mediators can be given again.
reopen-means-gates = This opens no gate. Consents and assessments count as they stand now, and are checked again before anything is given.
reopen-means-told = Its people and its mediators are told that the case is open again. A request to close it stays until a mediator takes it back.
reopen-done = Signed. Case { $case } is open again, by version { $version } of its rules.
rules-mediator = Mediator { $person }
rules-too-few = Choose at least as many mediators as must agree: { $number }.
rules-hours = Cooling-off, in hours
rules-hours-hint = How long an author can take a letter back before anyone reads it. From 0 to 720.
rules-hours-wrong = Write a whole number from 0 to 720.
rules-no-channel = Choose at least one way of contact.
rules-says-case = The rules of case { $case } become version { $version }.
rules-says-mediators = Its mediators are { $people }.
rules-says-quorum = { $number ->
    [one] { $number } mediator must agree to each letter.
   *[other] { $number } mediators must agree to each letter.
}
rules-says-cooling = { $hours ->
    [0] Letters do not wait before they are read.
    [one] Letters wait { $hours } hour before they are read.
   *[other] Letters wait { $hours } hours before they are read.
}
rules-says-channels = Ways of contact: { $channels }.
rules-says-retention = What is kept, is kept by class { $retention }. What that class means stands in your programme’s own rules: the relay deletes nothing because of it.
rules-says-leaving = A mediator leaves the case. They should hand over its keys first, or others may not open what came before. Letters that they released stay open. Letters that wait need another mediator’s approval.
rules-done = Signed. Version { $version } of the rules of case { $case } stands.
rules-meanwhile = These rules changed while you were writing. Now they say:
new-case-title = Open a case
new-case-lead = A case begins with its rules. People come in later, through its mediators.
new-case-open = Open a case
new-case-consent-which = Which text are people asked to agree to?
new-case-consent-package = The text that comes with this service, in English and French
new-case-consent-files = Our own text, from two files
new-case-consent-read = Read this text
new-case-consent-is-package = People are asked to agree to the text that comes with this service.
new-case-consent = Consent text in English
new-case-consent-fr = Consent text in French
new-case-consent-hint = A text file with what people agree to. It is shown to them before they answer.
new-case-consent-missing = Choose the text file.
new-case-signs = A new case opens, with these rules.
new-case-consent-is = People are asked to agree to the text in { $file } and { $french }.
new-case-done = Signed. Case { $case } is open.
new-case-done-next = Its mediators can now bring people in.
