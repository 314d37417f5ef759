package io.deskpulse.metrics.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.resolution.TicketTimelineEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Forms;
import io.deskpulse.metrics.timeline.Retention;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for every set of ticket events, tried on seeded random tickets. */
class TicketLawsTest {
    private static final int TICKETS = 2_000;
    private static final long DAY = 86_400_000;

    @Test
    void theRowDoesNotDependOnOrderOrDuplicates() {
        for (int seed = 0; seed < TICKETS; seed++) {
            List<TicketTimelineEvent> events = events(seed);
            List<TicketTimelineEvent> delivered = new ArrayList<>(events);
            delivered.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(delivered, new Random(seed));

            assertThat(hex(derive(delivered))).as("seed %d", seed).isEqualTo(hex(derive(events)));
        }
    }

    @Test
    void theStateSurvivesBeingWrittenAndReadAfterEveryEvent() throws IOException {
        for (int seed = 0; seed < TICKETS; seed++) {
            TicketDerivation derivation = Ticket.derivation(Ticket.POLICIES);
            TicketFacts ticket = derivation.start();
            for (TicketTimelineEvent event : events(seed)) {
                derivation.advance(ticket, event, finished -> {});
                ticket = Forms.reread(TicketStateForm.INSTANCE, ticket);
            }

            assertThat(hex(ticket)).as("seed %d", seed).isEqualTo(hex(derive(events(seed))));
        }
    }

    @Test
    void eventsSurviveBeingWrittenAndReadWithAnExpectedSubjectOrWithout() throws IOException {
        TicketTimelineEventForm form = TicketTimelineEventForm.INSTANCE;
        List<TicketTimelineEvent> events = RandomTickets.events(3, 200, 20, DAY);
        for (TicketTimelineEvent event : events) {
            for (Anchor anchor : List.of(Anchor.NONE, form.anchor(event), form.anchor(events.get(0)))) {
                assertThat(Forms.reread(form, event, event.ticketId(), anchor)).isEqualTo(event);
            }
        }
    }

    @Test
    void everyRowIsConsistentInItself() {
        for (int seed = 0; seed < TICKETS; seed++) {
            TicketFacts ticket = derive(events(seed));

            assertThat(ticket.endedMillis() == TicketFacts.NONE)
                    .isEqualTo(!ticket.status().isEnd());
            assertThat(!ticket.isResolved() || ticket.status().isEnd()).isTrue();
            assertThat(!ticket.isResolved() || ticket.lastResolvedMillis() != TicketFacts.NONE)
                    .isTrue();
            assertThat(ticket.resolution().waitMillis())
                    .isBetween(0L, ticket.lastEventMillis() - ticket.firstEventMillis());
            assertThat(ticket.resolution().businessWaitMillis())
                    .isBetween(0L, ticket.resolution().waitMillis());
            assertThat(ticket.resolution().leftMillis())
                    .isBetween(0L, ticket.resolution().targetMillis());
            assertThat(ticket.resolution().runningSinceMillis() != TicketFacts.NONE)
                    .isEqualTo(ticket.status() == TicketFacts.Status.OPEN && ticket.isOpened());
            assertThat(ticket.reply().lateReplies())
                    .isLessThanOrEqualTo(ticket.reply().publicReplies());
        }
    }

