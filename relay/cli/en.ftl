# SPDX-License-Identifier: EUPL-1.2
### What the command line says. Plain words, short sentences, no blame.

## Refusals

error-coded = { $said } [{ $code }]
error-other = Refused ({ $code }): { $facts }
error-settings = Settings: { $facts }
error-system = The system refused: { $facts }
error-unreachable = The relay does not answer: { $facts }
error-address = This is no address of a relay, such as https://relay.example: { $facts }
error-usage = { $slip } Nothing was done. All that it takes: { $command } --help [usage]
usage-option = There is no option { $name }.
usage-missing = { $name } is missing.
usage-value = { $name } cannot have this value. ({ $facts })
usage-other = This command was typed wrongly. ({ $facts })
error-internal = The disk or the database refused: { $facts }
error-storage-full = There is no room on the disk: { $facts }
error-words-wrong = These are not six words of one list. Check the spelling.
error-commitment-wrong = These are not the words of this key file, or not the code of this account.
error-malformed = This cannot be read as what it should be: { $facts }
error-stale-version = Somebody else was first. Look again and repeat.
error-fork = Something else stands now than what was looked at. Look again and repeat. If this goes on, two histories exist: keep both and ask for help. ({ $facts })
error-sign-in-failed = The relay does not know this account, or not this code.
error-root-wrong = This relay belongs to another programme than this key file or fingerprint. Nothing was signed.
error-rollback = The relay shows something older than it should. Nothing was signed. ({ $facts })
error-not-found = There is no such thing: { $facts }
error-directory-stale = The directory is past its date. Renew it: relay manager renew
error-forbidden = This is not allowed: { $facts }
error-clock-off = This machine’s clock and the relay’s differ too much.
error-not-vouched = Two different keys have to sign for a mediator. Nothing was signed. ({ $facts })
error-exists = This is there already. Nothing was signed. ({ $facts })
error-expired = This is past its date. Nothing was signed. ({ $facts })
error-revoked = Whoever signed this, or for whom it is, counts no more. Nothing was signed. ({ $facts })
error-signature-wrong = A signature does not fit: this was changed after it was signed. Nothing was signed. ({ $facts })
error-signer-not-allowed = This was signed by nobody who may. Nothing was signed. ({ $facts })
error-wrong-context = This was made for another programme or purpose. Nothing was signed. ({ $facts })
error-ffmpeg-missing = No ffmpeg was found on this machine, and no film is worked on without it. Nothing was changed. Install it: apt-get install ffmpeg, or pip install "rj-relay[station]"
error-sandbox-missing = Films are opened only inside a sandbox, and there is none on this machine. Nothing was opened. Install it: apt-get install bubblewrap
error-media-empty = Nothing is in this film, or nothing would be left of it. Nothing was changed. Leave out less, or ask its author to send it again.
error-media-unknown = This is not a film or a sound that is read here. Nothing was changed. MP4, MOV, WebM, Ogg and WAV are read. Ask its author to send it as one of these. ({ $facts })
error-media-codec = This cannot be done with this film. Nothing was changed. Choose another kind of work. ({ $facts })
error-several-films = More than one recording is in this message, and a station works on one alone. Nothing was changed. Ask for each in a message of its own. ({ $facts })
error-media-broken = This film is cut off or damaged. Nothing was changed. Ask its author to send it again. ({ $facts })
error-media-too-large = This film is longer than four hours, or needs more room or memory than it may take here. Nothing was changed. Ask its author for a shorter or smaller one. ({ $facts })
error-media-too-slow = The work took too long and was stopped. Nothing was changed. Try again when the machine has less to do. ({ $facts })
error-media-not-clean = What was made may still say where or with what it was filmed. It was thrown away, and the film is as it was. Ask its author for another recording. ({ $facts })
error-span-missing = No passage is named for what is to be left out or silenced. Nothing was changed. Name one: --span 0:05-0:12
error-span-outside = A passage lies outside the film. Nothing was changed. Look at its times again. ({ $facts })
error-region-outside = A rectangle reaches over the edge of the picture. Nothing was changed. Make it smaller, or move it. ({ $facts })
error-too-many-places = That is too much for one piece of work. Nothing was changed. Name fewer places, or do it in two. ({ $facts })
error-too-many-works = This station has as much work to do as it takes. Nothing was changed. Wait until some is done. ({ $facts })
error-no-room = There is too little memory for a film in the clear, and none is put on a disk. Nothing was opened. Close other programs, or use a larger machine. ({ $facts })

## relay init

init-done = A programme is founded. The relay’s folder: { $folder }
    The programme’s fingerprint, which may be published: { $fingerprint }
init-words = { $path }
    Its six words, shown this once. Write them down, away from the file:
        { $words }
init-next = Now put root.key where nobody reaches it by network, and its words somewhere else.
    manager.key stays with the manager. The relay needs neither.
    Then: relay doctor, and relay serve.
