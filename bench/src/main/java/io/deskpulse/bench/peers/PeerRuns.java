package io.deskpulse.bench.peers;

import io.deskpulse.bench.measure.Run;
import io.deskpulse.bench.measure.Usage;
import io.deskpulse.bench.peers.engines.Errand;
import io.deskpulse.bench.peers.engines.PeerProcess;
import io.deskpulse.ops.ClassPathEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Starts a peer's process, with the heap of this one and the peer's own class path. */
final class PeerRuns {
    /** Where the build leaves jars that only peers need, beside the classes of the benchmarks. */
    private static final String JARS = "lib-peers";

    private PeerRuns() {}

    /**
     * Runs an errand to its end.
     *
     * @throws IllegalStateException when it ended before its work was done; standard error says why
     */
    static List<Run> of(Peer peer, Errand errand) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(peer.classPath().of(System.getProperty("java.class.path"), jars()));
        command.add(PeerProcess.class.getName());
        command.addAll(errand.arguments());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Run> runs = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(PeerProcess.RUN)) {
                    runs.add(run(line.substring(PeerProcess.RUN.length()).split(" ")));
                }
            }
        } finally {
            process.destroy();
        }
        if (runs.size() < errand.runs()) {
            throw new IllegalStateException(peer.label() + " ended before its work was done");
        }
        return runs;
    }

    private static Run run(String... nanos) {
        long[] each = Arrays.stream(nanos).mapToLong(Long::parseLong).toArray();
        return new Run(new Usage(each[0], each[1], each[2], 0, each[3], each[4]), List.of());
    }

    private static List<String> jars() throws IOException {
        Path classes = ClassPathEntry.of(PeerRuns.class);
        try (Stream<Path> jars = Files.list(classes.resolveSibling(JARS))) {
            return jars.map(Path::toString).sorted().toList();
        }
    }
}
