package io.deskpulse.local.replay;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.Lag;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Samples the lag every second or rarer while others are sending. */
final class LagSampler implements AutoCloseable {
    private static final long FIRST_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 150;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread sampler = new Thread(work, "lag-sampler");
        sampler.setDaemon(true);
        return sampler;
    });
    private final AtomicReference<UserError> failure = new AtomicReference<>();

    LagSampler(Reflection reflection, Consumer<Lag> display) {
        sampleIn(FIRST_MILLIS, reflection, display);
    }

    private void sampleIn(long millis, Reflection reflection, Consumer<Lag> display) {
        thread.schedule(
                () -> {
                    try {
                        Lag lag = reflection.sample();
                        display.accept(lag);
                        sampleIn(Math.max(FIRST_MILLIS, Reflection.pauseMillis(lag)), reflection, display);
                    } catch (UserError e) {
                        failure.compareAndSet(null, e);
                    } catch (RejectedExecutionException closed) {
                        // There is nobody to sample for any more.
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** Throws what ended the sampling, if anything did: the job has failed. */
    void throwFailure() {
        UserError e = failure.get();
        if (e != null) {
            throw e;
        }
    }

    /** Ends the sampling; no sample is taken after it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UserError("Flink does not finish a checkpoint.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
