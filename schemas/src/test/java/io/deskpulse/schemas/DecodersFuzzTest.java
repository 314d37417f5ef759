package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.testing.Fuzz;
import io.deskpulse.schemas.testing.SampleEvents;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.EventEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged events are events or refused for a reason, in both forms; nothing breaks, nothing hangs. */
class DecodersFuzzTest {
    private int taken;

    @Test
    void aMessageIsAnEventOrRefused() {
        EventDecoder decoder = new EventDecoder();
        EventEncoder encoder = new EventEncoder();
        List<byte[]> samples =
                SampleEvents.events().stream().map(encoder::encode).toList();
        EventStream[] streams = EventStream.values();

        long inputs = Fuzz.each(samples, 0.28, message -> {
            for (EventStream stream : streams) {
                try {
                    assertThat(decoder.decode(stream, message)).isNotNull();
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

    @Test
    void aLineIsAnEventOrToldInWords() {
        JsonLinesReader reader = new JsonLinesReader();

        long inputs = Fuzz.each(Fuzz.texts(SampleEvents.lines().toList()), 0.15, line -> {
            ParsedLine parsed = reader.read(1, line);
            if (parsed instanceof ParsedLine.Failure failure) {
                String message = failure.message();
                if (message.isBlank() || message.contains("Exception") || message.contains("\tat ")) {
                    throw new AssertionError(message);
                }
            } else {
                taken++;
            }
        });

        assertThat(taken).isPositive().isLessThan((int) inputs);
    }
}
