package io.deskpulse.metrics.resolution;

import static io.deskpulse.metrics.resolution.Ticket.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Forms;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.ShopZones;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Calls and promises of a conversation. */
class CallPromiseDerivationTest {
    private static final int CONVERSATIONS = 2_000;

    @Test
    void aCallFromItsRingToItsWrapUp() {
        CallPromiseFacts facts = derive(List.of(
                event("10:00", Kind.RANG, "PHONE", null, "OUTBOUND", null, true, TicketFacts.NONE),
                event("10:00:20", Kind.ANSWERED, "PHONE", "a", null, null, null, TicketFacts.NONE),
                event("10:05", Kind.RELEASED, "PHONE", null, "BUYER", "NORMAL", null, TicketFacts.NONE),
                event("10:07", Kind.WRAPPED_UP, "PHONE", "a", "LATE", "RESHIP", null, millis("12:00"))));

        CallFacts call = facts.call();
        assertThat(facts.hasCall()).isTrue();
        assertThat(call.direction()).isEqualTo("OUTBOUND");
        assertThat(call.consent()).isTrue();
        assertThat(call.answeredMillis() - call.rangMillis()).isEqualTo(20_000);
        assertThat(call.releasedMillis() - call.answeredMillis()).isEqualTo(280_000);
        assertThat(call.wrappedUpMillis() - call.releasedMillis()).isEqualTo(120_000);
        assertThat(call.releasedBy()).isEqualTo("BUYER");
        assertThat(call.cause()).isEqualTo("NORMAL");
        assertThat(call.problem()).isEqualTo("LATE");
        assertThat(call.solution()).isEqualTo("RESHIP");
        assertThat(utc(call.followUpDueMillis())).isEqualTo("2026-11-20T12:00");
        assertThat(call.anomalies()).isEmpty();
    }

    @Test
    void aMissedCallHasNoAnswer() {
        CallPromiseFacts facts = derive(List.of(
                event("10:00", Kind.RANG, "PHONE", null, "INBOUND", null, null, TicketFacts.NONE),
                event("10:01", Kind.RELEASED, "PHONE", null, "BUYER", "ABANDONED", null, TicketFacts.NONE)));

        assertThat(utc(facts.call().answeredMillis())).isEqualTo("none");
        assertThat(facts.call().consent()).isNull();
        assertThat(facts.call().anomalies()).isEmpty();
    }

    @Test
    void anyEventOfATelephoneConversationMakesACallAndNoneOfAChat() {
        assertThat(derive(List.of(event("10:00", Kind.OTHER, "PHONE", null, null, null, null, TicketFacts.NONE)))
                        .hasCall())
                .isTrue();
        assertThat(derive(List.of(event("10:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p1", null, TicketFacts.NONE)))
                        .hasCall())
                .isFalse();
    }

    @Test
    void callsThatCannotBeAreNamed() {
        CallPromiseFacts facts = derive(List.of(
                event("10:00", Kind.WRAPPED_UP, "CHAT", "a", "x", "y", null, TicketFacts.NONE),
                event("10:01", Kind.RELEASED, "CHAT", null, "BUYER", "NORMAL", null, TicketFacts.NONE),
                event("10:02", Kind.ANSWERED, "CHAT", "a", null, null, null, TicketFacts.NONE),
                event("10:03", Kind.RANG, "CHAT", null, "INBOUND", null, null, TicketFacts.NONE),
                event("10:04", Kind.RANG, "CHAT", null, "INBOUND", null, null, TicketFacts.NONE)));

        assertThat(facts.call().anomalies())
                .containsExactly(
                        CallAnomaly.CALL_ON_CHAT,
                        CallAnomaly.ANSWERED_BEFORE_RINGING,
                        CallAnomaly.ANSWERED_AFTER_RELEASE,
                        CallAnomaly.WRAPPED_UP_BEFORE_RELEASE);
    }

