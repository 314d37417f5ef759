package io.deskpulse.schemas.testing;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** At least one believable event of every body type, from {@code samples/<stream>.jsonl}. */
public final class SampleEvents {

    private static final JsonLinesReader READER = new JsonLinesReader();

    private SampleEvents() {}

    /** The samples of a stream, as lines. */
    public static List<String> lines(EventStream stream) {
        String resource = "/samples/" + stream.jsonName() + ".jsonl";
        try (InputStream in = SampleEvents.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** The samples of a stream, as events in the order of the lines. */
    public static List<SpecificRecord> events(EventStream stream) {
        return lines(stream).stream().map(SampleEvents::event).toList();
    }

    /** The samples of all streams. */
    public static List<SpecificRecord> events() {
        return Arrays.stream(EventStream.values())
                .map(SampleEvents::events)
                .flatMap(List::stream)
                .toList();
    }

    /** The first sample of a body type, for example {@code MessageSent}. */
    public static SpecificRecord event(EventStream stream, String type) {
        return events(stream).stream()
                .filter(event -> stream.body(event).getSchema().getName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample of " + type));
    }

    /** The lines of all streams. */
    public static Stream<String> lines() {
        return Arrays.stream(EventStream.values()).map(SampleEvents::lines).flatMap(List::stream);
    }

    /** The event of a line. */
    public static SpecificRecord event(String line) {
        ParsedLine parsed = READER.read(1, line);
        if (parsed instanceof ParsedLine.Event event) {
            return event.event();
        }
        throw new IllegalArgumentException(((ParsedLine.Failure) parsed).message() + ": " + line);
    }
}
