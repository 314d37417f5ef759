package io.deskpulse.cli.digest;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse digest send}. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        header = "Send the digests that are due, until Ctrl-C, or once for cron.",
        description = {
            "",
            "A digest is due at the hour of its subscription on the day after its period, and is sent once to each receiver, though this "
                    + "command may die at any point and several may run: one sends at a time. What became of each stands in the view "
                    + "digest_deliveries. The user needs SELECT on deskpulse and INSERT on deskpulse.digest_issues, "
                    + "digest_delivery_steps and digest_leases.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:with --once: everything due has arrived",
            "1:with --once: some did not, or the server is not reached",
            "2:wrong usage",
            "130:stopped with Ctrl-C"
        })
final class SendDigestsCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Option(
            names = "--subscriptions",
            paramLabel = "FILE",
            defaultValue = "${env:DESKPULSE_SUBSCRIPTIONS}",
            description = "Who gets what (default: $$DESKPULSE_SUBSCRIPTIONS).")
    private Path subscriptions;

    @Option(names = "--once", description = "End when nothing that is due waits for less than ten minutes.")
    private boolean once;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "Time between two looks at what is due, ISO-8601 (default: ${DEFAULT-VALUE}).")
    private Duration every;

    @Mixin
    private WordsArgument names;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() throws InterruptedException {
        if (subscriptions == null) {
            throw new UserError("Who gets what? Give --subscriptions or set DESKPULSE_SUBSCRIPTIONS.");
        }
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new UserError("--every must be " + SHORTEST + " to " + LONGEST + ", got " + every + ".");
        }
        Terminal terminal = Terminal.standardError();
        try (Postman postman = new Postman(
                server.clickHouse(System.getenv()), SubscriptionArgument.read(subscriptions), names, terminal)) {
            if (once) {
                return postman.sendOnce(Duration.ofMinutes(10)) ? 0 : 1;
            }
            terminal.step("Sending digests as they become due. Ctrl-C stops it.");
            postman.sendForEver(every);
            return 0;
        }
    }
}
