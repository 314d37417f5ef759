package io.deskpulse.streaming.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.metrics.resolution.Anomaly;
import io.deskpulse.metrics.resolution.TicketFacts;
import io.deskpulse.metrics.resolution.TicketTimelineEvent;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.TicketReading;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A public ticket log (UCI, ServiceNow), through the reader and the derivation; expected values from an independent reading. */
class RealTicketsTest {
    private static final String FILE = "events/tickets-servicenow.jsonl.gz";

    @Test
    void everyTicketIsResolvedAndSomeWereReopened() throws Exception {
        Path path = shared().resolve(FILE);
        assumeTrue(Files.isRegularFile(path), () -> path + " is absent; set DESKPULSE_SHARED_DATA to its data folder");

        List<TicketFacts> tickets = new ArrayList<>();
        for (List<TicketTimelineEvent> events : byTicket(path).values()) {
            tickets.addAll(
                    ResolutionRows.ticketFamily(Retention.FOREVER).derivation().derive(events, Retention.FOREVER));
        }

        assertThat(tickets).hasSize(24_918).allMatch(TicketFacts::isResolved);
        assertThat(tickets.stream().filter(ticket -> ticket.reopens() > 0)).hasSize(275);
        assertThat(tickets.stream().mapToInt(TicketFacts::reopens).sum()).isEqualTo(331);
        assertThat(tickets.stream().filter(ticket -> !ticket.anomalies().isEmpty()))
                .extracting(TicketFacts::anomalies)
                .containsExactlyInAnyOrder(
                        List.of(Anomaly.EVENT_BEFORE_OPENING),
                        List.of(Anomaly.EVENT_BEFORE_OPENING, Anomaly.REOPENED_WHILE_OPEN));
    }

    private static Map<String, List<TicketTimelineEvent>> byTicket(Path path) throws Exception {
        JsonLinesReader lines = new JsonLinesReader();
        EventEncoder encoder = new EventEncoder();
        EventReader<TicketReading> reader = EventReader.tickets("a key for the tests");
        Map<String, List<TicketTimelineEvent>> byTicket = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                ParsedLine parsed = lines.read(++number, line);
                TicketTimelineEvent event =
                        TicketTimelineEvents.of(reader.read(encoder.encode(((ParsedLine.Event) parsed).event())));
                byTicket.computeIfAbsent(event.ticketId(), ticket -> new ArrayList<>())
                        .add(event);
            }
        }
        return byTicket;
    }

    private static Path shared() {
        String configured = System.getProperty("deskpulse.shared-data", System.getenv("DESKPULSE_SHARED_DATA"));
        return configured == null ? Path.of("..", "..", "..", "shared", "data") : Path.of(configured);
    }
}
