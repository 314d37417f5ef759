package io.deskpulse.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * Processor time of all that a job needs, and wall clock, in nanoseconds.
 *
 * @param jobsNanos of this process, which holds nothing but Flink and the jobs
 * @param compilingNanos part of that: just-in-time compilation, of which a job that runs for hours has none
 * @param collectingNanos part of that: garbage collection
 * @param clickHouseNanos of ClickHouse's process: inserts, and the merges done so far
 * @param brokerNanos of the broker's process
 * @param wallNanos wall clock
 */
public record Usage(
        long jobsNanos,
        long compilingNanos,
        long collectingNanos,
        long clickHouseNanos,
        long brokerNanos,
        long wallNanos) {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    /** What was used after {@code start}. */
    public Usage since(Usage start) {
        return new Usage(
                jobsNanos - start.jobsNanos,
                compilingNanos - start.compilingNanos,
                collectingNanos - start.collectingNanos,
                clickHouseNanos - start.clickHouseNanos,
                brokerNanos - start.brokerNanos,
                wallNanos - start.wallNanos);
    }

    /** Processor time an event of the jobs alone, microseconds. */
    public double jobsMicrosPer(long events) {
        return micros(jobsNanos, events);
    }

    /** Share of the jobs' processor time that went into compiling them. */
    public double compilingShare() {
        return (double) compilingNanos / jobsNanos;
    }

    /** Share of the jobs' processor time that went into collecting their garbage. */
    public double collectingShare() {
        return (double) collectingNanos / jobsNanos;
    }

    /** Processor time an event of ClickHouse alone, microseconds. */
    public double clickHouseMicrosPer(long events) {
        return micros(clickHouseNanos, events);
    }

    /** Processor time an event of the broker alone, microseconds. */
    public double brokerMicrosPer(long events) {
        return micros(brokerNanos, events);
    }

    /** Processor time an event of all three processes, microseconds. */
    public double wholeMicrosPer(long events) {
        return micros(jobsNanos + clickHouseNanos + brokerNanos, events);
    }

    /** So many a second of wall clock. */
    public double perSecond(long events) {
        return events / (wallNanos / 1e9);
    }

    /** Bytes of live objects on this process's heap, after a full collection. */
    public static long liveHeapBytes() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    private static double micros(long nanos, long events) {
        return nanos / 1e3 / events;
    }
}
