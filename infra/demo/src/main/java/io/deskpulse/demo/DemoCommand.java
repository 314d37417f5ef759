package io.deskpulse.demo;

import io.deskpulse.cli.arguments.PreviewArguments;
import io.deskpulse.dashboards.server.Preview;
import io.deskpulse.local.Jobs;
import io.deskpulse.local.Stack;
import io.deskpulse.local.StackOptions;
import io.deskpulse.local.cli.StackArguments;
import io.deskpulse.local.cli.StayUp;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.articles.ArticleStore;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.watch.JobWatch;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deskpulse demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Let four invented shops work, live, and show their numbers and dashboards.",
        description = {
            "",
            "Buyers chat with robots and people, wait, are transferred, order, pay or do not, call, complain, come back. The demo begins "
                    + "some hours ago, catches up, and goes on in real time until Ctrl-C. The same seed gives the same day.",
            "",
            "Three shops are in China; northlight-outdoor is in Chicago, sells for dollars and sleeps when the others work.",
            "",
            "The dashboards are shown in a browser, in Chinese with DESKPULSE_LANG=zh; their first start builds them in the background.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"1:could not start, or a part of the stack ended", "2:wrong usage", "130:stopped with Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse demo",
            "  deskpulse demo --shop-clock 19:55                 # a promotion opens in five minutes",
            "  deskpulse demo --hours-back 3 --speed 600 --scale 5",
            "  deskpulse demo --zone Europe/Berlin --promotion 18:30 --promotion-factor 8",
            "  deskpulse demo --duplicates 0.02 --late 0.05      # the numbers stay exact"
        })
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_HOURS_BACK = 240;
    private static final int MINUTES_PER_DAY = 1_440;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed gives other days (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description =
                    "So many times the buyers and accounts; 1 is about 1.4 events a second (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--hours-back",
            paramLabel = "HOURS",
            defaultValue = "30",
            description = "Begin so long ago, 0 to 240 (default: ${DEFAULT-VALUE}).")
    private double hoursBack;

    @Option(
            names = "--speed",
            paramLabel = "max|FACTOR",
            defaultValue = "max",
            description =
                    "How fast the past is played, in times of real time; the present is real time (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description =
                    "Time zone of the shops but northlight-outdoor, which is in Chicago (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Option(
            names = "--shop-clock",
            paramLabel = "HH:MM",
            description =
                    "Let the clocks in those shops show this time now, whatever --zone says: 19:55 to see a promotion open.")
    private LocalTime shopClock;

    @Option(
            names = "--promotion",
            paramLabel = "HH:MM|none",
            split = ",",
            defaultValue = "20:00,00:00",
            description = "When a promotion opens, every day; repeatable (default: ${DEFAULT-VALUE}).")
    private List<String> promotions;

    @Option(
            names = "--promotion-factor",
            paramLabel = "FACTOR",
            defaultValue = "4",
            description = "So many times the buyers come when it opens (default: ${DEFAULT-VALUE}).")
    private double promotionFactor;

    @Option(
            names = "--duplicates",
            paramLabel = "RATIO",
            defaultValue = "0",
            description = "Share of events sent twice, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double duplicates;

    @Option(
            names = "--late",
            paramLabel = "RATIO",
            defaultValue = "0",
            description =
                    "Share of events sent up to two minutes late, out of order, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double late;

    @Option(names = "--no-preview", description = "Do not build and serve the dashboards.")
    private boolean withoutPreview;

    @Mixin
    private PreviewArguments previewArguments;

    @Mixin
    private StackArguments stackArguments;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        DemoOptions options = options(clock.instant());
        previewArguments.check(System.getenv());
        double factor = speedFactor();
        StackOptions stackOptions = stackArguments.options(System.getenv()).sparing();
        Terminal terminal = Terminal.standardError();
        try (Stack stack = Stack.start(stackOptions, terminal)) {
            FlinkJob job =
                    Jobs.start(stack, DemoSettings.forJobs(stack.runDirectory().path(), options.zone()));
            new ArticleStore(new ClickHouseSql(stack.clickHouse().writer()))
                    .apply(DemoSettings.articles(
                            options.start().atZone(options.zone()).toLocalDate()));
            StayUp.tellAddresses(stack, terminal);
            terminal.step("Up. Ctrl-C stops it.");
            LiveDemo demo = new LiveDemo(options, factor, clock, System.err, Boolean.getBoolean("deskpulse.terminal"));
            try (JobWatch watch = Jobs.watch(stack, demo.progress());
                    Preview preview = withoutPreview
                            ? null
                            : previewArguments.start(
                                    System.getenv(), stack.clickHouse().reader(), demo.progress())) {
                demo.run(stack, job);
            }
            return 0;
        }
    }

    /** What the arguments ask for, at this instant; refuses what is out of range. */
    DemoOptions options(Instant now) {
        if (!(hoursBack >= 0 && hoursBack <= MOST_HOURS_BACK)) {
            throw new UserError("--hours-back must be 0 to " + MOST_HOURS_BACK + ", got " + hoursBack + ".");
        }
        Instant start = now.minus(Duration.ofSeconds((long) (hoursBack * 3_600)));
        try {
            return new DemoOptions(
                    seed,
                    start,
                    scale,
                    shopZone(now),
                    promotionTimes(),
                    promotionFactor,
                    new Imperfection(duplicates, late));
        } catch (IllegalArgumentException e) {
            throw new UserError("The demo cannot be like that: " + e.getMessage() + ".", e);
        } catch (DateTimeException e) {
            throw new UserError("--zone must be a time zone such as Asia/Shanghai, got " + zone + ".", e);
        }
    }

    /** The zone asked for, or one of whole minutes from UTC in which it is the time asked for. */
    private ZoneId shopZone(Instant now) {
        if (shopClock == null) {
            return ZoneId.of(zone);
        }
        int utcMinutes = now.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
        int ahead = Math.floorMod(shopClock.toSecondOfDay() / 60 - utcMinutes, MINUTES_PER_DAY);
        int offset = ahead > MINUTES_PER_DAY / 2 ? ahead - MINUTES_PER_DAY : ahead;
        return ZoneOffset.ofTotalSeconds(offset * 60);
    }

    private List<LocalTime> promotionTimes() {
        List<LocalTime> times = new ArrayList<>();
        if (promotions.equals(List.of("none"))) {
            return times;
        }
        for (String promotion : promotions) {
            try {
                times.add(LocalTime.parse(promotion.strip()));
            } catch (DateTimeException e) {
                throw new UserError("--promotion must be a time such as 20:00, or none; got " + promotion + ".", e);
            }
        }
        return times;
    }

    private double speedFactor() {
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double factor = Double.parseDouble(speed);
            if (factor >= 1) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UserError("--speed must be max or a factor of real time, at least 1; got " + speed + ".");
    }
}
