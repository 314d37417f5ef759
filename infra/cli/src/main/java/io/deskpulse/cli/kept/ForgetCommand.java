package io.deskpulse.cli.kept;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.KafkaArguments;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forget.Forgetting;
import io.deskpulse.ops.forget.Forgetting.Buyer;
import io.deskpulse.ops.kafka.TopicRetention;
import io.deskpulse.ops.kafka.Topics;
import io.deskpulse.ops.tables.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse forget}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        header = "Delete what the tables keep of a buyer.",
        description = {
            "",
            "Deletes the rows of the buyer from every table and notes the buyer's hash, so that --again can repeat it for all who were "
                    + "forgotten: a job that remembers the buyer writes a row anew when another event comes, for 35 days after the last one as "
                    + "a rule and 120 at most. Run --again once a day.",
            "",
            "What stays, and until when: docs/security.md. With --kafka the retention of the topics is told, which hold events as they "
                    + "were sent.",
            "",
            "The hash is made with DESKPULSE_HASH_KEY, which must be that of the jobs. Needs a user that may alter tables to delete.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:no key, or the server is not reached or refuses", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse forget --shop s1 --buyer tb_20931 --dry-run",
            "  deskpulse forget --shop s1 --buyer tb_20931 --kafka kafka:9092",
            "  deskpulse forget --again"
        })
public final class ForgetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "Shop of the buyer.")
    private String shop;

    @Option(names = "--buyer", paramLabel = "ID", description = "The buyer, as events name them.")
    private String buyer;

    @Option(names = "--again", description = "All who were forgotten, in place of one.")
    private boolean again;

    @Option(names = "--dry-run", description = "Count rows, and delete nothing.")
    private boolean dryRun;

    @Mixin
    private ClickHouseArguments server;

    @Mixin
    private KafkaArguments kafka;

    @Override
    public void run() {
        if (again == (shop != null || buyer != null) || !again && (shop == null || buyer == null)) {
            throw new ParameterException(spec.commandLine(), "Whom? Give --shop and --buyer, or --again alone.");
        }
        Buyer one = again ? null : new Buyer(shop, hash());
        Forgetting forgetting = new Forgetting(server.clickHouse(System.getenv()));
        List<Buyer> buyers = again ? forgetting.forgotten() : List.of(one);
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Buyer each : buyers) {
            Map<String, Long> counted =
                    dryRun ? forgetting.count(each) : again ? forgetting.delete(each) : forgetting.forget(each);
            counted.forEach((table, count) -> rows.merge(table, count, Long::sum));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Table(
                        List.of("table", dryRun ? "rows>" : "deleted>"),
                        rows.entrySet().stream()
                                .map(row -> List.of(row.getKey(), row.getValue().toString()))
                                .toList())
                .text());
        if (!again && rows.values().stream().allMatch(count -> count == 0)) {
            out.println("No table has a row of this buyer. Is DESKPULSE_HASH_KEY that of the jobs?");
        }
        tellTopics(out);
        out.flush();
    }

    private void tellTopics(PrintWriter out) {
        if (!kafka.isGiven(System.getenv())) {
            return;
        }
        List<String> topics =
                Topics.load().all().stream().map(topic -> topic.name()).toList();
        TopicRetention.of(kafka.access(System.getenv()), topics)
                .forEach((topic, kept) -> out.println(topic + ": events are kept as they were sent, "
                        + kept.map(time -> "for " + time.toDays() + " days").orElse("for ever")));
    }

    private String hash() {
        Map<String, String> environment = System.getenv();
        String key = DeskpulseHome.of(environment)
                .presentHashKey(environment)
                .orElseThrow(() -> new UserError("Set DESKPULSE_HASH_KEY to the key of the jobs."));
        try {
            return new BuyerIdHash(key).of(buyer);
        } catch (IllegalArgumentException e) {
            throw new UserError("DESKPULSE_HASH_KEY: " + e.getMessage() + ".", e);
        }
    }
}
