package io.deskpulse.bench.chaos.planted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;

/** What a jar's readings of the wall clock are replaced by: the time, and as many seconds more as a file says. It goes into the jar. */
public final class SkewedTime {
    /** Variable of the environment that names the file. */
    public static final String FILE = "DESKPULSE_SKEWED_CLOCK";

    private static final long READ_EVERY_NANOS = 200_000_000;

    private static volatile long readAtNanos;
    private static volatile long skewMillis;

    private SkewedTime() {}

    /** In place of {@link ProcessingTimeService#getCurrentProcessingTime}. */
    public static long now(ProcessingTimeService service) {
        return service.getCurrentProcessingTime() + skewMillis();
    }

    /** In place of {@link ProcessingTimeService#registerTimer}: Flink's own clock is the true one. */
    public static ScheduledFuture<?> register(
            ProcessingTimeService service, long millis, ProcessingTimeCallback callback) {
        return service.registerTimer(millis - skewMillis(), callback);
    }

    private static long skewMillis() {
        long nanos = System.nanoTime();
        if (readAtNanos == 0 || nanos - readAtNanos > READ_EVERY_NANOS) {
            readAtNanos = nanos;
            try {
                skewMillis = 1_000
                        * Long.parseLong(
                                Files.readString(Path.of(System.getenv(FILE))).strip());
            } catch (Exception e) {
                throw new IllegalStateException("no clock in the file that " + FILE + " names", e);
            }
        }
        return skewMillis;
    }
}
