package io.deskpulse.bench.chaos;

import io.deskpulse.bench.chaos.stand.ChaosStand;
import io.deskpulse.bench.chaos.stand.Fault;
import io.deskpulse.bench.chaos.stand.Pause;
import io.deskpulse.bench.chaos.truth.Truth;
import io.deskpulse.ops.Progress;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.EventEncoder;
import io.deskpulse.streaming.facts.FactTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Round after round on one stand: events are sent, faults strike meanwhile, and in the end all must be as if nothing had happened. */
final class Rounds {
    /** What facts fill; the tables that hotspots fill on the clock are functions of when events come, and have tests of their own. */
    static final Set<String> TABLES = Set.of(
            "conversation_days",
            "ticket_facts",
            "contact_facts",
            "order_facts",
            "order_trouble_facts",
            "buyer_days",
            "complaint_facts",
            "product_facts",
            "agent_intervals");

    private static final int PIECES = 12;
    private static final Duration SENDING = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 250;
    private static final double SHARE_OF_TWO_AT_ONCE = 0.25;

    private final ChaosStand stand;
    private final Truth truth;
    private final Accounts accounts;
    private final Progress progress;

    Rounds(ChaosStand stand, Progress progress) {
        this.stand = stand;
        this.progress = progress;
        this.accounts = new Accounts(stand);
        Set<String> filled = stand.jobs().all().stream()
                .flatMap(job -> job.tables().stream())
                .map(FactTable::name)
                .collect(Collectors.toCollection(HashSet::new));
        filled.retainAll(TABLES);
        this.truth = new Truth(stand.clickHouse().admin(), ChaosStand.HASH_KEY, filled);
    }

    /** What strikes in the round of a seed: each kind in turn with the seeds, and now and then another one at the same time. */
    static List<Fault> faults(long seed) {
        List<Fault> possible = List.of(Fault.values());
        // The first number of a Random of a small seed is always about the same.
        SplittableRandom random = new SplittableRandom(seed);
        Fault first = possible.get((int) Math.floorMod(seed, (long) possible.size()));
        List<Fault> faults = new ArrayList<>(List.of(first));
        if (random.nextDouble() < SHARE_OF_TWO_AT_ONCE) {
            List<Fault> others = possible.stream()
                    .filter(other -> other.part() != first.part())
                    .toList();
            faults.add(others.get(random.nextInt(others.size())));
        }
        return faults;
    }

    /** Sends a round while faults strike, and tells how it ended. */
    Outcome run(Round round, List<Fault> faults) throws IOException {
        progress.step("Seed " + round.seed() + ": " + faults + " …");
        note(round);
        Random random = new Random(round.seed());
        List<Delivery> again = new ArrayList<>();
        stand.repeats(() -> again.addAll(repeated(round, random)));
        double faultSeconds;
        try (Sender sender = Sender.start(stand.kafka(), round.deliveries(), PIECES, SENDING)) {
            Pause.millis(300 + random.nextInt(2_000));
            long struckNanos = System.nanoTime();
            for (Fault fault : faults) {
                fault.strike(stand);
            }
            long millis = faults.stream()
                    .mapToLong(fault -> fault.length().toMillis())
                    .max()
                    .orElse(0);
            Pause.millis(millis * 3 / 4 + random.nextLong(millis / 2 + 1));
            for (Fault fault : inOrderOfEnd(faults)) {
                fault.end(stand);
            }
            faultSeconds = seconds(struckNanos);
            sender.await();
        }
        if (!again.isEmpty()) {
            Sender.send(stand.kafka(), again);
        }
        long endedNanos = System.nanoTime();
        String difference = awaitRight(round);
        return new Outcome(
                round,
                faults,
                round.deliveries().size() + again.size(),
                faultSeconds,
                difference.isEmpty() ? seconds(endedNanos) : Double.NaN,
                difference);
    }

    /** What is wrong with all rounds together: tables that differ, books that do not balance. */
    List<String> problems() throws IOException {
        await(() -> accounts.isConsumed(stand.jobs().all()), PATIENCE);
        List<String> problems =
                new ArrayList<>(accounts.problems(truth, stand.jobs().all()));
        truth.differences("").lines().forEach(problems::add);
        return problems;
    }

    /** Whether all that was sent was consumed within some time, a checkpoint behind it. */
    boolean isConsumed(Duration patience) {
        return await(() -> accounts.isConsumed(stand.jobs().all()), patience);
    }

    /** How the tables differ from what a round makes. */
    String differences(Round round) {
        return truth.differences(round.mark());
    }

    /** Takes a round's events into the truth and the books, before anything is sent. */
    void note(Round round) {
        EventEncoder encoder = new EventEncoder();
        Map<EventStream, List<byte[]>> messages = new EnumMap<>(EventStream.class);
        round.events()
                .forEach(event -> messages.computeIfAbsent(EventStream.of(event), stream -> new ArrayList<>())
                        .add(encoder.encode(event)));
        try {
            truth.add(messages);
        } catch (RejectedEventException e) {
            throw new IllegalStateException("a round has an event that is none", e);
        }
        accounts.note(round.deliveries());
    }

    /** Jobs come back last: they complete no checkpoint while what they read from or write to is away. */
    private static List<Fault> inOrderOfEnd(List<Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(fault -> fault.part() == Fault.Part.FLINK))
                .toList();
    }

    private List<Delivery> repeated(Round round, Random random) {
        List<Delivery> again = new ArrayList<>(round.deliveries());
        again.removeIf(delivery -> !delivery.isEvent());
        Collections.shuffle(again, random);
        accounts.note(again);
        return again;
    }

    private String awaitRight(Round round) {
        String[] difference = {""};
        await(
                () -> {
                    difference[0] = truth.differences(round.mark());
                    return difference[0].isEmpty();
                },
                PATIENCE);
        return difference[0];
    }

    private boolean await(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            stand.supervise();
            Pause.millis(PAUSE_MILLIS);
        }
        return true;
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
