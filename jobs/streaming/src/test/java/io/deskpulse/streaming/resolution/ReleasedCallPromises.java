package io.deskpulse.streaming.resolution;

import io.deskpulse.metrics.resolution.CallPromiseEvent;
import io.deskpulse.metrics.resolution.CallPromiseEvent.Kind;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.streaming.timeline.ToldKey;
import java.util.List;

/** Conversations with calls and promises that lie in the savepoint {@code contact-timeline-1}. */
final class ReleasedCallPromises {
    private static final long NONE = TicketFacts.NONE;

    static final List<ToldKey<CallPromiseEvent>> TOLD = List.of(talking(), calledBack(), promised(), outOfOrder());

    private ReleasedCallPromises() {}

    private static ToldKey<CallPromiseEvent> talking() {
        return new ToldKey<>(
                List.of(
                        event("talking", "20T10:00", Kind.RANG, "PHONE", null, "OUTBOUND", null, true, NONE),
                        event("talking", "20T10:00:20", Kind.ANSWERED, "PHONE", "shop:a", null, null, null, NONE),
                        event("talking", "20T10:05", Kind.RELEASED, "PHONE", null, "BUYER", "NORMAL", null, NONE),
                        event(
                                "talking",
                                "20T10:07",
                                Kind.WRAPPED_UP,
                                "PHONE",
                                "shop:a",
                                "LATE",
                                "RESHIP",
                                null,
                                millis("21T12:00")),
                        event("talking", "20T10:00:10", Kind.OTHER, "PHONE", null, null, null, null, NONE)),
                2,
                2);
    }

    private static ToldKey<CallPromiseEvent> calledBack() {
        return new ToldKey<>(
                List.of(
                        event("called-back", "20T23:59", Kind.RANG, "VIDEO", null, "INBOUND", null, false, NONE),
                        event("called-back", "21T00:01", Kind.RELEASED, "VIDEO", null, "AGENT", "LOST", null, NONE),
                        event(
                                "called-back",
                                "21T00:02",
                                Kind.WRAPPED_UP,
                                "VIDEO",
                                "shop:b",
                                "LATE",
                                "CALL_BACK",
                                null,
                                millis("21T09:00")),
                        event(
                                "called-back",
                                "21T00:03",
                                Kind.PROMISE_MADE,
                                "VIDEO",
                                "shop:b",
                                "CALL_BACK",
                                "p9",
                                null,
                                millis("21T09:00")),
                        event("called-back", "21T08:00", Kind.PROMISE_KEPT, "VIDEO", null, null, "p9", null, NONE),
                        event("called-back", "21T00:00", Kind.ANSWERED, "VIDEO", "shop:b", null, null, null, NONE)),
                4,
                1);
    }

    private static ToldKey<CallPromiseEvent> promised() {
        return new ToldKey<>(
                List.of(
                        made("promised", "20T10:00", "shop:a", "FOLLOW_UP", "p1", "20T18:00"),
                        made("promised", "20T11:00", "shop:b", "CALL_BACK", "p2", "21T19:00"),
                        event("promised", "20T12:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p1", null, NONE),
                        event("promised", "20T13:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p0", null, NONE),
                        made("promised", "21T10:00", "shop:b", "CALL_BACK", "p2", "22T19:00"),
                        event("promised", "22T13:00", Kind.PROMISE_KEPT, "CHAT", null, null, "p2", null, NONE),
                        event("promised", "20T10:30", Kind.PROMISE_KEPT, "CHAT", null, null, "p2", null, NONE)),
                4,
                2);
    }

    private static ToldKey<CallPromiseEvent> outOfOrder() {
        return new ToldKey<>(
                List.of(
                        event("out-of-order", "20T10:04", Kind.RANG, "CHAT", null, "INBOUND", null, null, NONE),
                        event("out-of-order", "20T10:00", Kind.WRAPPED_UP, "CHAT", "shop:a", "x", "y", null, NONE),
                        event("out-of-order", "20T10:01", Kind.RELEASED, "CHAT", null, "BUYER", "NORMAL", null, NONE),
                        event("out-of-order", "20T10:02", Kind.ANSWERED, "CHAT", "shop:a", null, null, null, NONE),
                        event("out-of-order", "20T10:05", Kind.RANG, "CHAT", null, "INBOUND", null, null, NONE),
                        event("out-of-order", "20T09:59", Kind.RANG, "CHAT", null, "OUTBOUND", null, true, NONE)),
                4,
                1);
    }

    private static CallPromiseEvent made(
            String conversation, String time, String account, String kind, String promise, String due) {
        return event(conversation, time, Kind.PROMISE_MADE, "CHAT", account, kind, promise, null, millis(due));
    }

    private static CallPromiseEvent event(
            String conversation,
            String time,
            Kind kind,
            String channel,
            String account,
            String label,
            String detail,
            Boolean consent,
            long due) {
        String id = kind + time;
        return new CallPromiseEvent(
                "s1", conversation, id, millis(time), kind, "b1", channel, account, label, detail, consent, due);
    }

    private static long millis(String time) {
        return Ticket.millis("2026-11-" + time);
    }
}
