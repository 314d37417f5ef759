package io.deskpulse.bench.stack;

import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker in a process of its own, so that its processor time is not the job's. */
public final class BrokerProcess implements AutoCloseable {
    private static final String READY = "broker ready at ";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker that keeps its data in {@code directory} and returns when it answers. */
    public static BrokerProcess start(Path directory) throws IOException {
        return start(directory, 0);
    }

    /** The same on a port, 0 for a free one: a broker that comes back must be found where it was. */
    public static BrokerProcess start(Path directory, int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return new BrokerProcess(process, line.substring(READY.length()));
            }
        }
        throw new IOException("the broker ended before it was ready");
    }

    /** Its address. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The child: a broker until its parent's end of the pipe closes. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(KafkaOptions.onPort(Path.of(args[0]), Integer.parseInt(args[1])))) {
            System.out.println(READY + kafka.bootstrapServers());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
