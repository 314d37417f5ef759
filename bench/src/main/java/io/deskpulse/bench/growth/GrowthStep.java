package io.deskpulse.bench.growth;

import io.deskpulse.bench.growth.GrowthOptions.Part;
import io.deskpulse.bench.stack.BenchStack;
import io.deskpulse.ops.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** One step of {@link Growth}, in a process and on a stack of its own. */
final class GrowthStep {
    private GrowthStep() {}

    /**
     * Measures and prints a line or more to standard output.
     *
     * @param args part, state backend, tasks, and the numbers of the part
     */
    public static void main(String[] args) throws Exception {
        String backend = args[1];
        int tasks = Integer.parseInt(args[2]);
        List<String> numbers = Arrays.asList(args).subList(3, args.length);
        try (BenchStack stack = new BenchStack(Progress.silent(), backend, tasks)) {
            switch (Part.valueOf(args[0])) {
                case LIVE ->
                    new LiveConversations(stack)
                            .run(backend, Integer.parseInt(numbers.get(0)), Long.parseLong(numbers.get(1)));
                case HOT, TASKS ->
                    new WholeJob(stack)
                            .run(
                                    tasks,
                                    Integer.parseInt(numbers.get(0)),
                                    Long.parseLong(numbers.get(1)),
                                    Integer.parseInt(numbers.get(2)));
                case LOAD ->
                    new OfferedLoad(stack)
                            .run(
                                    Long.parseLong(numbers.get(0)),
                                    Duration.ofSeconds(Long.parseLong(numbers.get(1))),
                                    numbers.subList(2, numbers.size()).stream()
                                            .map(Double::valueOf)
                                            .toList());
                case RECOVERY ->
                    new Recovery(stack, backend)
                            .run(Integer.parseInt(numbers.get(0)), Integer.parseInt(numbers.get(1)));
            }
        }
        System.exit(0);
    }
}
