package io.deskpulse.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.timeline.TimelineEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * A savepoint that a released build wrote, from what each key was told {@linkplain ToldKey#before before}; it is never written again.
 *
 * @param file its name, the id of the form that the states in it have
 * @param told the keys in it
 * @param start a shell of today's build
 * @param batch the rows of a batch derivation
 */
public record ReleasedSavepoint<E extends TimelineEvent, F>(
        String file, List<ToldKey<E>> told, Shells<E, F> start, Function<List<E>, List<String>> batch) {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "state");

    /** Where state is kept. */
    public enum Backend {
        HASH_MAP(HashMapStateBackend::new, 10),
        ROCKS_DB(EmbeddedRocksDBStateBackend::new, 2);

        private final Supplier<StateBackend> make;
        private final int seeds;

        Backend(Supplier<StateBackend> make, int seeds) {
            this.make = make;
            this.seeds = seeds;
        }

        /** As many random trials as it is worth: what is slow to start keeps the same state. */
        int seeds() {
            return seeds;
        }

        public StateBackend make() {
            return make.get();
        }
    }

    /** Starts shells. */
    public interface Shells<E extends TimelineEvent, F> {
        TimelineHarness<E, F> on(StateBackend backend) throws Exception;
    }

    /** A shell that goes on from the savepoint. */
    public TimelineHarness<E, F> restored(Backend backend) throws Exception {
        return start.on(backend.make())
                .crash(
                        OperatorSnapshotUtil.readStateHandle(
                                DIRECTORY.resolve(file).toString()),
                        backend.make());
    }

    /** Every row sent once each key was told its next events is that of the batch, and there are so many. */
    public void goesOnInOrder(Backend backend, int rows) throws Exception {
        try (TimelineHarness<E, F> shell = restored(backend)) {
            tell(shell, ToldKey::toldNext);

            assertRows(shell, rows, told.stream().flatMap(key -> Stream.of(key.toldBefore(), key.toldNext())));
        }
    }

    /** The same once each key was also told what is out of order, which reads entries of both builds, and after a savepoint of today. */
    public void goesOnOutOfOrder(Backend backend, int rows) throws Exception {
        TimelineHarness<E, F> shell = restored(Backend.HASH_MAP);
        tell(shell, ToldKey::toldNext);
        try (TimelineHarness<E, F> next = shell.crash(shell.savepoint(2), backend.make())) {
            tell(next, ToldKey::toldLate);

            assertRows(next, rows, told.stream().map(ToldKey::events));
        }
    }

    /** What the released build was told is a duplicate today, and its timers drop every key one day. */
    public void knowsWhatWasTold(Backend backend) throws Exception {
        try (TimelineHarness<E, F> shell = restored(backend)) {
            tell(shell, ToldKey::toldBefore);

            assertThat(shell.rows()).isEmpty();
            assertThat(shell.timers()).isEqualTo(told.size());
            shell.watermark(Long.MAX_VALUE);
            assertThat(shell.timers()).isZero();
        }
    }

    private void tell(TimelineHarness<E, F> shell, Function<ToldKey<E>, List<E>> what) throws Exception {
        for (ToldKey<E> key : told) {
            for (E event : what.apply(key)) {
                shell.send(event);
            }
        }
    }

    private void assertRows(TimelineHarness<E, F> shell, int rows, Stream<List<E>> all) throws Exception {
        List<String> expected = batch.apply(all.flatMap(List::stream).toList());

        assertThat(expected).containsAll(shell.rows());
        assertThat(shell.rows()).hasSize(rows);
    }
}
