package io.deskpulse.demo.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.demo.DemoDays;
import io.deskpulse.events.TicketAssigned;
import io.deskpulse.events.TicketClosed;
import io.deskpulse.events.TicketEscalated;
import io.deskpulse.events.TicketEvent;
import io.deskpulse.events.TicketMerged;
import io.deskpulse.events.TicketOpened;
import io.deskpulse.events.TicketPaused;
import io.deskpulse.events.TicketReopened;
import io.deskpulse.events.TicketReplied;
import io.deskpulse.events.TicketResolved;
import io.deskpulse.events.TicketResumed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketStoriesTest {

    private static final Map<String, List<TicketEvent>> TICKETS = DemoDays.tickets();

    @Test
    void aTicketIsOpenedFirstAssignedNextAndClosedLast() {
        TICKETS.forEach((id, events) -> {
            assertThat(events.get(0).getBody()).as(id).isInstanceOf(TicketOpened.class);
            if (events.size() > 1) {
                assertThat(events.get(1).getBody()).as(id).isInstanceOfAny(TicketAssigned.class, TicketMerged.class);
            }
            List<Object> bodies = events.stream().map(TicketEvent::getBody).toList();
            assertThat(bodies.subList(0, bodies.size() - 1))
                    .as(id)
                    .noneMatch(body -> body instanceof TicketClosed || body instanceof TicketMerged);
        });
    }

    @Test
    void aTicketIsMergedIntoAnotherOfTheSameBuyer() {
        List<TicketEvent> merges = TICKETS.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.getBody() instanceof TicketMerged)
                .toList();

        assertThat(merges).isNotEmpty().allSatisfy(merge -> {
            String into = ((TicketMerged) merge.getBody()).getIntoTicketId();
            TicketEvent other = TICKETS.get(merge.getShopId() + '/' + into).get(0);
            assertThat(into).isNotEqualTo(merge.getTicketId());
            assertThat(other.getBuyerId()).isEqualTo(merge.getBuyerId());
        });
    }

    @Test
    void pausesAndResolutionsAlternateWithTheirOpposites() {
        TICKETS.forEach((id, events) -> {
            boolean paused = false;
            boolean resolved = false;
            for (TicketEvent event : events) {
                Object body = event.getBody();
                assertThat(body instanceof TicketPaused && paused).as(id).isFalse();
                assertThat(body instanceof TicketResumed && !paused).as(id).isFalse();
                assertThat(body instanceof TicketResolved && resolved).as(id).isFalse();
                assertThat(body instanceof TicketReopened && !resolved).as(id).isFalse();
                paused = body instanceof TicketPaused || paused && !(body instanceof TicketResumed);
                resolved = body instanceof TicketResolved || resolved && !(body instanceof TicketReopened);
            }
        });
    }

    @Test
    void theHeaderStaysTheSameAndNamesOrderOrConversationAtTimes() {
        TICKETS.forEach((id, events) -> {
            assertThat(events.stream().map(TicketEvent::getBuyerId).distinct())
                    .as(id)
                    .hasSize(1);
            assertThat(events.stream().map(TicketEvent::getSkuId).distinct())
                    .as(id)
                    .hasSize(1);
        });

        assertThat(TICKETS.values()).anyMatch(events -> events.get(0).getOrderId() != null);
        assertThat(TICKETS.values()).anyMatch(events -> events.get(0).getConversationId() != null);
    }

    @Test
    void thereAreComplaintsNotesAndEveryEscalation() {
        List<Object> bodies = TICKETS.values().stream()
                .flatMap(List::stream)
                .map(TicketEvent::getBody)
                .toList();

        assertThat(bodies).anyMatch(body -> body instanceof TicketOpened opened && opened.getComplaint());
        assertThat(bodies).anyMatch(body -> body instanceof TicketOpened opened && !opened.getComplaint());
        assertThat(bodies).anyMatch(body -> body instanceof TicketReplied replied && !replied.getVisible());
        assertThat(bodies.stream()
                        .filter(TicketEscalated.class::isInstance)
                        .map(body -> ((TicketEscalated) body).getTo())
                        .distinct())
                .hasSize(3);
    }
}
