# SPDX-License-Identifier: EUPL-1.2
### Recording, choosing and sending a video or a voice.

film-title = A video or your voice
film-lead = Say it in your own time. You can record as often as you like. Nothing is sent until you say so.
film-video = Record a video
film-voice = Record your voice
film-file-label = Or choose a file from this device
film-file-hint = MP4, MOV or WebM, up to 4 GB. The place and the name of the device are taken out before it is sealed.
film-no-yes = You have not said yes to videos
film-no-yes-text = A video can be passed on only after both of you have said yes to videos. You can change your answer at any time.
film-not-shown = This browser cannot show this file. If it is a whole video, you can still give it: your mediator has a machine that can show it. It is looked over before anything is sent.
film-returned-hint = Your message came back as you gave it, with your mediator’s notes. A new one takes its place.
film-left-title = { $what ->
    [sound] A recording of your voice that you did not send
   *[video] A video that you did not send
  }
film-left-from = It was begun on { $moment }.
film-left = It is kept on this device, sealed. Only you can open it.
film-left-stays = If you stop here, this recording and what you wrote to go with it stay on this device, sealed. You find them again with your messages.
film-file-stays = If you stop here, the file stays on this device as it is. What you wrote here is not kept: copy it first if you want to keep it.
film-may-go = If this device runs out of room, the browser may clear it.
film-left-use = Open it
film-left-drop = Let go of it
film-private = Only you can see and hear this. While you record, it is sealed on this device second by second.
film-camera = What the camera sees
film-shared = This device is shared. When your session ends, a recording that you did not send is gone.
film-heard = The microphone hears you.
film-unheard = Say something, to see if the microphone hears you.
film-room = There is room on this device for about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }.
film-room-little = A short message may be enough. Your voice alone needs much less room. Your mediator can help you record a longer one at a station.
film-room-little-voice = A short message may be enough. Your mediator can help you record a longer one at a station.
film-stopped = The recording has stopped
film-stopped-kept = What was recorded until then is kept on this device, sealed. You can look at it and send it, or leave it for later.
film-start = Start recording
film-stop = Stop
film-recording = Recording
film-pause = Pause
film-resume = Go on
film-paused = Paused. Nothing is being recorded just now.
film-so-far = So far: { $time }
film-leave = Not now
film-look-title = { $what ->
    [sound] Hear it as the other person will hear it
   *[other] Look at it as the other person will see it
  }
film-look-label = Your video
film-listen-label = Your voice
film-not-here = This browser cannot show this video. You can still send it; a station can show it to your mediator.
film-silent = This video has no sound. That is all right. Captions can help.
film-note-label = What should the other person know first? (optional)
film-note-hint = For example: “I speak about the day itself.” They see this before they choose to watch or listen.
film-captions-not-taken = The captions cannot be sealed like this
film-captions-kept = Nothing was sealed or sent. Your recording and what you wrote are still here. Change the captions, or leave them empty, then go on.
film-again = Record again
film-again-hint = This recording stays until you let go of it.
film-other = Choose something else
film-beside-kept = What you wrote to go with it is kept.
film-captions-label = Captions (you may leave this empty)
film-captions-hint = Write what is said, line by line. You can also paste a WebVTT file.
film-words-label = What is said, as a text to read (you may leave this empty)
film-words-hint = Some people read better than they listen.
film-language = The language that you speak in
film-who = Your message goes to your mediator first. It goes to the other person only if your mediator passes it on and they say they are ready.
film-send-title = Sealing and sending
film-back = Back
film-go-on = Go on sending
film-is-kept = Your message is sealed and kept on this device. You can also go on sending it from your messages page.