init-there = { $folder } already holds a programme. Nothing was changed.
init-memory = ledger: memory: would be forgotten at once; a programme needs a folder.
init-unfinished = { $folder } was begun and not finished. Remove it and start again.
init-keys-inside = The keys must not lie in the relay’s folder. Choose another place for --keys.
init-keys-there = { $path } is there already. Nothing was changed.

## relay serve

serve-not-founded = { $folder } holds no programme yet. Start with: relay init
serve-ground = Warning: { $kind } may keep what is overwritten. A message that is taken back may stay readable on this disk.
serve-listening = Listening on { $host }, port { $port }, for { $origins }
serve-stopping = Stopping; requests under way are finished.

## relay openapi

openapi-same = { $file } is as the server is.
openapi-differs = { $file } is not as the server is. Renew it: relay openapi > { $file }

## relay doctor

doctor-fine = ok     { $text }
doctor-warn = warn   { $text }
doctor-fault = FAULT  { $text }
doctor-sum-fine = All is well.
doctor-sum-warn = { $count ->
        [one] One thing to look at.
       *[other] { $count } things to look at.
    }
doctor-sum-fault = { $count ->
        [one] One fault. Do not take in letters before it is mended.
       *[other] { $count } faults. Do not take in letters before they are mended.
    }
doctor-founded = The folder { $folder } holds programme { $programme }.
doctor-not-founded = The folder { $folder } holds no programme. Start with: relay init
doctor-private = { $path } can be read by its owner only.
doctor-not-private = { $path } can be read by others (mode { $mode }). Mend it: chmod go-rwx
doctor-ground = { $path } lies on { $kind }: a destroyed key is overwritten in place.
doctor-ground-bad = { $path } lies on { $kind }: a destroyed key may stay on the disk. Put the slot file on ext4 or XFS.
doctor-slots-memory = The keys of messages are kept in memory only: a restart loses every message.
doctor-mirror = { $path } is a copy of the slot file on another disk.
doctor-mirror-none = The slot file has no copy. If its disk fails, every message is lost. Name one in shred_keys.
doctor-mirror-same-disk = { $path } lies on the same disk as the slot file. A copy should lie on another.
doctor-mirror-missing = { $path } is missing. The next start makes it from the others.
doctor-mirror-differs = { $path } differs from the slot file. The next start repairs it.
doctor-room = { $free } MiB are free for { $path }.
doctor-room-little = Only { $free } MiB are free for { $path }. Uploads will be refused soon.
doctor-room-none = Only { $free } MiB are free for { $path }. Uploads are refused.
doctor-ledger-memory = The ledger is kept in memory only: a restart loses everything.
doctor-ledger = The ledger is whole; commits are on disk before they are acknowledged; freed pages are emptied.
doctor-ledger-damaged = The ledger is damaged: { $facts }
doctor-ledger-pragma = The ledger runs with { $name } = { $value }. It must be { $wanted }.
doctor-directory = The directory counts for { $days ->
        [one] one more day
       *[other] { $days } more days
    }.
doctor-directory-soon = The directory counts for only { $days ->
        [one] one more day
       *[other] { $days } more days
    }. Renew it: relay manager renew
doctor-directory-past = The directory is past its date: nobody can enrol and nothing can be released. Renew it: relay manager renew
doctor-shreds = No destruction is owed.
doctor-shreds-owed = A destruction is owed for { $seconds } seconds. The relay repeats it until it is done; if it does not end, the disk is broken.
doctor-clock = The clock is not behind what was written last.
doctor-clock-behind = The clock is { $seconds } seconds behind what was written last. Set it, and let it be kept by time servers.
doctor-origin = { $origin } can be used by browsers.
doctor-origin-plain = { $origin } is not https. Browsers refuse to seal there. Put a proxy with TLS in front.
doctor-app = The web app is there.
doctor-app-missing = The web app was not built. Install the package, or run ./dev setup.
doctor-ffmpeg = ffmpeg is there. The relay does not need it; a station does.
doctor-ffmpeg-missing = ffmpeg is not here. The relay does not need it; a station does.
doctor-running = The relay is running and has the ledger open.

## relay manager

key-missing = There is no key file at { $path }. Name it with --key.
key-words = The six words of { $path }
key-of-another = { $path } is not a key file for this (needed: { $holder }).
manager-renew-soon = The directory counts for { $days } more days. Renew it soon: relay manager renew
side-harmed = person harmed
side-responsible = person responsible
status-active = active
status-retired = retired
status-revoked = revoked
certify-person = A mediator has certified { $person } ({ $side }) in case { $case }. Did they tell you so?
certify-replaces = The key of { $person } ({ $side }) in case { $case } would CHANGE. Did their mediator tell you why?
certify-named = { $count ->
        [one] One person is
       *[other] { $count } people are
    } named by the policies now. Their mediator can complete the enrolment.
certify-nothing = Nobody waits for a manager.
certify-second = { $count ->
        [one] One mediator waits.
       *[other] { $count } mediators wait.
    } A second key file has to vouch: --second root.key, or another manager’s.