    @Test
    void repliesMergesAndReopeningsAreWhatALiteralReadingSays() {
        for (int seed = 0; seed < TICKETS; seed++) {
            List<TicketTimelineEvent> events = events(seed);
            TicketFacts ticket = derive(events);
            TicketTimelineEvent opening = first(events, Kind.OPENED);
            TicketTimelineEvent merge = first(events, Kind.MERGED);
            List<TicketTimelineEvent> replies = events.stream()
                    .filter(e -> e.kind() == Kind.REPLIED && e.flag())
                    .filter(e -> opening == null || e.timeMillis() >= opening.timeMillis())
                    .toList();

            assertThat(ticket.reply().publicReplies()).as("seed %d", seed).isEqualTo(replies.size());
            assertThat(ticket.reply().firstReplyMillis())
                    .as("seed %d", seed)
                    .isEqualTo(
                            replies.isEmpty()
                                    ? TicketFacts.NONE
                                    : replies.get(0).timeMillis());
            assertThat(ticket.reply().firstReplyBy())
                    .isEqualTo(replies.isEmpty() ? null : replies.get(0).account());
            assertThat(ticket.status() == TicketFacts.Status.MERGED).isEqualTo(merge != null);
            assertThat(ticket.mergedInto()).isEqualTo(merge == null ? null : merge.label());
            assertThat(ticket.history().buyerReopenings()).as("seed %d", seed).isEqualTo(reopenings(events));
        }
    }

    private static TicketTimelineEvent first(List<TicketTimelineEvent> events, Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).findFirst().orElse(null);
    }

    /** Words of the buyer, or of nobody knows whom, that open what had ended; a merge never ends. */
    private static List<Long> reopenings(List<TicketTimelineEvent> events) {
        List<Long> reopenings = new ArrayList<>();
        boolean ended = false;
        boolean merged = false;
        for (TicketTimelineEvent event : events) {
            merged |= event.kind() == Kind.MERGED;
            if (event.kind() == Kind.REOPENED && (ended || merged)) {
                if (event.label() == null || event.label().equals("BUYER")) {
                    reopenings.add(event.timeMillis());
                }
                ended = false;
            }
            ended |= event.kind() == Kind.RESOLVED || event.kind() == Kind.CLOSED;
        }
        return reopenings;
    }

    /** What the view of the open items asks of a row: the status and the account at an instant, as they were by its events. */
    @Test
    void theHistoryTellsWhatTheTicketWasAtAnyInstant() {
        for (int seed = 0; seed < TICKETS; seed++) {
            List<TicketTimelineEvent> events = events(seed);
            TicketFacts row = derive(events);
            TicketDerivation derivation = Ticket.derivation(Ticket.POLICIES);
            TicketFacts then = derivation.start();
            for (int i = 0; i < events.size(); i++) {
                long atMillis = events.get(i).timeMillis();
                derivation.advance(then, events.get(i), finished -> {});
                if (i + 1 < events.size() && events.get(i + 1).timeMillis() == atMillis) {
                    continue;
                }
                boolean awaited = row.isOpened() && atMillis < row.openedMillis();

                assertThat(spellsAt(row, atMillis))
                        .as("seed %d, event %d", seed, i)
                        .isEqualTo(awaited || then.status().isEnd() ? 0 : 1);
                assertThat(accountAt(row, atMillis)).isEqualTo(then.assignee());
            }
            assertThat(row.history().spells()).hasSizeLessThanOrEqualTo(row.reopens() + 1);
        }
    }

    private static long spellsAt(TicketFacts ticket, long atMillis) {
        return ticket.history().spells().stream()
                .filter(spell -> spell.fromMillis() <= atMillis
                        && (spell.untilMillis() == TicketFacts.NONE || spell.untilMillis() > atMillis))
                .count();
    }

    private static String accountAt(TicketFacts ticket, long atMillis) {
        String account = null;
        for (TicketHistory.Assignment change : ticket.history().assignments()) {
            account = change.atMillis() <= atMillis ? change.account() : account;
        }
        return account;
    }

    private static List<TicketTimelineEvent> events(int seed) {
        return RandomTickets.events(seed, 1, 1 + seed % 40, 2 * DAY / (1 + seed % 7));
    }

    private static TicketFacts derive(List<TicketTimelineEvent> events) {
        return Ticket.derive(events, Ticket.POLICIES, Retention.FOREVER).get(0);
    }

    private static String hex(TicketFacts ticket) {
        return HexFormat.of().formatHex(Forms.bytes(TicketStateForm.INSTANCE, ticket));
    }
}
