package io.deskpulse.streaming.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged messages are readings or refused for a reason by what the jobs read with; a reader goes on after each. */
class EventReaderFuzzTest {
    private static final String KEY = "a key for the tests";

    private int taken;

    @Test
    void aMessageIsAReadingOrRefused() {
        EventEncoder encoder = new EventEncoder();
        List<byte[]> samples =
                SampleEvents.events().stream().map(encoder::encode).toList();
        List<EventReader<?>> readers =
                List.of(EventReader.chat(KEY), EventReader.orders(KEY), EventReader.tickets(KEY), EventReader.agents());

        long inputs = Fuzz.each(samples, 0.25, message -> {
            for (EventReader<?> reader : readers) {
                try {
                    assertThat(reader.read(message)).isNotNull();
                    taken++;
                } catch (RejectedEventException e) {
                    if (e.rejection().reason() == null) {
                        throw new AssertionError("refused without a reason", e);
                    }
                }
            }
        });

        assertThat(taken).as("some are only changed, not damaged").isPositive().isLessThan((int) inputs);
    }
}
