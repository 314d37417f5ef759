package io.deskpulse.bench.growth;

import com.sun.management.OperatingSystemMXBean;
import io.deskpulse.bench.growth.GrowthOptions.Part;
import io.deskpulse.bench.stack.OwnProcess;
import io.deskpulse.ops.Progress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The response-time job under more of everything, each step on a stack and in a process of its own; results on standard output. */
public final class Growth {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final long GIB = 1L << 30;

    /** Of a heap without live conversations; RocksDB keeps them elsewhere. */
    private static final int BASE_GIB = 4;

    /** Of heap per live conversation, in state and in the copies that a checkpoint needs while it is being written. */
    private static final int BYTES_EACH = 2_400;

    /** What ClickHouse, the broker and RocksDB need beside the heap. */
    private static final int OTHERS_GIB = 4;

    private final Progress progress;
    private final GrowthOptions options;

    /** Measures what the options say. */
    public Growth(Progress progress, GrowthOptions options) {
        this.progress = progress;
        this.options = options;
    }

    /** Runs all parts that are wanted, one after the other. */
    public void run() {
        for (Part part : options.parts) {
            switch (part) {
                case LIVE -> live();
                case HOT -> hot();
                case TASKS -> tasks();
                case LOAD -> load();
                case RECOVERY -> recovery();
            }
        }
    }

    private void live() {
        LiveConversations.printHead();
        for (String backend : options.backends) {
            for (int conversations : options.live) {
                int heapGib = backend.equals("hashmap") ? heapGib(conversations) : BASE_GIB;
                if (heapGib + OTHERS_GIB > SYSTEM.getTotalMemorySize() / GIB) {
                    System.out.printf(
                            "%-10s %,14d  does not fit: wants a heap of %d GiB%n", backend, conversations, heapGib);
                    continue;
                }
                progress.step("  %,d live conversations, %s …".formatted(conversations, backend));
                step(Part.LIVE, heapGib, backend, 2, List.of(conversations, options.events));
            }
        }
    }

    private void hot() {
        WholeJob.printHead();
        for (int hotTenths : List.of(0, 4)) {
            progress.step("  one shop with %d %% of all traffic …".formatted(hotTenths * 10));
            step(Part.HOT, BASE_GIB, "hashmap", 2, List.of(hotTenths, options.events, options.runs));
        }
    }

    private void tasks() {
        WholeJob.printHead();
        for (int tasks : options.tasks) {
            progress.step("  %d tasks …".formatted(tasks));
            step(Part.TASKS, BASE_GIB, "hashmap", tasks, List.of(0, options.events, options.runs));
        }
    }

    private void load() {
        progress.step("  what the machine can take, and " + options.times + " times as much …");
        OfferedLoad.printHead();
        List<String> numbers =
                new ArrayList<>(List.of(Long.toString(options.events), Integer.toString(options.seconds)));
        options.times.forEach(times -> numbers.add(times.toString()));
        step(Part.LOAD, BASE_GIB, "hashmap", 2, numbers);
    }

    private void recovery() {
        progress.step("  a kill with %,d live conversations …".formatted(options.conversations));
        Recovery.printHead();
        step(
                Part.RECOVERY,
                BASE_GIB,
                options.recoveryBackend,
                2,
                List.of(options.conversations, heapGib(options.conversations)));
    }

    private static int heapGib(long conversations) {
        return (int) (BASE_GIB + conversations * BYTES_EACH / GIB);
    }

    private static void step(Part part, int heapGib, String backend, int parallelism, List<?> numbers) {
        List<String> arguments = new ArrayList<>(List.of(part.name(), backend, Integer.toString(parallelism)));
        numbers.forEach(number -> arguments.add(number.toString()));
        OwnProcess.run(GrowthStep.class, List.of("-Xmx" + heapGib + "g"), arguments);
    }
}
