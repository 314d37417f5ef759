package io.deskpulse.bench.topics;

import io.deskpulse.bench.measure.Machine;
import io.deskpulse.ops.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench/run topics}. */
@Command(
        name = "topics",
        description =
                "How often the topic of a question is found, and found right, on sentences labelled by a person, and what a message"
                        + " costs; of real chats the share without one. Needs neither broker nor database.")
public final class TopicsCommand implements Runnable {
    @Option(names = "--events", split = ",", description = "files of events with real chats")
    private List<Path> files = List.of();

    @Override
    public void run() {
        System.out.println("before: " + Machine.line());
        new TopicsBench(Progress.to(System.err)).run(files);
        System.out.println("after: " + Machine.line());
    }
}
