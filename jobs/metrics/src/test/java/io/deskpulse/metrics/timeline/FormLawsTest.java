package io.deskpulse.metrics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormTree;
import io.deskpulse.metrics.conversion.BuyerEventForm;
import io.deskpulse.metrics.conversion.BuyerStateForm;
import io.deskpulse.metrics.conversion.RandomBuyers;
import io.deskpulse.metrics.conversion.Story;
import io.deskpulse.metrics.presence.AgentDerivation;
import io.deskpulse.metrics.presence.AgentEventForm;
import io.deskpulse.metrics.presence.AgentStateForm;
import io.deskpulse.metrics.presence.RandomAgents;
import io.deskpulse.metrics.resolution.CallPromiseDerivation;
import io.deskpulse.metrics.resolution.CallPromiseEventForm;
import io.deskpulse.metrics.resolution.CallPromiseStateForm;
import io.deskpulse.metrics.resolution.RandomCallPromises;
import io.deskpulse.metrics.resolution.RandomTickets;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketStateForm;
import io.deskpulse.metrics.resolution.TicketTimelineEventForm;
import io.deskpulse.metrics.responsetime.Chat;
import io.deskpulse.metrics.responsetime.ConversationEventForm;
import io.deskpulse.metrics.responsetime.ConversationStateForm;
import io.deskpulse.metrics.responsetime.RandomChat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of every binary form, on seeded random states and events: of what is missing, unknown, cut off and damaged. */
class FormLawsTest {
    private static final int SEEDS = 300;
    private static final long DAY = 86_400_000;

    /** A family of facts: its forms, and what to write in them. */
    private record Family<E extends TimelineEvent, S>(
            String name,
            EventForm<E> events,
            StateForm<S> states,
            Derivation<E, S, ?> derivation,
            IntFunction<List<E>> random) {

        /** The bytes of a state after random events. */
        byte[] state(int seed) {
            return Forms.bytes(states, derivation.replay(random.apply(seed).iterator(), Retention.FOREVER, row -> {}));
        }

        /** The bytes that a state read from these is written in. */
        byte[] rewritten(byte[] bytes) throws IOException {
            return Forms.bytes(states, Forms.read(states, bytes));
        }

        /** The bytes of the last of random events. */
        byte[] event(int seed) {
            List<E> told = random.apply(seed);
            return Forms.bytes(events, told.get(told.size() - 1), events.anchor(told.get(0)));
        }

        E readEvent(int seed, byte[] bytes) throws IOException {
            Anchor anchor = events.anchor(random.apply(seed).get(0));
            return events.read("s1", "k1", anchor, new FormReader(events.id()).begin(bytes));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Family<?, ?>> families() {
        return Stream.of(
                new Family<>(
                        "conversations",
                        ConversationEventForm.INSTANCE,
                        ConversationStateForm.INSTANCE,
                        Chat.derivation(),
                        RandomChat::events),
                new Family<>(
                        "tickets",
                        TicketTimelineEventForm.INSTANCE,
                        TicketStateForm.INSTANCE,
                        Ticket.derivation(Ticket.POLICIES),
                        seed -> RandomTickets.events(seed, 1, 1 + seed % 40, DAY)),
                new Family<>(
                        "contacts",
                        CallPromiseEventForm.INSTANCE,
                        CallPromiseStateForm.INSTANCE,
                        new CallPromiseDerivation(ShopZones.of("Asia/Shanghai", Map.of())),
                        seed -> RandomCallPromises.events(seed, 1, 1 + seed % 20, DAY)),
                new Family<>(
                        "buyers",
                        BuyerEventForm.INSTANCE,
                        BuyerStateForm.INSTANCE,
                        Story.derivation(Retention.FOREVER),
                        seed -> RandomBuyers.events(seed, "b1", 1 + seed % 40, DAY)),
                new Family<>(
                        "agents",
                        AgentEventForm.INSTANCE,
                        AgentStateForm.INSTANCE,
                        new AgentDerivation(ShopZones.of("Asia/Shanghai", Map.of()), DAY / 2),
                        seed -> RandomAgents.events(seed, 1, 1 + seed % 20, DAY)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFormIsWhatItsDescriptionSays(Family<?, ?> family) {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(FormTree.of(family.state(seed)).bytes())
                    .as("seed %d", seed)
                    .isEqualTo(family.state(seed));
            assertThat(FormTree.of(family.event(seed)).bytes())
                    .as("seed %d", seed)
                    .isEqualTo(family.event(seed));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aStateThatWasReadIsWrittenToTheSameBytes(Family<?, ?> family) throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = family.state(seed);

            assertThat(family.rewritten(bytes)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFieldThatNobodyKnowsChangesNothing(Family<?, ?> family) throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FormTree state = FormTree.of(family.state(seed));
            FormTree event = FormTree.of(family.event(seed));
            for (int i = 0; i < 20; i++) {
                assertThat(family.rewritten(state.withUnknown(random).bytes()))
                        .as("seed %d, %d", seed, i)
                        .isEqualTo(state.bytes());
                assertThat(family.readEvent(seed, event.withUnknown(random).bytes()))
                        .as("seed %d, %d", seed, i)
                        .isEqualTo(family.readEvent(seed, event.bytes()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFieldThatIsMissingHasADefaultUnlessItNamesSomething(Family<?, ?> family) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++) {
                byte[] state = FormTree.of(family.state(seed)).without(random).bytes();
                byte[] event = FormTree.of(family.event(seed)).without(random).bytes();

                assertThat(refusal(family, state))
                        .as("seed %d, %d", seed, i)
                        .satisfiesAnyOf(
                                message -> assertThat(message).isNull(),
                                message -> assertThat(message).contains("there is no tag 1;"));
                assertThat(refusalOfEvent(family, seed, event))
                        .as("seed %d, %d", seed, i)
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsCutOffIsRefusedOrEndsBetweenTwoFields(Family<?, ?> family) {
        for (int seed = 0; seed < SEEDS / 10; seed++) {
            byte[] bytes = family.state(seed);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                boolean isWhole = length > 0 && isPrefix(FormTree.of(bytes), cut);

                assertThat(refusal(family, cut) == null)
                        .as("seed %d, %d bytes", seed, length)
                        .isEqualTo(isWhole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsDamagedIsRefusedOrReadAndNothingElseHappens(Family<?, ?> family) {
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 40; i++) {
                refused += refusal(family, damaged(family.state(seed), random)) == null ? 0 : 1;
                refused += refusalOfEvent(family, seed, damaged(family.event(seed), random)) == null ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(SEEDS * 80 / 5);
    }

    /** Whether the bytes end where one of the first fields of the form does. */
    private static boolean isPrefix(FormTree form, byte[] cut) {
        for (int fields = 0; fields <= form.fields().size(); fields++) {
            FormTree prefix = new FormTree(form.form(), form.fields().subList(0, fields));
            if (Arrays.equals(prefix.bytes(), cut)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    /** What the error says that reading a state gives; null when it gives none. */
    private static String refusal(Family<?, ?> family, byte[] bytes) {
        try {
            family.rewritten(bytes);
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String refusalOfEvent(Family<?, ?> family, int seed, byte[] bytes) {
        try {
            family.readEvent(seed, bytes);
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
