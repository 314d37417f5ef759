package io.deskpulse.bench.hotspots.real;

import io.deskpulse.events.OrderEvent;
import io.deskpulse.metrics.complaints.ComplaintEvent;
import io.deskpulse.metrics.complaints.ComplaintEvent.Kind;
import io.deskpulse.metrics.complaints.contacts.ContactEvent;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.files.EventFiles;
import io.deskpulse.ops.replay.files.MergedEvents;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.jsonl.ParsedLine;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.complaints.ClaimReader;
import io.deskpulse.streaming.complaints.ComplaintIntakes;
import io.deskpulse.streaming.events.ChatReading;
import io.deskpulse.streaming.events.EventReader;
import io.deskpulse.streaming.events.OrderReading;
import io.deskpulse.streaming.events.TicketReading;
import io.deskpulse.streaming.hotspots.signals.ContactEvents;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The events of files as the job's source reads them. */
final class FileEvents {
    /** Personal ids are hashed as in the job; the key changes no result. */
    private static final String HASH_KEY = "a key for the bench";

    final List<ComplaintEvent> ofOrders = new ArrayList<>();
    final List<ContactEvent> ofChats = new ArrayList<>();
    final LateParcels parcels = new LateParcels();

    /** Events by their stream. */
    final Map<EventStream, Integer> events = new EnumMap<>(EventStream.class);

    /** Claims by reason: with the bundled words alone, and with all. */
    final Map<String, int[]> claims = new TreeMap<>();

    private final EventEncoder encoder = new EventEncoder();
    private final EventReader<OrderReading> orders = EventReader.orders(HASH_KEY);
    private final EventReader<TicketReading> tickets = EventReader.tickets(HASH_KEY);
    private final EventReader<ChatReading> chats = EventReader.chat(HASH_KEY);
    private final ComplaintIntakes bundled;
    private final ComplaintIntakes extended;

    private FileEvents(ReasonTaxonomy taxonomy) {
        bundled = intakes(ReasonTaxonomy.bundled());
        extended = intakes(taxonomy);
    }

    private static ComplaintIntakes intakes(ReasonTaxonomy taxonomy) {
        return ComplaintIntakes.of(new ClaimReader(taxonomy, Set.of()));
    }

    /**
     * Reads files.
     *
     * @throws UserError when one cannot be read or has a line that is no event
     */
    static FileEvents read(List<Path> files, ReasonTaxonomy taxonomy, Progress progress) {
        FileEvents read = new FileEvents(taxonomy);
        try (MergedEvents lines = new MergedEvents(EventFiles.lookedAt(files, progress), rejected -> {
            throw new UserError(rejected.message());
        })) {
            for (ParsedLine.Event event = lines.next(); event != null; event = lines.next()) {
                read.take(event);
            }
        } catch (RejectedEventException e) {
            throw new UserError(e.getMessage(), e);
        }
        return read;
    }

    private void take(ParsedLine.Event event) throws RejectedEventException {
        events.merge(event.stream(), 1, Integer::sum);
        byte[] message = encoder.encode(event.event());
        switch (event.stream()) {
            case ORDERS -> {
                parcels.take((OrderEvent) event.event());
                OrderReading read = orders.read(message);
                add(
                        bundled.orders().mapping().of(read),
                        extended.orders().mapping().of(read));
            }
            case TICKETS -> {
                TicketReading read = tickets.read(message);
                add(
                        bundled.tickets().mapping().of(read),
                        extended.tickets().mapping().of(read));
            }
            case CHAT -> {
                ContactEvent contact = ContactEvents.INTAKE.mapping().of(chats.read(message));
                if (contact != null) {
                    ofChats.add(contact);
                }
            }
            default -> {}
        }
    }

    private void add(ComplaintEvent withBundledWords, ComplaintEvent event) {
        if (event != null) {
            ofOrders.add(event);
            count(withBundledWords, 0);
            count(event, 1);
        }
    }

    private void count(ComplaintEvent event, int taxonomy) {
        if (event.claim() != null) {
            String source = event.kind() == Kind.REVIEWED
                    ? "review "
                    : event.kind() == Kind.TICKET_OPENED ? "ticket " : "refund ";
            String reason = event.claim().reason();
            claims.computeIfAbsent(source + (reason.isEmpty() ? "unmapped" : reason), any -> new int[2])[taxonomy]++;
        }
    }
}
