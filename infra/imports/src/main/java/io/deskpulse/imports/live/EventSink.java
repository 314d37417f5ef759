package io.deskpulse.imports.live;

import io.deskpulse.schemas.jsonl.ParsedLine;
import java.util.List;

/** Where live events go; a test has another one than Kafka. */
@FunctionalInterface
public interface EventSink {
    /**
     * Returns when all are safe.
     *
     * @return whether they are; when not, they may or may not be, and may be sent again
     */
    boolean send(List<ParsedLine.Event> events);
}
