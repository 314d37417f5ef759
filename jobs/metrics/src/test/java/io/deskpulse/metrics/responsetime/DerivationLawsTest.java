package io.deskpulse.metrics.responsetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Forms;
import io.deskpulse.metrics.timeline.Retention;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for every set of events, tried on seeded random conversations. */
class DerivationLawsTest {
    private static final int CONVERSATIONS = 2_000;
    private static final long TWO_DAYS = 2 * 86_400_000L;

    @Test
    void rowsDoNotDependOnOrderOrDuplicates() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            List<ConversationEvent> delivered = new ArrayList<>(events);
            delivered.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(delivered, new Random(seed));

            assertThat(hex(Chat.derive(delivered))).as("seed %d", seed).isEqualTo(hex(Chat.derive(events)));
        }
    }

    @Test
    void theStateSurvivesBeingWrittenAndReadAfterEveryEvent() throws IOException {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            ResponseTimeDerivation derivation = Chat.derivation();
            ConversationState state = derivation.start();
            List<DayFacts> rows = new ArrayList<>();
            ConversationEventForm form = ConversationEventForm.INSTANCE;
            Anchor anchor = seed % 2 == 0 ? Anchor.NONE : form.anchor(events.get(0));
            for (ConversationEvent event : events) {
                ConversationEvent again = Forms.reread(form, event, event.conversationId(), anchor);
                assertThat(again).isEqualTo(event);
                derivation.advance(state, again, rows::add);
                state = Forms.reread(ConversationStateForm.INSTANCE, state);
            }
            derivation.live(state, rows::add);

            assertThat(hex(rows)).as("seed %d", seed).isEqualTo(hex(Chat.derive(events)));
        }
    }

    @Test
    void everyDayWithAnEventHasOneRowAndMessagesAddUp() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            List<DayFacts> rows = Chat.derive(events);

            assertThat(rows).extracting(DayFacts::epochDay).doesNotHaveDuplicates();
            assertThat(rows.stream().mapToInt(DayFacts::buyerMessages).sum()).isEqualTo((int)
                    events.stream().filter(e -> e.sender() == Sender.BUYER).count());
            assertThat(rows.stream().flatMap(day -> day.rounds().stream()).filter(Round::isOpen))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(rows.stream().flatMap(day -> day.waits().stream()).filter(Wait::isOpen))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void roundsAreAnsweredAfterTheyOpenedAndNeverOverlap() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            long lastEnd = Long.MIN_VALUE;
            for (DayFacts day : sorted(Chat.derive(RandomChat.events(seed)))) {
                for (Round round : day.rounds()) {
                    assertThat(round.openedAtMillis()).isGreaterThanOrEqualTo(lastEnd);
                    if (round.answeredAtMillis() != DayFacts.NONE) {
                        assertThat(round.answeredAtMillis()).isGreaterThanOrEqualTo(round.openedAtMillis());
                        assertThat(round.endReason()).isNull();
                        lastEnd = round.answeredAtMillis();
                    }
                }
            }
        }
    }

    @Test
    void contactsAreTheBuyersMessagesAndRequestsForAPersonInOrder() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            List<Long> contacts = sorted(Chat.derive(events)).stream()
                    .flatMap(day -> day.buyerContactsAtMillis().stream())
                    .toList();

            assertThat(contacts)
                    .as("seed %d", seed)
                    .isEqualTo(events.stream()
                            .filter(e -> e.sender() == Sender.BUYER || e.kind() == Kind.BOT_HANDED_OFF)
                            .map(ConversationEvent::timeMillis)
                            .toList());
        }
    }

    @Test
    void theLastRatingStandsAloneOnTheDayOfTheInvitationThatItAnswers() {
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            int rated = lastIndex(events, events.size(), Kind.RATED);
            int invited = lastIndex(events, rated, Kind.RATING_INVITED);
            boolean returned = invited >= 0
                    && events.get(rated).timeMillis() - events.get(invited).timeMillis() <= TWO_DAYS;

            for (DayFacts day : Chat.derive(events)) {
                boolean stands = rated >= 0 && day.epochDay() == Chat.epochDay(events.get(returned ? invited : rated));
                assertThat(day.rating())
                        .as("seed %d", seed)
                        .isEqualTo(stands ? events.get(rated).score() : -1);
                assertThat(day.isRatingReturned()).as("seed %d", seed).isEqualTo(stands && returned);
            }
        }
    }

    @Test
    void theFirstAnswerIsTheNextReplyWhateverLiesInBetween() {
        int answered = 0;
        for (int seed = 0; seed < CONVERSATIONS; seed++) {
            List<ConversationEvent> events = RandomChat.events(seed);
            for (DayFacts day : Chat.derive(events)) {
                long asked = day.firstQuestionAtMillis();
                if (events.stream().filter(e -> e.timeMillis() == asked).count() != 1) {
                    continue; // none, or who can tell which of several asked
                }
                long reply = events.stream()
                        .filter(e -> e.timeMillis() > asked && e.sender() != null)
                        .filter(e -> e.sender().isPlatformValid())
                        .mapToLong(ConversationEvent::timeMillis)
                        .findFirst()
                        .orElse(DayFacts.NONE);

                assertThat(day.firstReplyAtMillis()).as("seed %d", seed).isEqualTo(reply);
                answered += reply == DayFacts.NONE ? 0 : 1;
            }
        }
        assertThat(answered).isGreaterThan(CONVERSATIONS / 2);
    }

    private static int lastIndex(List<ConversationEvent> events, int before, Kind kind) {
        int last = before - 1;
        while (last >= 0 && events.get(last).kind() != kind) {
            last--;
        }
        return last;
    }

    @Test
    void aSilenceBeyondTheRetentionIsTheSameAsTwoTimelines() {
        Chat first = new Chat().robot("10:00:00").ask("10:00:05").says("10:00:06", Sender.BOT_AUTO, null);
        Chat both = new Chat()
                .robot("10:00:00")
                .ask("10:00:05")
                .says("10:00:06", Sender.BOT_AUTO, null)
                .on("2026-11-20")
                .ask("10:00:00");

        List<DayFacts> rows = Chat.derivation().derive(both.events(), Retention.CONVERSATIONS);

        assertThat(hex(rows.subList(0, 1))).isEqualTo(hex(first.days()));
        assertThat(rows.get(1).rounds().get(0).handler()).isEqualTo(Round.Handler.HUMAN);
        assertThat(both.rounds().get(1).handler()).isEqualTo(Round.Handler.BOT);
    }

    private static List<DayFacts> sorted(List<DayFacts> rows) {
        return rows.stream().sorted(Comparator.comparingInt(DayFacts::epochDay)).toList();
    }

    private static List<String> hex(List<DayFacts> rows) {
        return sorted(rows).stream()
                .map(day -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try {
                        ConversationCodec.writeDay(day, new DataOutputStream(bytes));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return HexFormat.of().formatHex(bytes.toByteArray());
                })
                .toList();
    }
}
