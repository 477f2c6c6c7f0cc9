# SPDX-License-Identifier: EUPL-1.2
# Handing a case over: who looks after it, who came and who left, and what goes to whom.

handover-mediator = Mediator { $who }

## For a person in a case

handover-who-title = Who looks after your case
handover-who-lead = A mediator reads what you write before it goes on. Here you see who they are, who came and who left. A programme manager signs each change, and nobody can hide one.
handover-now = Now
handover-can-all = Mediator { $who } can open what you wrote.
handover-cannot = { $count ->
    [one] No mediator of your case can open one of your letters
   *[other] No mediator of your case can open { $count } of your letters
}
handover-agree-text = It was sealed for a mediator who has left. If you agree, this device makes a key to it for mediator { $who }, and for nobody else. What you took back stays destroyed. You do not have to agree: then it stays closed.
handover-agree = Yes, let mediator { $who } open what I wrote
handover-agreed = Mediator { $who } can now open what you wrote
handover-who-back = Back

## For a mediator

handover-title = Hand over case { $case }
handover-lead = A mediator cannot open what was sealed before they came. Here you pass the keys on: those of this case, and no other. The people of the case and its mediators see who came and who left.
handover-nobody = You are the only mediator of this case. A programme manager adds another one. Then you can hand over.
handover-what = What mediator { $who } cannot open yet
handover-letters = Letters
handover-notes = Notes
handover-records = Records of the case
handover-nothing = Mediator { $who } can open all that you can open in this case.
handover-start = Hand over to mediator { $who }
handover-done = Mediator { $who } can now open all that you can open in this case
handover-done-text = If you are leaving this case, a programme manager can now take you out of it. After that you cannot open it any more.
handover-lines = Handed over so far
handover-line = Mediator { $giver } to mediator { $to }, { $day }: { $keys ->
    [one] one key
   *[other] { $keys } keys
}
handover-back = Back to what is with you

## For both

handover-progress = { $done } of { $of }
handover-working = Please keep this page open.
handover-stop = Stop here
handover-stopped = Stopped. What went over stays over. You can go on at any time.
handover-passed-over = { $count ->
    [one] One thing could not be opened here, or was taken back meanwhile. It was left out.
   *[other] { $count } things could not be opened here, or were taken back meanwhile. They were left out.
}
handover-history = Who came and who left
handover-history-none = Nobody has come or left since the case began.
handover-history-part = Older changes are not shown.
handover-came = Mediators who came: { $who }
handover-left = Mediators who left: { $who }
