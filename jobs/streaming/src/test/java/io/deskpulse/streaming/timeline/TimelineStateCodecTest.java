package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.binary.LongSet;
import io.deskpulse.metrics.resolution.RandomTickets;
import io.deskpulse.metrics.resolution.Ticket;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketStateForm;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.resolution.TicketTimelineEventForm;
import io.deskpulse.metrics.timeline.Retention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The state of a key, written and read, and damaged in between. */
class TimelineStateCodecTest {
    private static final int KEYS = 300;
    private static final TimelineStateCodec<TicketFacts> CODEC = new TimelineStateCodec<>(TicketStateForm.INSTANCE);

    @Test
    void whatIsWrittenIsReadAndEndsWhereItEnds() throws IOException {
        for (int seed = 0; seed < KEYS; seed++) {
            byte[] bytes = bytes(state(seed));
            DataInputStream in = in(Arrays.copyOf(bytes, bytes.length + 7));
            TimelineState<TicketFacts> again = CODEC.read(in);

            assertThat(bytes(again)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(in.available()).isEqualTo(7);
        }
    }

    @Test
    void whatEveryTimelineKeepsIsReadBack() throws IOException {
        TimelineState<TicketFacts> state = state(3);
        TimelineState<TicketFacts> again = CODEC.read(in(bytes(state)));

        assertThat(again.count).isEqualTo(state.count);
        assertThat(again.lastMillis).isEqualTo(state.lastMillis);
        assertThat(again.lastId).isEqualTo(state.lastId);
        assertThat(again.generation).isEqualTo(state.generation);
        assertThat(again.hasTimer).isEqualTo(state.hasTimer);
        assertThat(again.forgottenUntilMillis).isEqualTo(state.forgottenUntilMillis);
        assertThat(again.superseded).isEqualTo(state.superseded);
        assertThat(again.lastSupersededMillis).isEqualTo(state.lastSupersededMillis);
        assertThat(again.anchor.sinceMillis()).isEqualTo(state.anchor.sinceMillis());
        for (int place = 0; place < 5; place++) {
            assertThat(again.anchor.text(place)).isEqualTo(state.anchor.text(place));
        }
    }

    @Test
    void theIdentitiesOfEventsAreReadBackAndThoseThatNoReleaseKeptAreStillUnknown() throws IOException {
        TimelineState<TicketFacts> state = state(20);
        LongSet identities = CODEC.read(in(bytes(state))).identities;
        assertThat(identities.size()).isEqualTo(state.identities.size()).isEqualTo(21);
        RandomTickets.events(20, 1, 21, 100_000_000)
                .forEach(event ->
                        assertThat(identities.contains(event.identityHash())).isTrue());

        state.identities = null;

        assertThat(CODEC.read(in(bytes(state))).identities).isNull();
    }

    @Test
    void aStateThatIsCutOffAnywhereIsRefused() {
        for (int seed = 0; seed < KEYS / 10; seed++) {
            byte[] bytes = bytes(state(seed));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);

                assertThatThrownBy(() -> CODEC.read(in(cut))).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aDamagedStateIsRefusedOrReadAndNothingElseHappens() {
        int refused = 0;
        for (int seed = 0; seed < KEYS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = bytes(state(seed));
            for (int i = 0; i < 100; i++) {
                byte[] damaged = bytes.clone();
                damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                refused += isRefused(damaged) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(KEYS * 100 / 6);
    }

    @Test
    void aLengthThatLiesCostsNoMemory() {
        byte[] twoGigabytes = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, 1, 2, 3};
        byte[] noLength = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

        assertThatThrownBy(() -> CODEC.read(in(twoGigabytes))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CODEC.read(in(noLength))).hasMessageContaining("form ticket-timeline/2");
    }

    private static boolean isRefused(byte[] damaged) {
        try {
            CODEC.read(in(damaged));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static TimelineState<TicketFacts> state(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TicketTimelineEvent> events = RandomTickets.events(seed, 1, 1 + seed % 30, 100_000_000);
        TicketFacts ticket = Ticket.derivation(Ticket.POLICIES).replay(events.iterator(), Retention.FOREVER, row -> {});
        TimelineState<TicketFacts> state =
                new TimelineState<>(ticket, random.nextInt(3), TicketTimelineEventForm.INSTANCE.anchor(events.get(0)));
        state.identities = new LongSet();
        for (TicketTimelineEvent event : events) {
            state.appended(event);
            state.identities.add(event.identityHash());
        }
        if (random.nextBoolean()) {
            state.superseded = 1 + random.nextInt(5);
            state.lastSupersededMillis = state.lastMillis + random.nextInt();
        }
        state.hasTimer = random.nextBoolean();
        state.forgottenUntilMillis = random.nextBoolean() ? TimelineState.NEVER : state.lastMillis - random.nextInt();
        return state;
    }

    private static byte[] bytes(TimelineState<TicketFacts> state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CODEC.write(state, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
