package io.deskpulse.imports.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private final List<String> taken = new ArrayList<>();

    /** A sink that does with a record what a mapping does. */
    private interface Taking extends RecordSink {
        @Override
        default void unreadable(Place place, String problem) {}
    }

    @Test
    void everythingArrivesInOrder() {
        RecordSink sink = new RecordSink() {
            @Override
            public void object(ObjectNode object, Place place) {
                taken.add("object " + place.line());
            }

            @Override
            public void unreadable(Place place, String problem) {
                taken.add(problem + " " + place.line());
            }
        };
        try (Handover handover = new Handover(sink, () -> 0, 10_000)) {
            for (int line = 1; line <= 999; line++) {
                handover.object(object(), at(line));
            }
            handover.unreadable(at(1_000), "broken");
            handover.finish();

            assertThat(taken).hasSize(1_000).startsWith("object 1", "object 2").endsWith("object 999", "broken 1000");
        }
    }

    @Test
    void largeRecordsAreNotHeldBack() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        long[] position = {0};
        Taking sink = (object, place) -> first.countDown();
        try (Handover handover = new Handover(sink, () -> position[0], 10_000)) {
            handover.object(object(), at(1));
            position[0] = 10_000_000;
            handover.object(object(), at(2));

            first.await();
        }
    }

    @Test
    void aMappingThatComesToNoEndIsToldWithTheRecord() {
        CountDownLatch never = new CountDownLatch(1);
        Taking endless = (object, place) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Handover handover = new Handover(endless, () -> 0, 300)) {
            handover.object(object(), at(7));

            assertThatThrownBy(handover::finish).isInstanceOf(UserError.class).hasMessageContaining("file.json line 7");
        }
    }

    @Test
    void whatTheSinkThrowsIsThrown() {
        Taking full = (object, place) -> {
            throw new UserError("The disk is full.");
        };
        try (Handover handover = new Handover(full, () -> 0, 10_000)) {
            handover.object(object(), at(1));

            assertThatThrownBy(handover::finish).isInstanceOf(UserError.class).hasMessage("The disk is full.");
        }
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    private static Place at(long line) {
        return new Place("file.json", line, "$");
    }
}