certify-same = The second key file must be another one.
certify-safety = A new mediator or interpreter: { $mediator }
    Safety number: { $number }
    Do they read out the same number?
certify-admitted = Mediator { $mediator } is in the directory now.
certify-first = You signed first for mediator { $mediator }. Nothing is published yet.
    Send { $path } to who signs second: relay manager countersign FILE
    Compare these six words with them: { $words }
certify-countersign-ask = Mediator { $mediator }, signed for by { $signer }
    Six words for their keys: { $words }
    Do you know for whom you sign, and did who sent the file read the same words?
certify-countersigned = Mediator { $mediator } is in the directory now. Who met them completes it: relay manager certify
certify-root-signed = The root signed, too. Bring { $path } back to a manager: relay manager countersign FILE
certify-ticket = A mediator’s ticket, good for 14 days and one use. Hand it over in person:
        { $code }
        { $link }
    When they have used it: relay manager certify --second root.key
certify-ticket-interpreter = An interpreter’s ticket, good for 14 days and one use. Hand it over in person:
        { $code }
        { $link }
    When they have used it: relay manager certify
certify-listed = Interpreter { $interpreter } is in the directory now.
revoke-ask = Nothing that { $mediator } signed will count any more. Go on?
revoke-interpreter-ask = Interpreter { $mediator }: whatever they were given to open closes for them at once, and nothing they made will count any more. Go on?
revoke-interpreter-retire-ask = Interpreter { $mediator }: whatever they were given to open closes for them at once; what they made still counts. Go on?
revoke-done = { $mediator } is revoked from directory { $epoch } on.
revoke-retire-ask = { $mediator } will sign nothing more; what they signed so far still counts, and letters that they released stay open. Go on?
revoke-retire-done = { $mediator } is retired from directory { $epoch } on.
revoke-stuck = Case { $case } needs another mediator: relay manager policy { $case } --add-mediator ID
case-opened = Case { $case } is open. Its mediators can make tickets now.
reopen-ask = Case { $case } is closed. Its people could write again and what waited could be given; this opens no gate, and everybody in the case is told. Open it again?
case-which-mediator = There are { $count } active mediators. Say which: --mediator ID
policy-mediator = mediator { $mediator }  { $status }
policy-case = case { $case }  version { $version }  people { $people }  quorum { $quorum }  cooling-off { $hours } h  kept: { $retention }  channels: { $channels }
        mediators { $mediators }
policy-retention = There is no retention class { $retention } here. The relay’s settings have: { $known }
policy-quorum = A quorum of { $quorum } cannot be met by { $count } mediators.
renew-intake = { $path } now holds the intake key: who has it and its words can read what people write who ask to take part. Copy the file again to where its copies are.
renew-intake-elsewhere = The directory names an intake key that this key file does not hold. Requests to take part can be read with the file that does.
renew-done = The directory counts until { $day }, the root statement until { $root }.

## relay demo

demo-founding = Preparing an invented case. This takes a few seconds.
demo-lacking-web = Not on this machine, and left off: the pages. The web app was not built; ./dev demo builds it.
demo-lacking-video = Not on this machine, and left off: video, which needs ffmpeg. Letters do not.
demo-ready = Ready after { $seconds } s.
demo-title = Demonstration: the people and the letters are invented. Each link works once, in a browser on this machine.
demo-victim = Camille, person harmed
demo-responsible = Jonas, person responsible
demo-mediator = Mediator
demo-manager = Programme manager
demo-key = Key file { $path }, words { $words }
demo-key-second = For a second signature: key file { $path }, words { $words }
demo-newcomer = A newcomer with a ticket
demo-again = To come back: account { $account }, words { $words }
demo-ticket = Ticket: { $code }
demo-fingerprint = The programme’s fingerprint, for `relay station keep --root`: { $fingerprint }
demo-stop = Ctrl-C stops it. Everything lies in { $folder }; --fresh starts again from the beginning.
demo-stopped = Stopped.

## relay station

station-desk = The desk is open at { $address }, on this machine only. It asks { $relay }. Ctrl-C closes it.
vault-root = --root: { $root } is no fingerprint. Nothing was asked or kept. It has 43 letters, digits, - or _; the programme’s manager gives it to you, and `relay init` printed it.
vault-unnamed = Which vault? Name it with --vault. `relay station keep` writes one.
vault-missing = There is no vault at { $path }. `relay station keep` writes one, once; --vault names another.
station-extra-missing = What works on films is not installed beside this relay. Nothing was changed. Install it: pip install "rj-relay[station]". Without --vault the desk opens without it.
vault-exists = There is already a file at { $path }. Nothing was written. Name another with --vault.
vault-kept = Your keys are kept at { $path }, sealed under your six words. Only this machine has this file.
station-words = Your six words
station-opening = Fetching and opening message { $message }
station-fetching = Fetching and checking it
station-making = Making it
station-sealing = Locking it
station-sending = Sending it
station-given-rendition = It is handed in as message { $message }. Mediators review it, and it is released beside its original.
station-given-redaction = It is handed in as message { $message }. Its author is asked first.
