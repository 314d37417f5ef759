package io.deskpulse.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.demo.DemoDays;
import io.deskpulse.events.AgentAssigned;
import io.deskpulse.events.CallAnswered;
import io.deskpulse.events.CallDirection;
import io.deskpulse.events.CallRang;
import io.deskpulse.events.CallReleased;
import io.deskpulse.events.CallWrappedUp;
import io.deskpulse.events.Channel;
import io.deskpulse.events.ChatEvent;
import io.deskpulse.events.ConversationClosed;
import io.deskpulse.events.ConversationOpened;
import io.deskpulse.events.ConversationRated;
import io.deskpulse.events.ConversationTransferred;
import io.deskpulse.events.MessageSent;
import io.deskpulse.events.ProductRecommended;
import io.deskpulse.events.PromiseKept;
import io.deskpulse.events.PromiseMade;
import io.deskpulse.events.RatingInvited;
import io.deskpulse.events.Sender;
import io.deskpulse.metrics.privacy.TextRedaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChatStoriesTest {

    private static final Map<String, List<ChatEvent>> CONVERSATIONS = DemoDays.conversations();

    @Test
    void noTwoEventsOfAConversationShareAnInstant() {
        CONVERSATIONS.forEach((key, events) -> {
            for (int i = 1; i < events.size(); i++) {
                assertThat(events.get(i).getEventTime())
                        .as("%s", events.get(i))
                        .isAfter(events.get(i - 1).getEventTime());
            }
        });
    }

    @Test
    void aChatBeginsWithItsOpeningUnlessTheShopSpeaksFirst() {
        chats().forEach(events ->
                assertThat(events.get(0).getBody()).isInstanceOfAny(ConversationOpened.class, AgentAssigned.class));
    }

    @Test
    void buyersHaveRanksAndAccountsRecommendProducts() {
        List<ChatEvent> all = chats().stream().flatMap(List::stream).toList();

        assertThat(all).extracting(ChatEvent::getBuyerTier).contains("VIP", "GOLD", null);
        assertThat(all)
                .filteredOn(event -> event.getBody() instanceof ProductRecommended)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(((ProductRecommended) event.getBody()).getSkuId())
                        .isNotBlank());
    }

    @Test
    void someBuyersWhoFallSilentAreCalled() {
        List<ChatEvent> calls = CONVERSATIONS.values().stream()
                .flatMap(List::stream)
                .filter(event ->
                        event.getBody() instanceof CallRang rang && rang.getDirection() == CallDirection.OUTBOUND)
                .toList();

        assertThat(calls).anyMatch(call -> chats().stream().anyMatch(chat -> isSilentBefore(chat, call)));
    }

    /** Whether the shop said the last word of a chat of the called buyer half an hour before the call or longer ago. */
    private static boolean isSilentBefore(List<ChatEvent> chat, ChatEvent call) {
        ChatEvent last = chat.stream()
                .filter(event -> event.getBody() instanceof MessageSent)
                .filter(event -> event.getShopId().equals(call.getShopId())
                        && event.getBuyerId().equals(call.getBuyerId())
                        && event.getEventTime().isBefore(call.getEventTime()))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return last != null
                && ((MessageSent) last.getBody()).getSender() != Sender.BUYER
                && !last.getEventTime().plusSeconds(1_800).isAfter(call.getEventTime());
    }

    @Test
    void onlyTheAccountThatHoldsAConversationHandsItOver() {
        for (List<ChatEvent> events : chats()) {
            String holder = null;
            for (ChatEvent event : events) {
                Object body = event.getBody();
                if (body instanceof ConversationOpened opened) {
                    holder = opened.getAgentId();
                } else if (body instanceof AgentAssigned assigned) {
                    holder = assigned.getAgentId();
                } else if (body instanceof ConversationTransferred moved) {
                    assertThat(moved.getFromAgentId()).isEqualTo(holder).isNotEqualTo(moved.getToAgentId());
                    holder = moved.getToAgentId();
                }
            }
        }
    }

    @Test
    void everySenderSpeaksAndAccountsOfTheShopOnly() {
        Set<Sender> senders = new HashSet<>();
        for (List<ChatEvent> events : chats()) {
            for (ChatEvent event : events) {
                if (event.getBody() instanceof MessageSent message) {
                    senders.add(message.getSender());
                    assertThat(message.getText()).isNotBlank().doesNotContain("{");
                    String agent = message.getAgentId();
                    assertThat(agent == null || agent.startsWith(event.getShopId() + ':'))
                            .isTrue();
                }
            }
        }

        assertThat(senders).hasSize(Sender.values().length - 1); // all but UNKNOWN
    }

    @Test
    void someConversationsAreOpenedAgainDaysLater() {
        assertThat(chats()).anyMatch(events -> {
            Instant closed = null;
            for (ChatEvent event : events) {
                if (event.getBody() instanceof ConversationClosed) {
                    closed = event.getEventTime();
                } else if (event.getBody() instanceof MessageSent && closed != null) {
                    return event.getEventTime().isAfter(closed.plusSeconds(5 * 3_600));
                }
            }
            return false;
        });
    }

    @Test
    void ratingsComeInvitedAndNot() {
        List<Object> bodies = bodies();

        assertThat(bodies)
                .anyMatch(body -> body instanceof ConversationRated rated
                        && rated.getSource().equals("INVITED"));
        assertThat(bodies)
                .anyMatch(body -> body instanceof ConversationRated rated
                        && rated.getSource().equals("VOLUNTARY"));
        assertThat(bodies.stream().filter(ConversationRated.class::isInstance).count())
                .isLessThan(
                        bodies.stream().filter(RatingInvited.class::isInstance).count());
    }

    @Test
    void promisesAreKeptAfterTheyAreMadeAndSomeAreNot() {
        Map<String, Instant> made = new TreeMap<>();
        int kept = 0;
        for (List<ChatEvent> events : CONVERSATIONS.values()) {
            for (ChatEvent event : events) {
                if (event.getBody() instanceof PromiseMade promise) {
                    made.put(event.getShopId() + promise.getPromiseId(), event.getEventTime());
                    assertThat(promise.getDueAt()).isAfter(event.getEventTime());
                } else if (event.getBody() instanceof PromiseKept promise) {
                    kept++;
                    assertThat(made.get(event.getShopId() + promise.getPromiseId()))
                            .isBefore(event.getEventTime());
                }
            }
        }

        assertThat(kept).isPositive().isLessThan(made.size());
    }

    @Test
    void callsRingAreAnsweredReleasedAndWrappedUpInThatOrderOrAreMissed() {
        List<Class<?>> order = List.of(CallRang.class, CallAnswered.class, CallReleased.class, CallWrappedUp.class);
        int missed = 0;
        for (List<ChatEvent> events : CONVERSATIONS.values()) {
            if (events.get(0).getChannel() == Channel.CHAT) {
                continue;
            }
            List<Integer> positions = new ArrayList<>();
            events.forEach(event -> positions.add(order.indexOf(event.getBody().getClass())));
            positions.removeIf(position -> position < 0);
            assertThat(positions).isSorted().doesNotHaveDuplicates().startsWith(0);
            missed += positions.equals(List.of(0, 2)) ? 1 : 0;
        }

        assertThat(missed).isPositive();
    }

    @Test
    void phoneNumbersInTextsAreOnesThatRedactionFinds() {
        List<String> texts = new ArrayList<>();
        for (Object body : bodies()) {
            if (body instanceof MessageSent message && message.getText().matches(".*\\d{3,4}[ -]?\\d{4,}.*")) {
                texts.add(message.getText());
            }
        }

        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allMatch(text -> TextRedaction.redact(text).contains("[phone]"));
    }

    private static List<List<ChatEvent>> chats() {
        return CONVERSATIONS.values().stream()
                .filter(events -> events.get(0).getChannel() == Channel.CHAT)
                .toList();
    }

    private static List<Object> bodies() {
        return CONVERSATIONS.values().stream()
                .flatMap(List::stream)
                .map(ChatEvent::getBody)
                .toList();
    }
}
