# SPDX-License-Identifier: EUPL-1.2
### Every refusal: what happened, what was kept, what to do next. The fault is ours, never the person’s.

error-code = For the person who helps you: { $code }

-kept = What you wrote is kept.
-call = Call your mediator if it happens again.
-closed = Nothing was shown, to keep you safe.

error-internal = Something went wrong on our side. { -kept } Try again in a few minutes. { -call }
error-offline = We could not reach the service. { -kept } Check your connection, then try again.
error-offline-open = We could not reach the service. What you wrote is still here: keep this page open. Check your connection, then try again.
error-part-missing = A part of this page could not be fetched. Check your connection, then try again. If that does not help, copy what you wrote and load the page again: the service may have been renewed.

## Bytes and statements

error-malformed = We received something that we could not read. { -closed } Try again. { -call }
error-not-canonical = { error-malformed }
error-wrong-shape = { error-malformed }
error-too-large = This is larger than we can take. { -kept } Your mediator can help you send it in parts.
error-unknown-suite = This was made with a version that we do not know. { -closed } Reload this page, then try again.
error-wrong-context = This was made for another place, so it was not opened. { -closed } Please tell your mediator.

## Sealing

error-signature-wrong = We could not confirm who signed this. { -closed } Please tell your mediator.
error-signer-not-allowed = This was signed by someone who may not sign it. { -closed } Please tell your mediator.
error-commitment-wrong = The seal does not fit. { -closed } Please tell your mediator.
error-seal-broken = The seal was broken on the way. { -closed } Please tell your mediator.
error-wrap-broken = The key to this does not open for you. { -closed } Please tell your mediator.
error-size-wrong = The size is not what was signed. { -closed } Please tell your mediator.
error-tree-wrong = A part is not what was signed. { -closed } Please tell your mediator.
error-key-destroyed = This is no longer available. Its key was destroyed.

## Trust

error-root-wrong = This is not the programme that you know. { -closed } Do not go on. Call the programme on a number you already know.
error-rollback = We were shown something older than you saw before. { -closed } Do not go on. Call the programme on a number you already know.
error-fork = We were shown two different versions of one thing. { -closed } Do not go on. Call the programme on a number you already know.
error-expired = Something is past its last day. { -kept } The programme has to renew it. Please tell your mediator.
error-not-vouched = A mediator is listed without the signatures that are needed. { -closed } Call the programme.
error-revoked = Your own key, or the key that signed this, was taken off the programme’s list. { -closed } Please tell the programme.
error-policy-mismatch = The rules of your case are not the ones that were signed. { -closed } Call the programme.
error-certificate-wrong = The key of the person is not the one that was confirmed. { -closed } Please tell your mediator.
error-own-entry-wrong = A key is listed as yours that is not yours. { -closed } Do not go on. Call the programme on a number you already know.

## The two gates

error-not-addressed = This is not for you, so it was not opened. Please tell your mediator.
error-not-approved = Your mediator has not agreed to pass this on, so it was not opened.
error-not-ready = This opens only after the person it is for says that they are ready.
error-not-released = This is not open for you yet. Your mediator opens it when you are ready. This can take some days.
error-grant-over = The access that you were given to this is over. Ask the mediator if you still need it.
error-not-confirmed = The person who wrote this has not confirmed these words. { -closed } Please tell your mediator.
error-withdrawn = This is no longer available.

## Words

error-hidden-text = There is a character here that cannot be seen. { -kept } Go back and take it out; in a letter, the check shows where it is.
error-not-normal = The text has a form that we cannot seal. { -kept } Go back and write it in another way.

## Codes and passphrases

error-code-wrong = One of the letters or digits is not right. Look at your paper and try again.
error-words-wrong = These are not six words from one list. Look at your paper: six words, with a space between them.
error-too-weak = This device cannot protect your words well enough. Nothing was sent. Try another device, or call your mediator.
error-ticket-wrong = This code does not work here. Stop, and call your mediator. They can give you a new one.
error-ticket-used = This code was already used. If you used it, sign in. If you did not, call your mediator now.
error-ticket-expired = This code is older than 14 days. Your mediator can give you a new one.

## Access

error-sign-in-failed = The account number, the words or the code do not fit together. Check each one, then try again.
error-session-expired = You were signed out. { -kept } Sign in again to go on.
error-forbidden = You cannot do this here. { -kept } If you think that you should, call your mediator.
error-not-found = There is nothing here that you can see.
error-too-many-tries = There were many tries in a short time. { -kept } Wait 15 minutes, then try again. Your mediator can also help.
error-clock-off = The clock of this device is wrong by more than ten minutes. { -kept } Set the clock, then try again.

## State

