package io.deskpulse.cli.digest;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse digest subscriptions}. */
@Command(
        name = "subscriptions",
        mixinStandardHelpOptions = true,
        header = "Check who gets which digest.",
        subcommands = {SubscriptionsCommand.Check.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nA file:%n",
        footer = {
            "  mail:                              # only where somebody gets mail",
            "    host: smtp.example.com",
            "    security: starttls               # or tls, or none",
            "    authorities: ca.pem              # only where Java does not know who vouches for the server",
            "    from: digest@example.com",
            "    user: digest",
            "    password: $${SMTP_PASSWORD}       # $${NAME} is taken from the environment",
            "  handling_cost_per_hour: {s1: 90}   # instead of what the shops' settings say; * for all others",
            "  correction_percent: 20             # a correction is sent when numbers move by more",
            "  subscriptions:",
            "    - name: coats",
            "      shop: s1",
            "      products: [\"coat-*\"]           # all when left out",
            "      language: zh                   # or en",
            "      period: week                   # or day",
            "      hour: 9                        # of the day after, on the shop's clock",
            "      channel: {type: email, to: [coats@example.com]}",
            "    - name: coats in the group",
            "      shop: s1",
            "      language: zh",
            "      period: day",
            "      channel: {type: dingtalk, url: \"$${COATS_ROBOT}\", secret: \"$${COATS_SECRET}\"}",
            "  # types: email, dingtalk, feishu, wecom, slack, webhook (JSON, signed by its secret)"
        })
final class SubscriptionsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: check?");
    }

    /** {@code deskpulse digest subscriptions check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "List every mistake of a file, each with its line and column; needs no server.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "Subscriptions as YAML or JSON, UTF-8.")
        private Path file;

        @Override
        public Integer call() {
            SubscriptionFile.Read read = SubscriptionFile.parse(TextFile.read(file));
            PrintWriter out = spec.commandLine().getOut();
            YamlProblem.tell(file, read.problems(), out::println);
            if (read.problems().isEmpty()) {
                int subscriptions = read.file().subscriptions().size();
                long receivers = read.file().subscriptions().stream()
                        .mapToLong(subscription -> subscription.receivers().size())
                        .sum();
                out.println(file + " is right: " + subscriptions
                        + (subscriptions == 1 ? " subscription, " : " subscriptions, ") + receivers
                        + (receivers == 1 ? " receiver." : " receivers."));
                Set<String> missing = read.file().missing(System.getenv());
                if (!missing.isEmpty()) {
                    out.println("Not set here, and needed where it is sent from: " + String.join(", ", missing) + ".");
                }
            } else {
                out.println(YamlProblem.sum(file, read.problems().size()));
            }
            out.flush();
            return read.problems().isEmpty() ? 0 : 1;
        }
    }
}
