package io.deskpulse.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a figure was seen on; without it nobody can compare it. */
public final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private Machine() {}

    /** Processors, memory, Java and the load of now, in one line. */
    public static String line() {
        return "machine: %d cores of %s, %.1f GiB, Java %s, load average %.2f"
                .formatted(
                        SYSTEM.getAvailableProcessors(),
                        model(),
                        SYSTEM.getTotalMemorySize() / (double) (1 << 30),
                        Runtime.version().feature(),
                        loadAverage());
    }

    /** Processes that ran or wanted to, mean of the last minute, our own among them; negative where the system does not tell. */
    public static double loadAverage() {
        return SYSTEM.getSystemLoadAverage();
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(SYSTEM.getArch());
        } catch (IOException e) {
            // Only Linux has the file.
            return SYSTEM.getArch();
        }
    }
}
