package io.deskpulse.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the benchmarks in processes of their own: what one keeps is not the other's, and each can be measured and killed. */
public final class OwnProcess {
    private OwnProcess() {}

    /**
     * A program on this class path, with the settings of this virtual machine; its standard error is ours.
     *
     * @param settings of the virtual machine that come after ours, and so win
     */
    public static ProcessBuilder of(Class<?> program, List<String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Runs one to its end, its output ours.
     *
     * @throws IllegalStateException when it ends with an error
     */
    public static void run(Class<?> program, List<String> settings, List<String> arguments) {
        try {
            int status = of(program, settings, arguments)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("ended with status " + status + ": " + String.join(" ", arguments));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
