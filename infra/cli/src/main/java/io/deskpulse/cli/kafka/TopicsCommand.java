package io.deskpulse.cli.kafka;

import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.cli.topics.AddTopicCommand;
import io.deskpulse.cli.topics.CheckTopicsCommand;
import io.deskpulse.cli.topics.ListTopicsCommand;
import io.deskpulse.cli.topics.TopicAttributesCommand;
import io.deskpulse.cli.topics.TryTopicsCommand;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.kafka.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code deskpulse topics}: those of Kafka, and under subcommands those of questions. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        header = "List, check, extend and try the topics of questions; without a command, create those of Kafka.",
        description = {
            "",
            "With a command: what buyers ask for, and what they write; a file of your own extends the bundled topics, jobs read it with"
                    + " --topics FILE. Needs no server, unless attributes are applied.",
            "",
            "Without one: the topics of a Kafka cluster of your own. Creates those of infra/kafka/topics.yaml that do not exist, with their partitions and settings; existing ones stay as they are.",
            ""
        },
        subcommands = {
            ListTopicsCommand.class,
            CheckTopicsCommand.class,
            AddTopicCommand.class,
            TryTopicsCommand.class,
            TopicAttributesCommand.class,
            HelpCommand.class
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done; all topics exist",
            "1:Kafka is not reached or refuses, or there are mistakes in the file; the message says why",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse topics --kafka kafka:9092",
            "  deskpulse topics --kafka kafka:9093 --kafka-properties client.properties   # TLS and SASL",
            "  deskpulse topics try \"什么时候发货\"",
            "",
            "A file of topics:",
            "  versions:",
            "    - version: 2026-12                    # rows have 1+2026-12 beside the topic",
            "      from: 2026-12-01T00:00:00+08:00     # holds for messages sent from then on",
            "      topics:",
            "        - code: ENGRAVING                 # of your own",
            "          zh: 刻字",
            "          en: Engraving",
            "          cause: orders_open              # or enquirers, parcels_under_way, parcels_signed",
            "          synonyms: {zh: [刻字, 刻…名字], en: [engrave]}",
            "        - code: SIZE                      # bundled: more of what your buyers write, or less",
            "          synonyms: {zh: [几号的]}",
            "          without: {zh: [多大的]}"
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
