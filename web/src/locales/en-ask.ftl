# SPDX-License-Identifier: EUPL-1.2
### Asking to take part: read by somebody who may be living through the hardest day of their life.

ask-title = Ask to take part
ask-lead = You can ask here for someone from the programme to contact you. Write as little or as much as you want.
ask-next = What happens next
ask-next-lock = What you write is locked on this device before it is sent. Only the people who run the programme can open it.
ask-next-call = Someone from the programme contacts you, in the way that you say is safe. They answer your questions. Nothing is decided yet.
ask-next-within = Someone from the programme contacts you within { $time }, in the way that you say is safe. They answer your questions. Nothing is decided yet.
ask-next-choice = You choose if you take part, and how. You can change your mind at any time. Nobody will ask you why.
ask-next-other = The other person is not told that you asked.
ask-nothing-kept = Nothing that you write here is kept on this device.
ask-call = You can also call us. We can fill in this page with you.

ask-who = Who is asking?
ask-who-victim = I was harmed
ask-who-family = I am a family member
ask-who-family-hint = Of someone who was harmed, or of the person responsible.
ask-who-representative = I speak for someone who was harmed
ask-who-representative-hint = For example as a parent, a guardian or a person they chose.
ask-who-missing = Choose who is asking.
ask-language = In which language should we answer?
ask-name = What may we call you?
ask-name-hint = Any name you like. You can leave this empty.
ask-person = For whom do you ask?
ask-person-hint = A first name is enough. You can leave this empty.
ask-reach = What is a safe way to reach you?
ask-reach-hint = A telephone number, an e-mail address, or another way. Say if someone else could answer or read it.
ask-reach-missing = Say how we can reach you. Without it we cannot answer.
ask-hours = When is it safe?
ask-hours-hint = Days and times that are good, and those that are not. You can leave this empty.
ask-words = Is there something you would like to say?
ask-words-hint = For example what you hope for, or a question. You do not have to tell what happened. You can leave this empty.
ask-needs = What would make it easier for you?
ask-needs-hint = For example an interpreter, large print, or someone beside you. You can leave this empty.
ask-go = Lock and send
ask-busy = Locking and sending. Please keep this page open.
ask-again = Your words are still here. Nothing was lost.

ask-trouble-hidden = There is a character in your words that nobody would see. It may have come from copying. Type that part again by hand.
ask-trouble-long = This is longer than we can take here. Please make it shorter. You can say more when someone contacts you.
ask-trouble-many = We cannot take more requests at the moment. Wait 15 minutes and try again, or call us.

ask-done-title = We have your request
ask-done-receipt = Your receipt number
ask-done-receipt-hint = If you call us, you can say this number. You do not need to keep it.
ask-done-next = Someone from the programme will contact you, in the way that you wrote. Until then there is nothing that you need to do.
ask-done-next-within = Someone from the programme will contact you within { $time }, in the way that you wrote. Until then there is nothing that you need to do.
ask-done-gone = What you wrote is no longer on this page. You can close it.
ask-done-start = Back to the first page

ask-closed-title = You cannot ask on this page right now
ask-closed-text = This page could not make sure who would be able to read what you write. So it does not take any words. Please call instead.
ask-closed-text-plain = This page could not make sure who would be able to read what you write. So it does not take any words. Please try later, or ask in another way.

## Staff who pass on the request of a person in custody

ask-staff = I work in an institution, and someone in custody asks
refer-title = Pass on a request
refer-lead = For staff: a person in custody has asked you to pass on that they would like to take part.
refer-next-lock = What you write is locked on this device before it is sent. Only the people who run the programme can open it.
refer-next-call = The programme contacts you or the person. Taking part is their choice. It has no effect on sentence or parole decisions.
refer-next-end = You get a receipt number, and no more: this page does not show what becomes of the request, to you or to anyone else in the institution.
refer-person = Who asks?
refer-person-hint = Name, and how the programme finds the person.
refer-person-missing = Say who asks.
refer-institution = Institution
refer-institution-missing = Write the name of the institution.
refer-name = Your name and role
refer-reach = How can the programme reach you?
refer-reach-hint = A work telephone number or e-mail address.
refer-hours = When?
refer-federal = Is the sentence two years or more?
refer-federal-yes = Yes
refer-federal-no = No
refer-federal-missing = Answer yes or no.
refer-responsibility = What the person says about what they did
refer-responsibility-hint = In their own words, if they want to say it. You can leave this empty.
refer-words = Is there something about safety that the programme should know?
refer-words-hint = Only what is needed for the first contact. You can leave this empty.
refer-needs = Languages and needs
refer-needs-hint = For example an interpreter, reading help, or large print. You can leave this empty.
refer-done-title = The request is passed on
refer-done-end = Nothing more is shown here about it.
