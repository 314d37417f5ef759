package io.deskpulse.cli.hotspots;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.hotspots.Incident;
import io.deskpulse.ops.hotspots.IncidentStore;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code deskpulse hotspots confirm} and {@code dismiss} share. */
abstract class JudgeCommand implements Callable<Integer> {
    private final String verdict;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Of an incident, or the first letters of it.")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for whoever asks later.")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: ${DEFAULT-VALUE}).")
    private String by;

    @Mixin
    private ClickHouseArguments server;

    JudgeCommand(String verdict) {
        this.verdict = verdict;
    }

    @Override
    public Integer call() {
        if (reason.isBlank() || by.isBlank()) {
            throw new UserError("--reason and --by must not be empty: somebody will ask who said so, and why.");
        }
        IncidentStore store = new IncidentStore(server.clickHouse(System.getenv()));
        Instant now = InstantSource.system().instant();
        Incident incident = store.find(id);
        store.judge(incident, new Incident.Verdict(verdict, reason.strip(), by.strip(), now));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s is %s. %s%n", incident.id(), verdict.toLowerCase(Locale.ROOT), store.record(incident.shop(), now));
        out.flush();
        return 0;
    }

    /** {@code deskpulse hotspots confirm}. */
    @Command(name = "confirm", mixinStandardHelpOptions = true, header = "Say that an incident was a defect.")
    static final class Confirm extends JudgeCommand {
        Confirm() {
            super("CONFIRMED");
        }
    }

    /** {@code deskpulse hotspots dismiss}. */
    @Command(name = "dismiss", mixinStandardHelpOptions = true, header = "Say that an incident was none.")
    static final class Dismiss extends JudgeCommand {
        Dismiss() {
            super("DISMISSED");
        }
    }
}
