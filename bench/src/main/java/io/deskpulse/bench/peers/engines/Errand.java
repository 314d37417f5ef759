package io.deskpulse.bench.peers.engines;

import java.nio.file.Path;
import java.util.List;

/**
 * What a peer's process is to do, and its command line.
 *
 * @param peer name of the peer
 * @param directory for its state and its answers
 * @param bootstrapServers address of the broker
 * @param brokerPid process of the broker
 * @param warmUp topic that is read first, until the peer is warm
 * @param topic topic that is read then
 * @param runs how often
 */
public record Errand(
        String peer, Path directory, String bootstrapServers, long brokerPid, Topic warmUp, Topic topic, int runs) {

    /** As arguments. */
    public List<String> arguments() {
        return List.of(
                peer,
                directory.toString(),
                bootstrapServers,
                Long.toString(brokerPid),
                warmUp.name(),
                Long.toString(warmUp.events()),
                topic.name(),
                Long.toString(topic.events()),
                Integer.toString(topic.partitions()),
                Integer.toString(runs));
    }

    /** From {@link #arguments}. */
    static Errand of(String... args) {
        int partitions = Integer.parseInt(args[8]);
        return new Errand(
                args[0],
                Path.of(args[1]),
                args[2],
                Long.parseLong(args[3]),
                new Topic(args[2], args[4], partitions, Long.parseLong(args[5])),
                new Topic(args[2], args[6], partitions, Long.parseLong(args[7])),
                Integer.parseInt(args[9]));
    }

    /** Where the answer of a run is left. */
    public Path answers(int run) {
        return directory.resolve("run-" + run + ".rows");
    }
}
