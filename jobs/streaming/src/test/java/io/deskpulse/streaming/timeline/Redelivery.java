package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.facts.FactFamily;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Backend;
import io.deskpulse.streaming.timeline.ReleasedSavepoint.Shells;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/**
 * Events as feeds deliver them, each with other stamps and other contents too, and the table that must come of them.
 *
 * @param family the family of facts
 * @param retold the event with the identity of one and the content of another
 * @param start a shell around the family
 * @param batch the rows of a batch derivation of events that were each delivered once
 * @param isOnePartition whether every attempt learns the events of a key in one order
 */
public record Redelivery<E extends TimelineEvent, F>(
        FactFamily<E, ?, F> family,
        Retold<E> retold,
        Shells<E, F> start,
        Function<List<E>, List<String>> batch,
        boolean isOnePartition) {
    private static final long LONGEST_SHIFT = Duration.ofDays(2).toMillis();
    private static final Pattern SUPERSEDED = Pattern.compile("superseded=(\\d+), superseded_example=[^,]*,");
    private static final int ATTEMPTS = 6;
    private static final int CRASHES = 40;

    /** Tells an event anew. */
    public interface Retold<E> {
        /** The event with another's content, which is of the same subject and stream, at an instant. */
        E as(E event, E content, long millis);
    }

    /** The events and, of a third of them, deliveries with another stamp, another content or both. */
    private List<E> deliveries(List<E> events, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, List<E>> bySubject = events.stream().collect(Collectors.groupingBy(this::subject));
        List<E> all = new ArrayList<>(events);
        for (E event : events) {
            List<E> others = bySubject.get(subject(event));
            while (random.nextInt(4) == 0) {
                boolean isStamped = random.nextBoolean();
                E content = isStamped && random.nextBoolean() ? event : others.get(random.nextInt(others.size()));
                long shift = isStamped ? random.nextLong(2 * LONGEST_SHIFT) - LONGEST_SHIFT : 0;
                all.add(retold.as(event, content, event.timeMillis() + shift));
            }
        }
        return all;
    }

    /** Whatever order they come in, with duplicates, flushes and restarts: one table, which is that of the smallest deliveries. */
    public void givesOneTable(IntFunction<List<E>> events, Backend backend) throws Exception {
        for (int seed = 0; seed < backend.seeds(); seed++) {
            givesOneTable(deliveries(events.apply(seed), seed), seed, backend::make);
        }
    }

    private void givesOneTable(List<E> deliveries, int seed, Supplier<StateBackend> backend) throws Exception {
        Set<List<String>> tables = new HashSet<>();
        for (int arrival = 0; arrival < 2; arrival++) {
            tables.add(start.on(backend.get()).rowsOfAnyArrival(deliveries, 31L * seed + arrival, backend));
        }

        assertThat(tables).as("seed %d", seed).hasSize(1);
        assertTable(tables.iterator().next(), deliveries, seed);
    }

    /** What crashed attempts wrote, who knew other parts of the deliveries, loses in the end; the keys of rows taken back. */
    public Set<String> outlivesCrashes(IntFunction<List<E>> events) throws Exception {
        Set<String> takenBack = new HashSet<>();
        for (int seed = 0; seed < CRASHES; seed++) {
            takenBack.addAll(outlivesCrashes(deliveries(events.apply(seed), seed), seed));
        }
        return takenBack;
    }

    private Set<String> outlivesCrashes(List<E> deliveries, int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        TimelineHarness<E, F> shell = start.on(new HashMapStateBackend());
        List<E> left = new ArrayList<>(deliveries);
        Collections.shuffle(left, new Random(seed));
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (!isOnePartition) {
                Collections.shuffle(left, new Random(31L * seed + attempt));
            }
            int kept = random.nextInt(left.size() / 2 + 1);
            int lost = random.nextInt(left.size() - kept + 1);
            tell(shell, left.subList(0, kept), random);
            OperatorSubtaskState checkpoint = shell.checkpoint(attempt);
            tell(shell, left.subList(kept, kept + lost), random);
            left = new ArrayList<>(left.subList(kept, left.size()));
            shell = shell.crash(checkpoint, new HashMapStateBackend());
        }
        tell(shell, left, random);
        assertTable(shell.rows(), deliveries, seed);
        shell.close();
        return shell.takenBack();
    }

    private void assertTable(List<String> rows, List<E> deliveries, int seed) {
        List<E> kept = kept(deliveries);
        long superseded = told(deliveries.stream().distinct().toList()) - told(kept);

        assertThat(rows.stream().map(row -> SUPERSEDED.matcher(row).replaceFirst("superseded=0, superseded_example=,")))
                .as("seed %d", seed)
                .containsExactlyElementsOf(batch.apply(kept));
        assertThat(rows.stream().mapToLong(Redelivery::superseded).sum())
                .as("seed %d", seed)
                .isEqualTo(superseded);
    }

    private void tell(TimelineHarness<E, F> shell, List<E> deliveries, SplittableRandom random) throws Exception {
        for (E delivery : deliveries) {
            shell.send(delivery);
            if (random.nextInt(3) == 0) {
                shell.flush();
            }
        }
    }

    /** The smallest delivery of each event, as the definition says it. */
    private List<E> kept(List<E> deliveries) {
        Map<String, E> smallest = new TreeMap<>();
        for (E delivery : deliveries) {
            String event = subject(delivery) + " " + delivery.eventId();
            smallest.merge(event, delivery, (one, other) -> place(one).compareTo(place(other)) <= 0 ? one : other);
        }
        return new ArrayList<>(smallest.values());
    }

    private String place(E delivery) {
        FormWriter out = FormWriter.forComparison().begin(family.events().id());
        family.events().write(delivery, Anchor.NONE, out);
        return "%020d".formatted(delivery.timeMillis()) + HexFormat.of().formatHex(out.toBytes());
    }

    private String subject(E event) {
        return family.key(event) + " " + event.stream() + " " + event.subjectId();
    }

    private long told(List<E> deliveries) {
        return deliveries.stream().filter(family::tellsOf).count();
    }

    private static long superseded(String row) {
        Matcher matcher = SUPERSEDED.matcher(row);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
