package io.deskpulse.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The processes that share the work: this one, ClickHouse's and the broker's.
 *
 * <p>The other two are told by the kernel in steps of 10 ms.
 */
public final class Processes {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ProcessHandle clickHouse;
    private final ProcessHandle broker;

    /** Beside this process, these two. */
    public Processes(ProcessHandle clickHouse, ProcessHandle broker) {
        this.clickHouse = clickHouse;
        this.broker = broker;
    }

    /** What they have used since they began. */
    public Usage used() {
        return new Usage(
                SYSTEM.getProcessCpuTime(),
                VirtualMachine.compilingNanos(),
                VirtualMachine.collectingNanos(),
                cpuNanos(clickHouse),
                cpuNanos(broker),
                System.nanoTime());
    }

    /**
     * Processor time of a process since it began.
     *
     * @throws IllegalStateException when it has ended, or the system does not tell
     */
    private static long cpuNanos(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("no processor time is known of process " + process.pid()))
                .toNanos();
    }
}