    @Test
    void aPromiseIsMadeAndKept() {
        CallPromiseFacts facts = derive(List.of(
                event("10:00", Kind.PROMISE_MADE, "CHAT", "a", "FOLLOW_UP", "p1", null, millis("18:00")),
                event("11:00", Kind.PROMISE_MADE, "CHAT", "b", "CALL_BACK", "p2", null, millis("19:00")),
                event("12:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p1", null, TicketFacts.NONE),
                event("13:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p1", null, TicketFacts.NONE)));

        assertThat(facts.promises()).hasSize(2);
        PromiseFacts kept = facts.promises().get(0);
        assertThat(kept.account()).isEqualTo("a");
        assertThat(kept.kind()).isEqualTo("FOLLOW_UP");
        assertThat(utc(kept.dueMillis())).isEqualTo("2026-11-20T18:00");
        assertThat(utc(kept.keptMillis())).isEqualTo("2026-11-20T12:00");
        assertThat(utc(facts.promises().get(1).keptMillis())).isEqualTo("none");
    }

    @Test
    void aPromiseKeptHereAndMadeElsewhereHasARow() {
        CallPromiseFacts facts =
                derive(List.of(event("10:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p1", null, TicketFacts.NONE)));

        assertThat(facts.promises()).singleElement().satisfies(promise -> {
            assertThat(utc(promise.madeMillis())).isEqualTo("none");
            assertThat(promise.account()).isNull();
        });
    }

    @Test
    void aConversationRestsOnceItsPromisesAreKeptAndItsCallIsOver() {
        List<CallPromiseEvent> events = List.of(
                event("10:00", Kind.PROMISE_MADE, "PHONE", "a", "FOLLOW_UP", "p1", null, millis("18:00")),
                event("10:01", Kind.RELEASED, "PHONE", null, "BUYER", "NORMAL", null, TicketFacts.NONE),
                event("12:00", Kind.PROMISE_KEPT, "PHONE", null, null, "p1", null, TicketFacts.NONE));

        assertThat(derivation().atRest(derive(events.subList(0, 1)))).isFalse();
        assertThat(derivation().atRest(derive(events.subList(0, 2)))).isFalse();
        assertThat(derivation().atRest(derive(events))).isTrue();
    }

    @Test
    void theRowDoesNotDependOnOrderOrDuplicates() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<CallPromiseEvent> events = RandomCallPromises.events(seed, 1, 1 + seed % 20, 3_600_000);
            List<CallPromiseEvent> delivered = new ArrayList<>(events);
            delivered.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(delivered, new Random(seed));

            assertThat(hex(derive(delivered))).as("seed %d", seed).isEqualTo(hex(derive(events)));
        }
    }

    @Test
    void theStateSurvivesBeingWrittenAndReadAfterEveryEvent() throws IOException {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<CallPromiseEvent> events = RandomCallPromises.events(seed, 1, 1 + seed % 20, 3_600_000);
            CallPromiseEventForm form = CallPromiseEventForm.INSTANCE;
            Anchor anchor = seed % 2 == 0 ? Anchor.NONE : form.anchor(events.get(0));
            CallPromiseFacts facts = derivation().start();
            for (CallPromiseEvent event : events) {
                CallPromiseEvent again = Forms.reread(form, event, event.conversationId(), anchor);
                assertThat(again).isEqualTo(event);
                derivation().advance(facts, again, finished -> {});
                facts = Forms.reread(CallPromiseStateForm.INSTANCE, facts);
            }

            assertThat(hex(facts)).as("seed %d", seed).isEqualTo(hex(derive(events)));
        }
    }

    private static CallPromiseEvent event(
            String time,
            Kind kind,
            String channel,
            String account,
            String label,
            String detail,
            Boolean consent,
            long due) {
        return new CallPromiseEvent(
                "s1", "c1", kind + time, millis(time), kind, "b1", channel, account, label, detail, consent, due);
    }

    private static long millis(String time) {
        return Ticket.millis("2026-11-20T" + time);
    }

    private static CallPromiseDerivation derivation() {
        return new CallPromiseDerivation(ShopZones.of("Asia/Shanghai", Map.of()));
    }

    private static CallPromiseFacts derive(List<CallPromiseEvent> events) {
        List<CallPromiseFacts> rows = derivation().derive(events, Retention.FOREVER);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String hex(CallPromiseFacts facts) {
        return HexFormat.of().formatHex(Forms.bytes(CallPromiseStateForm.INSTANCE, facts));
    }
}
