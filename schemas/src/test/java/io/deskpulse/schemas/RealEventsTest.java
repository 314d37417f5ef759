package io.deskpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.JsonLinesWriter;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.wire.EventDecoder;
import io.deskpulse.schemas.wire.EventEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real event files, which are too big for the repository: every line must pass both doors. */
class RealEventsTest {

    private final JsonLinesReader reader = new JsonLinesReader();
    private final JsonLinesWriter writer = new JsonLinesWriter();
    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    @ParameterizedTest
    @CsvSource({
        "chat-twitter.jsonl.gz, CHAT, 4998",
        "orders-olist.jsonl.gz, ORDERS, 81563",
        "tickets-servicenow.jsonl.gz, TICKETS, 112248"
    })
    void everyLineIsAValidEventThatSurvivesTheWire(String file, EventStream stream, long lines) throws Exception {
        Path path = events(file);
        assumeTrue(
                Files.isRegularFile(path), () -> path + " is absent; set DESKPULSE_SHARED_DATA to where events/ lies");

        long count = 0;
        try (BufferedReader in = open(path)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                count++;
                SpecificRecord event = event(count, line);
                assertThat(EventStream.of(event)).isEqualTo(stream);
                SpecificRecord decoded = decoder.decode(stream, encoder.encode(event));
                if (!decoded.equals(event) || EventValidity.check(decoded) != null) {
                    assertThat(decoded).as("line " + count).isEqualTo(event);
                }
                if (!event(count, writer.write(decoded)).equals(event)) {
                    assertThat(writer.write(decoded)).as("line " + count).isEqualTo(line);
                }
            }
        }

        assertThat(count).isEqualTo(lines);
    }

    private SpecificRecord event(long lineNumber, String line) {
        ParsedLine parsed = reader.read(lineNumber, line);
        assertThat(parsed).isInstanceOf(ParsedLine.Event.class);
        return ((ParsedLine.Event) parsed).event();
    }

    private static BufferedReader open(Path path) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8));
    }

    private static Path events(String file) {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        Path data = configured == null ? Path.of("..", "..", "shared", "data") : Path.of(configured);
        return data.resolve("events").resolve(file);
    }
}