error-not-allowed = This cannot be done any more, because things have moved on. { -kept } Go back to your messages to see where it is.
error-stale-version = Someone else was first, so this has changed. { -kept } Look at it again before you decide.
error-old-number = This was already done once. Nothing was done twice. Go back to your messages to see where it is.
error-exists = This is already there. Nothing was replaced.
error-not-handed-over = This was sealed before you came to this case, and it has not been handed over to you yet. A mediator who was there before you can do it; so can the person who wrote it.
error-gate-shut = This is not open at the moment. { -kept } Your mediator or the programme can tell you why.
error-claimed = Another mediator is working on this. You can wait, or take it over; that leaves a trace.
error-undo-open = The approval can still be undone. It can be offered after that time.
error-consent-missing = Not everyone has said yes to this way of exchanging words, or the wording they agreed to has changed. { -kept } Ask the person before you try again.
error-no-contact = An order or condition about contact is in the way, or no one has noted that it was checked. { -kept } Look at the case, then try again.
error-assessment-due = There is no current assessment of safety, privacy and well-being for everyone. { -kept } Write it down in the case, then try again.
error-overlap = Something else that is under way may not overlap with this. { -kept } The case says what it is and until when.
error-pace = As many messages as the pace of this case allows have been offered lately. { -kept } The case says when the next one can be.
error-cooling-off = The time to change one’s mind is not over. Nothing was done. Try again later.

## Sending, and limits

error-offset-wrong = The sending lost its place. What arrived is kept. Continue sending.
error-checksum-wrong = A piece was damaged on the way. What arrived before is kept. Continue sending.
error-upload-gone = This sending has ended. { -kept } Go back and give it once more.
error-upload-incomplete = Not everything has arrived yet. What arrived is kept. Continue sending.
error-watch-elsewhere = This browser cannot play a video this long safely. Use an ordinary window of a current Chrome, Edge, Firefox or Safari, or ask your mediator.
error-film-unplayable = This browser cannot play this kind of video. Try a current Chrome, Edge or Safari. Your mediator can ask for another form of it.
error-unsupported = This browser and the service do not understand each other. { -kept } Reload this page, or try another browser.
error-quota = The space for your case is full. { -kept } Please tell your mediator.
error-storage-full = The service has no space left. What was confirmed is kept. { -kept } Try again later. { -call }
error-too-slow = The connection was too slow. { -kept } Try again.
error-too-busy = Many people are here at once. { -kept } Try again in a minute.
error-directory-stale = The programme’s list of mediators has to be renewed first. { -kept } Please tell your mediator.

## Films and voices

-film-kept = Nothing was sent. What is on your device is as it was.
-film-help = Your mediator can help you at a station.

error-media-empty = This file is empty. { -film-kept } Choose another file.
error-media-too-large = This file is larger than 4 GB. { -film-kept } Choose a shorter video. { -film-help }
error-media-unknown = This file is not a video or a sound that we know. { -film-kept } Choose a file of the type MP4, MOV or WebM.
error-media-codec = This video is in a form that we cannot take. { -film-kept } Record it here, or choose another file. { -film-help }
error-media-broken = This video is cut off or damaged. { -film-kept } Copy it from the phone once more, then try again.
error-media-edited = This video was cut, and what was cut out is still in the file. { -film-kept } Save or export it as a new video, and choose that one, or record it here. { -film-help }
error-media-not-clean = This video may still say where or with what it was filmed. That could not be taken out here. { -film-kept } { -film-help }
error-film-needs-form = Not every browser plays this video, and no form of it that does is approved yet. { -kept } Make one at a station, and have it approved. Then try again.
error-film-elsewhere = This browser cannot keep a video locked until it is sent. { -film-kept } Use a current Chrome, Edge, Firefox or Safari. { -film-help }
error-camera-missing = We did not find what recording needs on this device: a microphone, and for a video a camera too. Nothing was recorded. Connect it, then try again, or choose a file. For your voice alone, a microphone is enough.
error-camera-refused = This browser did not let us use the camera or the microphone. Nothing was recorded. Allow it in the address bar, then try again.
error-camera-busy = Another program is using the camera or the microphone. Nothing was recorded. Close that program, then try again.
error-cannot-record = This browser cannot record. Nothing was recorded. Choose a file instead, or try another browser. { -film-help }
error-no-room = There is not enough room on this device. Nothing was sent, and what was kept here before is still here. Make room, or make it shorter, then try again. { -film-help }
error-other-tab = This is already going on in another tab or window. Nothing was done twice. Go on there, or close it and try again.
error-lapsed = This was sealed, but not all of it arrived within seven days, so the service no longer waits for it. It is still here, sealed, as you made it. You can send it again, or let go of it.
