package io.deskpulse.bench.stack;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import io.deskpulse.streaming.jobs.DeskpulseJob;
import io.deskpulse.streaming.jobs.JobCatalogue;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The jobs under measurement: those of the catalogue that read events. */
public final class BenchJobs {
    /** All of them. */
    public static final List<DeskpulseJob> ALL = JobCatalogue.streaming().stream()
            .filter(job -> !streams(job).isEmpty())
            .toList();

    /** How many subjects of a stream the view over a table shows. */
    private static final Map<String, Shown> SHOWN = Map.of(
            "conversation_days", new Shown(EventStream.CHAT, "SELECT uniqExact(conversation_id) FROM conversations"),
            "ticket_facts", new Shown(EventStream.TICKETS, "SELECT uniqExact(ticket_id) FROM tickets"),
            "order_facts", new Shown(EventStream.ORDERS, "SELECT uniqExact(order_id) FROM orders"));

    private record Shown(EventStream stream, String query) {
        void check(DeskpulseJob job, BenchStack stack, Input input) {
            long seen = stack.count(query);
            long expected = input.begun(stream);
            if (seen != expected) {
                throw new IllegalStateException(
                        "%s shows %,d %s, not %,d".formatted(job.name(), seen, stream, expected));
            }
        }
    }

    private BenchJobs() {}

    /** The streams of events that a job reads. */
    public static List<EventStream> streams(DeskpulseJob job) {
        return job.topics().stream()
                .map(EventStream::ofTopic)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** The streams of events that these jobs read. */
    public static Set<EventStream> streams(List<DeskpulseJob> jobs) {
        return jobs.stream().flatMap(job -> streams(job).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes sure that the work was done, without which its cost would mean nothing.
     *
     * @throws IllegalStateException when a view does not show all conversations, tickets or orders
     */
    public static void check(DeskpulseJob job, BenchStack stack, Input input) {
        for (FactTable<?> table : job.tables()) {
            Shown shown = SHOWN.get(table.name());
            if (shown != null) {
                shown.check(job, stack, input);
            }
        }
    }

    /** Names of the jobs, for a command line. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.stream().map(DeskpulseJob::name).iterator();
        }
    }

    /** A job by its name on a command line, also in capitals with an underscore, as its constant was written once. */
    public static final class ByName implements ITypeConverter<DeskpulseJob> {
        @Override
        public DeskpulseJob convert(String text) {
            String name = text.toLowerCase(Locale.ROOT).replace('_', '-');
            return ALL.stream()
                    .filter(job -> job.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("no job is called " + text));
        }
    }
}
