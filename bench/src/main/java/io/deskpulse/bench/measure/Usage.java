package io.deskpulse.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Processor time and wall clock of this process, which holds nothing but Flink and the job. */
public record Usage(long cpuNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    /** Since the process began. */
    public static Usage now() {
        return new Usage(SYSTEM.getProcessCpuTime(), System.nanoTime());
    }

    /** What was used after {@code start}. */
    public Usage since(Usage start) {
        return new Usage(cpuNanos - start.cpuNanos, wallNanos - start.wallNanos);
    }

    /** Processor time an event, microseconds. */
    public double cpuMicrosPer(long events) {
        return cpuNanos / 1e3 / events;
    }

    /** Events a second of wall clock. */
    public double perSecond(long events) {
        return events / (wallNanos / 1e9);
    }

    /** Bytes of live objects on the heap, after a full collection. */
    public static long liveHeapBytes() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
