package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.CallWrappedUp;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.TicketReading;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionEventsTest {
    private static final String KEY = "a key for the tests";
    private static final BuyerIdHash HASH = new BuyerIdHash(KEY);
    private static final Set<String> CONTACTS =
            Set.of("CallRang", "CallAnswered", "CallReleased", "CallWrappedUp", "PromiseMade", "PromiseKept");

    private final EventEncoder encoder = new EventEncoder();
    private final EventReader<TicketReading> tickets = EventReader.tickets(KEY);
    private final EventReader<ChatReading> chats = EventReader.chat(KEY);

    @Test
    void everyTicketSampleIsReadAndEveryKindIsKnown() throws RejectedEventException {
        EnumSet<TicketTimelineEvent.Kind> kinds = EnumSet.noneOf(TicketTimelineEvent.Kind.class);
        for (SpecificRecord sample : SampleEvents.events(EventStream.TICKETS)) {
            TicketEvent event = (TicketEvent) sample;
            TicketTimelineEvent entry = ticket(sample);
            kinds.add(entry.kind());

            assertThat(entry.shopId()).isEqualTo(event.getShopId());
            assertThat(entry.ticketId()).isEqualTo(event.getTicketId());
            assertThat(entry.timeMillis()).isEqualTo(event.getEventTime().toEpochMilli());
            assertThat(entry.subject().buyerId()).isEqualTo(HASH.of(event.getBuyerId()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(TicketTimelineEvent.Kind.values());
    }

    @Test
    void anOpeningAndASolutionKeepWhatMattersAndNoText() throws RejectedEventException {
        TicketTimelineEvent opened = ticket("TicketOpened");
        TicketTimelineEvent agreed = ticket("SolutionAgreed");

        assertThat(opened.label()).isEqualTo("QUALITY");
        assertThat(opened.priority()).isEqualTo("P2");
        assertThat(opened.reason()).isEqualTo("开线");
        assertThat(opened.flag()).isTrue();
        assertThat(opened.toString()).doesNotContain("太失望").doesNotContain("tb_29381");
        assertThat(agreed.label()).isEqualTo("COMPENSATION");
        assertThat(agreed.amountFen()).isEqualTo(4950);
        assertThat(agreed.dueMillis()).isGreaterThan(agreed.timeMillis());
    }

    @Test
    void whatLabelsSayOfABuyerStaysAtTheSource() throws RejectedEventException {
        TicketEvent opened = (TicketEvent) SampleEvents.event(EventStream.TICKETS, "TicketOpened");
        TicketTimelineEvent entry = ticket(TicketEvent.newBuilder(opened)
                .setBody(new TicketOpened("退换 13812345678", "张伟", false, "微信 lily_2020", null))
                .build());
        ChatEvent wrapped = (ChatEvent) SampleEvents.event(EventStream.CHAT, "CallWrappedUp");
        CallWrappedUp body = CallWrappedUp.newBuilder((CallWrappedUp) wrapped.getBody())
                .setProblem("回电 138 1234 5678")
                .setSolution("ＲＥＦＵＮＤ")
                .build();
        CallPromiseEvent call = CallPromiseEvents.of(chats.read(
                encoder.encode(ChatEvent.newBuilder(wrapped).setBody(body).build())));

        assertThat(entry.label()).isEqualTo("退换 [phone]");
        assertThat(entry.priority()).isEqualTo("[name]");
        assertThat(entry.reason()).isEqualTo("微信 [account]");
        assertThat(call.label()).isEqualTo("回电 [phone]");
        assertThat(call.detail()).as("to the sign").isEqualTo("ＲＥＦＵＮＤ");
    }

    @Test
    void overlongNamesAreCutAndBlankOnesAreNone() throws RejectedEventException {
        TicketEvent sample = (TicketEvent) SampleEvents.event(EventStream.TICKETS, "TicketOpened");
        TicketEvent strange = TicketEvent.newBuilder(sample)
                .setOrderId(" ")
                .setBody(new TicketOpened("c".repeat(100_000), "P1", false, "", null))
                .build();

        TicketTimelineEvent entry = ticket(strange);

        assertThat(entry.label()).hasSize(200);
        assertThat(entry.reason()).isNull();
        assertThat(entry.subject().orderId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TicketAssigned, ASSIGNED, lanyue-ajie, -, false",
                "TicketReplied, REPLIED, lanyue-ajie, -, true",
                "TicketPaused, PAUSED, -, -, false",
                "TicketResumed, RESUMED, -, -, false",
                "TicketEscalated, ESCALATED, -, PLATFORM, false",
                "PlatformRuled, RULED, -, SELLER, false",
                "SolutionDone, SOLUTION_DONE, -, -, false",
                "TicketResolved, RESOLVED, lanyue-ajie, BUYER, false",
                "TicketReopened, REOPENED, -, BUYER, false",
                "TicketClosed, CLOSED, -, -, false",
                "EvidenceSupplied, EVIDENCE_SUPPLIED, -, -, false",
                "DefectNoted, DEFECT_NOTED, -, -, false",
                "TicketMerged, MERGED, -, k-90, false"
            })
    void otherBodiesOfATicketSayWhoAndWhatAndNoMore(
            String body, TicketTimelineEvent.Kind kind, String account, String label, boolean flag)
            throws RejectedEventException {
        TicketEvent sample = (TicketEvent) SampleEvents.event(EventStream.TICKETS, body);
        TicketTimelineEvent.Subject subject = new TicketTimelineEvent.Subject(
                HASH.of(sample.getBuyerId()), sample.getOrderId(), sample.getConversationId(), sample.getSkuId());

        assertThat(ticket(sample))
                .isEqualTo(new TicketTimelineEvent(
                        sample.getShopId(),
                        sample.getTicketId(),
                        sample.getEventId(),
                        sample.getEventTime().toEpochMilli(),
                        kind,
                        subject,
                        account,
                        label,
                        null,
                        null,
                        flag,
                        -1,
                        TicketFacts.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CallRang, RANG, PHONE, -, OUTBOUND, -, true, -",
                "CallAnswered, ANSWERED, PHONE, emma, -, -, -, -",
                "CallReleased, RELEASED, PHONE, -, BUYER, NORMAL, -, -",
                "CallWrappedUp, WRAPPED_UP, PHONE, emma, LATE_DELIVERY, RESHIP, -, 2026-11-13T01:30:00Z",
                "PromiseMade, PROMISE_MADE, CHAT, emma, FOLLOW_UP, pr-9, -, 2026-11-12T10:00:00Z",
                "PromiseKept, PROMISE_KEPT, CHAT, -, -, pr-9, -, -"
            })
    void ofTheChatCallsAndPromisesAreRead(
            String body,
            CallPromiseEvent.Kind kind,
            String channel,
            String account,
            String label,
            String detail,
            Boolean consent,
            Instant due)
            throws RejectedEventException {
        ChatEvent sample = (ChatEvent) SampleEvents.event(EventStream.CHAT, body);

        assertThat(contact(sample))
                .isEqualTo(new CallPromiseEvent(
                        sample.getShopId(),
                        sample.getConversationId(),
                        sample.getEventId(),
                        sample.getEventTime().toEpochMilli(),
                        kind,
                        HASH.of(sample.getBuyerId()),
                        channel,
                        account,
                        label,
                        detail,
                        consent,
                        due == null ? TicketFacts.NONE : due.toEpochMilli()));
    }

    @Test
    void whatElseIsSaidInAChatIsOfNoUseAndInACallOnlyThatItWasOrWentOn() throws RejectedEventException {
        for (SpecificRecord sample : SampleEvents.events(EventStream.CHAT)) {
            ChatEvent event = (ChatEvent) sample;
            if (!CONTACTS.contains(EventStream.CHAT.body(sample).getSchema().getName())) {
                CallPromiseEvent inACall = contact(
                        ChatEvent.newBuilder(event).setChannel(Channel.VIDEO).build());

                assertThat(contact(event)).isNull();
                assertThat(inACall.channel()).isEqualTo("VIDEO");
                if (event.getBody() instanceof ConversationTransferred handedOn) {
                    assertThat(inACall.kind()).isEqualTo(CallPromiseEvent.Kind.TRANSFERRED);
                    assertThat(inACall.account()).isEqualTo(handedOn.getFromAgentId());
                    assertThat(inACall.detail()).isEqualTo(handedOn.getToAgentId());
                } else {
                    assertThat(inACall.kind()).isEqualTo(CallPromiseEvent.Kind.OTHER);
                    assertThat(inACall.account()).isNull();
                }
            }
        }
    }

    private TicketTimelineEvent ticket(String body) throws RejectedEventException {
        return ticket(SampleEvents.event(EventStream.TICKETS, body));
    }

    private TicketTimelineEvent ticket(SpecificRecord event) throws RejectedEventException {
        return TicketTimelineEvents.of(tickets.read(encoder.encode(event)));
    }

    private CallPromiseEvent contact(SpecificRecord event) throws RejectedEventException {
        return CallPromiseEvents.of(chats.read(encoder.encode(event)));
    }
}
