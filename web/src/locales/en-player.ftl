# SPDX-License-Identifier: EUPL-1.2
### Watching a film or hearing a recording. Calm; nothing plays by itself, and one may stop at any moment.

player-video = The video
player-sound = The recording
player-open-video = Show the video
player-open-sound = Open the recording
player-close-video = Close the video
player-close-sound = Close the recording
player-length = { $minutes ->
    [0] It lasts less than a minute.
    [one] It lasts about a minute.
   *[other] It lasts about { $minutes } minutes.
  }
player-quiet = Nothing plays by itself. You can stop at any moment.
player-checking = Checking that everything is right before it opens.
player-speed = Speed
player-times = { $times ->
    [1] Normal
   *[other] { NUMBER($times) } times
  }
player-captions = What is said, with times
player-captions-beside = The same in another language or form
player-cue-go = Go to { $time }
player-stopped = It was stopped
player-stopped-text = Nothing more of it is shown.
player-go-on = Go on from there
