package io.deskpulse.cli.kafka;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.kafka.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deskpulse topics}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        header = "Create the topics on a Kafka cluster of your own.",
        description = {
            "",
            "Creates those of infra/kafka/topics.yaml that do not exist, with their partitions and settings; existing ones stay as they are.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all topics exist", "1:Kafka is not reached or refuses; the message says why", "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse topics --kafka kafka:9092",
            "  deskpulse topics --kafka kafka:9093 --kafka-properties client.properties   # TLS and SASL"
        })
public final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private KafkaArguments cluster;

    @Override
    public Integer call() {
        Topics topics = Topics.load();
        topics.create(cluster.access(System.getenv()));
        Terminal.standardError().step("All " + topics.all().size() + " topics exist.");
        return 0;
    }
}
