package io.deskpulse.bench.imports;

import io.deskpulse.local.kafka.EmbeddedKafka;
import io.deskpulse.local.kafka.KafkaOptions;
import java.io.IOException;
import java.nio.file.Path;

/** A broker on a given port in a process of its own, to be killed and started again over the same data. */
final class IngestBroker {
    private IngestBroker() {}

    /**
     * Runs until its parent's end of the pipe closes.
     *
     * @param args directory, port
     */
    public static void main(String[] args) throws IOException {
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(KafkaOptions.onPort(Path.of(args[0]), Integer.parseInt(args[1])))) {
            System.out.println("ready " + kafka.bootstrapServers());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
