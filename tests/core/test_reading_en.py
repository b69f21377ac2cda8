"""What English mails ask for, said in the many ways that people have for it.

A row is what was written and what it asks for.
"""

from __future__ import annotations

import pytest

from tests.core.sayings import params, request, shown

# Who wrote before, and what they are to us: rows of what they write by what it asks for.
SAID: dict[str, dict[str, str]] = {
    "new": {
        "register": """
            I would like to register for the Meet Up on 18 January.
            Please register me for the Meet Up on 18 January.
            Kindly add my name to the list for 18 January.
            Could you please put my name down for 18 January?
            I'd love to come to the Meet Up on 18 January.
            I would be delighted to attend the Meet Up on 18 January.
            I'm coming on the 18th of January!
            Count me in for the 18th of January.
            Sign me up for the Meet Up on 18 January.
            I'll be there on 18 January.
            Happy to join on 18 January.
            Would love to join you on 18 January.
            Please reserve a seat for me on 18 January.
            Can I have a place at the Meet Up on 18 January?
            I wish to participate in the Meet Up on 18 January.
            I want to participate to the Meet Up of 18 January.
            I am writing to register for the Meet Up on 18 January.
            I am writing to confirm my attendance at the Meet Up on 18 January.
            I hereby register for the 4th Meet Up.
            I would like to attend. We are not a member.
            May I attend the Meet Up on 18 January?
            Might I join the Meet Up on 18 January?
            I plan to attend the Meet Up on 18 January.
            I intend to come on 18 January, please note my name.
            Put me on the list for 18 January please.
            Please include me in the list of participants for 18 January.
            Please book me in for 18 January.
            Please save me a seat for 18 January.
            One seat for 18 January please.
            One ticket please for the Meet Up on 18 January.
            RSVP yes for 18 January.
            Yes, I will attend the Meet Up on 18 January.
            I accept your invitation for 18 January with pleasure.
            Thank you for the invitation, I will gladly attend on 18 January.
            I'd be glad to take part in the Meet Up on 18 January.
            I am interested in attending the Meet Up on 18 January.
            I am interested in the Meet Up on 18 January and would like to sign up.
            It would be great to attend the Meet Up on 18 January. Can you register me?
            If there is still room, I would like to come on 18 January.
            If possible I would like to attend on 18 January.
            I heard about the Meet Up on 18 January from a colleague and would like to join.
            I'd like a spot at the Meet Up on 18 January.
            Could I get a spot for 18 January?
            Could you register me for 18 January?
            Would you be so kind as to register me for the Meet Up on 18 January?
            I request to be registered for the Meet Up on 18 January.
            I kindly request a seat at the Meet Up on 18 January.
            Let me know if you need more info; I am signing up for the Meet Up on 18 January.
            I'm in for 18 January!
            Pls register me for 18 Jan.
            pls put me on the list 18 jan thx
            I will be attending the Meet Up of 18 January.
            I shall be attending on 18 January.
            I am pleased to confirm that I will be attending on 18 January.
            This is to confirm that I will attend the Meet Up on 18 January.
            This is my registration for the Meet Up on 18 January.
            Consider me registered for 18 January.
            You can put me down for 18 January.
            You may add me to the participants of 18 January.
            Looking forward to attending on 18 January. Please register me.
            I'd like to be there on 18 January.
            I want to be there on 18 January.
            I would appreciate a seat at the Meet Up on 18 January.
            Do put me on the guest list for 18 January.
            Mark me as attending for 18 January.
            I would like to sign up for the Meet up.
            I like to come to meet up 18 January.
            I'd like to put my name forward for the Meet Up on 18 January.
            If I'm not too late, I'd like to register for 18 January.
            I know it's late, but may I still register for 18 January?
            Am I still in time to register for 18 January? If so, please do.
            Through this email I want to register for the Meet Up on 18 January.
            With this mail I apply for the Meet Up of 18 January.
            On behalf of Seawind Foundation I would like to attend the Meet Up on 18 January.
            I will represent Seawind at the Meet Up on 18 January.
            Please note that I will attend the Meet Up on 18 January.
            Please note my attendance on 18 January.
            Please accept this email as my registration for 18 January.
            Can you please sign me up?
            Can you get me on the list for 18 January?
            Could you make sure I'm on the list for 18 January? I'd like to come.
            I'm keen to attend the Meet Up on 18 January.
            Very interested in attending on 18 January, please add me.
            Definitely coming on 18 January!
            Of course I'll be there on 18 January.
            I'll come along on 18 January.
            Me too please, 18 January.
            1 person for 18 January please.
            A place for one on 18 January, please.
            Hi! I'd be up for joining the Meet Up on 18 January.
            I want register for meet up 18 January.
            I wish to be part of the Meet Up on 18 January.
            I would like to be part of this event on 18 January.
            I would like to be invited to the Meet Up on 18 January.
            I would like to be registered for the 18th.
            I would like to reserve a place for the Meet Up on 18 January.
            I should like to attend the Meet Up on 18 January.
            Would you kindly register me for 18 January?
            Would it be possible to register me for 18 January?
            Happy to attend on 18 January, thanks for the invite!
            Thanks for the invitation. I accept.
            I confirm my participation in the Meet Up on 18 January.
            I can come on 18 January.
            I can make it on the 18th, see you there.
            Looking forward to the 18th, please put me on the list.
            Enrol me please, 18 January.
            Add me pls - 18 Jan.
            I plan on coming to the Meet Up on 18 January.
            I'm planning to join on 18 January.
            We are not a member but I would like to come on 18 January.
            My colleague told me about the Meet Up on 18 January. I would like to come too.
            Please hold a spot for me on 18 January.
            Grateful if you could register me for 18 January.
            I'd be grateful if you would add me to the list for 18 January.
        """,
        "register +question": """
            Is there still a place on 18 January? If so, please sign me up.
            Is there any room left for me on 18 January? I would love to come.
        """,
        "question": """
            What time does the Meet Up on 18 January start?
            Is there parking at the venue on 18 January?
            Is the venue wheelchair accessible on 18 January?
            Will the Meet Up on 18 January be in English?
            Could you send me the programme of the Meet Up on 18 January?
            How do I register for the Meet Up on 18 January?
            Are there still places for 18 January?
            Is it possible to follow the Meet Up of 18 January online?
            I was wondering whether lunch is included on 18 January.
            I would like to know who the speakers are on 18 January.
            How much does it cost to attend the Meet Up on 18 January?
            Do I need to be a member to attend on 18 January?
            Please send me more information about the Meet Up on 18 January.
            Who can attend the Meet Up on 18 January?
            Is there a waiting list for 18 January?
            Can I pay by card at the door on 18 January?
            What is the address of the Meet Up?
            Until when can I register for 18 January?
            Could you tell me when the Meet Up on 18 January ends?
            Will slides be shared after the Meet Up on 18 January?
            I would like to know if children are welcome on 18 January.
            Is it free for members on 18 January?
            Can you tell me how to get to the venue on 18 January?
            When is the next Meet Up?
            I'd like to know whether there is lunch on 18 January.
            Please let me know what time the Meet Up on 18 January starts.
            I can't find the start time of the Meet Up on 18 January anywhere.
            I am curious who will speak on 18 January.
            Where can I find the programme of the Meet Up on 18 January?
            Do you have more information about the Meet Up on 18 January?
            May I receive the slides of the Meet Up on 18 January?
            My question is whether the room on 18 January is accessible.
            I wonder if the Meet Up on 18 January is recorded.
            Could you share the list of speakers of the Meet Up on 18 January?
        """,
        "status": """
            Am I registered for 18 January?
            Did you receive my registration for the Meet Up?
            I have not received a confirmation of my registration for 18 January.
            Could you confirm that I am on the list for 18 January?
            Has my registration for 18 January been processed?
            I signed up last week for the Meet Up but heard nothing. Is everything in order?
            Where am I on the waiting list?
            Can you tell me if I'm on the list for 18 January?
            Is my name on the list for 18 January?
            I registered last week for 18 January and did not get a confirmation.
            Just checking whether my registration for 18 January came through.
            Am I still on the waiting list?
        """,
        "other": """
            I don't know yet if I can come on 18 January, I'll let you know.
        """,
    },
    "registered": {
        "cancel": """
            Unfortunately I can't make it on 18 January.
            I have to cancel my registration for 18 January.
            Please cancel my registration.
            I need to cancel, sorry.
            I am ill and won't be able to come.
            Something came up and I can't attend.
            Please take me off the list.
            Please remove me from the list of participants.
            I will not be able to attend after all.
            I'm afraid I have to withdraw.
            I no longer need my seat.
            Please give my seat to someone else.
            I'm no longer able to join on 18 January.
            Could you cancel my booking?
            Regrettably I am unable to attend.
            I signed up for 18 January but can't come.
            I won't make it on the 18th.
            Due to illness I cannot come on 18 January.
            I can't come anymore.
            My plans have changed and I won't be attending.
            I would like to cancel my participation.
            Kindly withdraw my registration.
            Please release my place.
            I have to pull out of the Meet Up.
            I am sorry to say that I can't be there after all.
            I'm writing to let you know that I won't be able to join.
            I regret that I must cancel my attendance.
            Due to unforeseen circumstances I am unable to attend.
            Please delete my registration.
            You can give my place to someone on the waiting list.
            I have come down with the flu and will not be there.
            My boss needs me elsewhere, so I can't come.
            I must cancel my seat for 18 January.
            Please unregister me.
            Take my name off the list please.
            Could you take me off the list?
            I'm out, sorry.
            I had registered for 18 January but I am now unable to come.
            I booked a seat but unfortunately I cannot attend.
            I need to withdraw from the Meet Up.
            I have to bow out of the Meet Up on 18 January.
            Change of plans: I won't be coming.
            I am afraid that I'm not able to come.
            I can no longer attend.
        """,
        "change": """
            I can't come, my colleague Fatima El Amrani will come in my place.
            Unfortunately I am ill. Fatima El Amrani will take my seat.
            Could you change my registration to Fatima El Amrani?
            My place will be taken by Fatima El Amrani.
            Fatima El Amrani will attend instead of me.
            Fatima El Amrani comes instead of me.
            Fatima El Amrani will replace me on 18 January.
            I will be replaced by Fatima El Amrani.
            Can Fatima El Amrani take my place? I am ill.
            I'd like to transfer my seat to Fatima El Amrani.
            Please replace my name with Fatima El Amrani.
            Not me but my colleague Fatima El Amrani will come on 18 January.
            I am sending my colleague Fatima El Amrani in my place.
            Fatima El Amrani will be going in my stead.
            Please put Fatima El Amrani on the list instead of me.
            I can't be there but Fatima El Amrani can, may she have my seat?
            My seat goes to Fatima El Amrani.
            Please substitute Fatima El Amrani for me.
            Fatima El Amrani will be taking my place.
            Could you change my email address to sanne.deboer@zeewind.example?
        """,
    },
    "invited": {
        "decline": """
            Unfortunately I can't come on 18 January.
            Thank you for the invitation, but I am not available on 18 January.
            I'm afraid I have another engagement on 18 January.
            No, thank you.
            I will have to miss this one.
            Thanks, but I can't make it.
            Sorry, I'm away that week.
            Unfortunately not this time.
            I'd have loved to come but I'm travelling that day.
            I must decline.
            I won't be there.
            I will not be coming, have fun!
            It does not fit my schedule.
            I'll be abroad then.
            I'm on holiday that week.
            Regrets from me.
            I have another meeting that day.
            No Meet Up for me this time.
        """,
    },
    "offered": {
        "accept": """
            Yes please!
            Yes, I'd love to take the seat.
            I'll take it.
            Great, I'll be there!
            Sure, see you on the 18th.
            Wonderful, count me in.
            Yes, I accept.
            I would still like the place.
            Please confirm my seat.
            Perfect, thanks, I will come.
            That works for me, thanks!
            Of course, with pleasure.
            Yes!
            Yes, count me in.
            Absolutely, thank you!
            I gladly accept the place.
            I'd be delighted to take it.
            Thanks, I'll be there.
            Yes, please keep it for me.
            Great news, I am coming.
            Ok, I come.
        """,
        "decline": """
            No thanks.
            Sorry, I made other plans.
            I can't any more.
            No longer possible for me, please give it to someone else.
            Unfortunately that is too late for me.
            I'll pass.
            Please offer it to the next person.
            Sorry, I can't come now.
            I'm afraid it's too short notice for me.
            Please pass it on to the next person.
            I have to decline the seat.
            Not interested anymore.
        """,
    },
}
ROWS = [
    (before, line.strip(), expected)
    for before, table in SAID.items()
    for expected, block in table.items()
    for line in block.strip().splitlines()
]


@pytest.mark.parametrize(("before", "text", "expected"), params(ROWS))
def test_an_english_mail_asks_for(before: str, text: str, expected: str) -> None:
    read = request(
        text,
        before,
        greeting="Dear all,",
        closing="Kind regards,",
        invitation="Invitation to the 4th Meet Up",
    )
    assert (shown(read), read.lang) == (expected, "en"), [reason.text for reason in read.reasons]
