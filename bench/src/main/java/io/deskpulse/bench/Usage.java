package io.deskpulse.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Processor time and wall clock of this process, which holds nothing but Flink and the job. */
record Usage(long cpuNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    static Usage now() {
        return new Usage(SYSTEM.getProcessCpuTime(), System.nanoTime());
    }

    Usage since(Usage start) {
        return new Usage(cpuNanos - start.cpuNanos, wallNanos - start.wallNanos);
    }

    double cpuMicrosPer(long events) {
        return cpuNanos / 1e3 / events;
    }

    double perSecond(long events) {
        return events / (wallNanos / 1e9);
    }

    /** Bytes of live objects on the heap, after a full collection. */
    static long liveHeapBytes() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
