package io.deskpulse.ops.replay;

import io.deskpulse.ops.UserError;
import java.util.concurrent.locks.LockSupport;

/** When an event may leave: at once, or as much later than the first one as it happened later, divided by a factor. */
public final class Pace {
    private final double factor;
    private long firstEventMillis;
    private long startedNanos;
    private boolean started;

    private Pace(double factor) {
        this.factor = factor;
    }

    /**
     * Reads {@code max} or a factor of real time above 0.
     *
     * @throws UserError when it is neither
     */
    public static Pace parse(String speed) {
        if (speed.equals("max")) {
            return new Pace(Double.POSITIVE_INFINITY);
        }
        try {
            double factor = Double.parseDouble(speed.endsWith("x") ? speed.substring(0, speed.length() - 1) : speed);
            if (factor > 0 && Double.isFinite(factor)) {
                return new Pace(factor);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UserError("--speed must be max or a factor of real time above 0, such as 60; got " + speed + ".");
    }

    /** How long after {@code nowNanos} an event may leave, nanoseconds; 0 or less: at once. The first call starts the clock. */
    public long delayNanos(long eventMillis, long nowNanos) {
        if (Double.isInfinite(factor)) {
            return 0;
        }
        if (!started) {
            started = true;
            firstEventMillis = eventMillis;
            startedNanos = nowNanos;
        }
        double dueNanos = (eventMillis - firstEventMillis) * 1e6 / factor;
        return (long) dueNanos - (nowNanos - startedNanos);
    }

    /** Waits until the event may leave, telling {@code idle} about four times a second meanwhile. */
    public void await(long eventMillis, Runnable idle) {
        long quarter = 250_000_000;
        for (long left = delayNanos(eventMillis, System.nanoTime());
                left > 0 && !Thread.currentThread().isInterrupted();
                left = delayNanos(eventMillis, System.nanoTime())) {
            LockSupport.parkNanos(Math.min(left, quarter));
            if (left > quarter) {
                idle.run();
            }
        }
    }
}
