package io.deskpulse.cli.digest;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.LocalClock;
import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestJson;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.reading.DigestQuestion;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.reading.ProductChoice;
import io.deskpulse.digest.rendering.HtmlDigest;
import io.deskpulse.digest.rendering.MarkdownDigest;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.Subscription;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deskpulse digest} with its subcommands. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        header = "Defects of products, as a page for those who can mend them: what breaks, how often, for how much.",
        description = {
            "",
            "Prints the digest of a period. With --subscriptions it is sent to those subscribers of the shop and the period who have "
                    + "not had it, unless --dry-run only says who they are.",
            ""
        },
        subcommands = {SendDigestsCommand.class, SubscriptionsCommand.class, CommandLine.HelpCommand.class},
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:no such shop, a mistake in a file, or the server is not reached", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse digest --shop s1 --period week",
            "  deskpulse digest --shop s1 --period day --date 2026-11-11 --format html --output digest.html",
            "  deskpulse digest --shop s1 --period week --subscriptions digests.yaml --dry-run",
            "  deskpulse digest send --subscriptions digests.yaml"
        })
public final class DigestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--shop", paramLabel = "SHOP", description = "Whose products.")
    private String shop;

    @Option(names = "--period", paramLabel = "day|week", description = "Of a day, or of a week from Monday on.")
    private String period;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "A day of the period on the shop's clock, or today (default: the last period that is over).")
    private String date;

    @Option(
            names = "--format",
            paramLabel = "html|markdown|json",
            defaultValue = "markdown",
            description = "${DEFAULT-VALUE} by default.")
    private DigestFormat format;

    @Option(
            names = "--language",
            paramLabel = "en|zh",
            defaultValue = "en",
            description = "${DEFAULT-VALUE} by default.")
    private String language;

    @Option(
            names = "--product",
            paramLabel = "SKU",
            description = "Only this product; * stands for any characters. May be given again (default: all).")
    private List<String> products = List.of();

    @Option(
            names = "--cost-per-hour",
            paramLabel = "AMOUNT",
            description =
                    "What an hour of an account costs, in the shop's currency (default: as --subscriptions or the shop's settings say).")
    private BigDecimal costPerHour;

    @Option(names = "--output", paramLabel = "FILE", description = "Write it there instead of printing it.")
    private Path output;

    @Option(names = "--subscriptions", paramLabel = "FILE", description = "Send it to these, see subscriptions --help.")
    private Path subscriptions;

    @Option(names = "--dry-run", description = "Send nothing: print, and say who would get it.")
    private boolean dryRun;

    @Mixin
    private WordsArgument names;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() throws InterruptedException {
        if (shop == null || period == null) {
            throw new ParameterException(spec.commandLine(), "Whose digest, and of what? Give --shop and --period.");
        }
        if (!List.of("day", "week").contains(period)) {
            throw new ParameterException(spec.commandLine(), "--period must be day or week, got " + period + ".");
        }
        if (!Words.LANGUAGES.contains(language)) {
            throw new ParameterException(spec.commandLine(), "--language must be en or zh, got " + language + ".");
        }
        SubscriptionFile file = subscriptions == null ? null : SubscriptionArgument.read(subscriptions);
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        DigestReader reader = new DigestReader(clickHouse);
        ZoneId zone = reader.zone(shop);
        Instant now = InstantSource.system().instant();
        DigestPeriod days = days(now, zone);
        Digest digest = reader.read(
                new DigestQuestion(shop, zone, days, new ProductChoice(products), cost(file, reader), now, now));
        print(text(file == null ? digest : digest.withCorrectionPercent(file.correctionPercent())));
        return file == null ? 0 : send(file, days, clickHouse, now, zone);
    }

    private DigestPeriod days(Instant now, ZoneId zone) {
        Cadence cadence = period.equals("day") ? Cadence.DAY : Cadence.WEEK;
        return date == null
                ? cadence.lastBefore(now.atZone(zone).toLocalDate())
                : cadence.of(LocalClock.day("--date", date, now, zone));
    }

    private long cost(SubscriptionFile file, DigestReader reader) {
        int minorDigits = reader.minorDigits(shop);
        if (costPerHour == null) {
            OptionalLong ofFile = file == null ? OptionalLong.empty() : file.costPerHour(shop, minorDigits);
            return ofFile.orElseGet(() -> reader.costPerHour(shop));
        }
        if (costPerHour.signum() < 0 || costPerHour.precision() > 12) {
            throw new UserError("--cost-per-hour must be an amount of money such as 90, got " + costPerHour + ".");
        }
        return costPerHour.movePointRight(minorDigits).longValue();
    }

    private String text(Digest digest) {
        Words words = names.words(language);
        return switch (format) {
            case html -> new HtmlDigest(digest, words).document();
            case markdown -> new MarkdownDigest(digest, words).whole();
            case json -> DigestJson.pretty(digest);
        };
    }

    private int send(SubscriptionFile file, DigestPeriod days, ClickHouseSql clickHouse, Instant now, ZoneId zone)
            throws InterruptedException {
        List<Subscription> wanted = file.subscriptions().stream()
                .filter(one -> one.shop().equals(shop) && one.cadence() == days.cadence())
                .toList();
        Terminal terminal = Terminal.standardError();
        for (Subscription one : wanted) {
            terminal.step(one.name() + ": " + one.receivers().size() + " by "
                    + one.receivers().stream()
                            .map(to -> to.type().word())
                            .distinct()
                            .toList() + ", in "
                    + one.language() + ", products " + one.products() + ", due " + one.dueAt(days, zone));
        }
        if (dryRun || wanted.isEmpty()) {
            terminal.step(wanted.isEmpty() ? "Nobody subscribes to it." : "Nothing is sent.");
            return 0;
        }
        boolean isLast = wanted.stream().anyMatch(one -> one.lastDue(now, zone).equals(days));
        if (!isLast) {
            throw new UserError("Only the last period that is due is sent: leave --date out, or give --dry-run.");
        }
        SubscriptionFile ofShop =
                new SubscriptionFile(wanted, file.mail(), file.costPerHour(), file.correctionPercent());
        try (Postman postman = new Postman(clickHouse, ofShop, names, terminal)) {
            return postman.sendOnce(Duration.ofMinutes(10)) ? 0 : 1;
        }
    }

    private void print(String text) {
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (NoSuchFileException e) {
            throw new UserError("Cannot write " + output + ": there is no such directory.", e);
        } catch (IOException e) {
            throw new UserError("Cannot write " + output + ": " + e.getMessage() + ".", e);
        }
    }
}
