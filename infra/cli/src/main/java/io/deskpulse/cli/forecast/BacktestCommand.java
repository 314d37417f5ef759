package io.deskpulse.cli.forecast;

import io.deskpulse.cli.planning.PlanningArguments;
import io.deskpulse.metrics.forecast.events.ChineseHolidays;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.events.EventPhase;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deskpulse forecast backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        header = "How good forecasts of a history would have been, beside the mean and median of the last 8 weeks.",
        description = {
            "",
            "Forecasts each day of a stretch as it would have been forecast then, from earlier days only, and prints the error of the "
                    + "mean (WAPE), the loss of the quantiles (wQL), how many counts lie within the 80 and 95 %% intervals, and the bias.",
            "",
            "FILE is CSV, plain or gzip: a first line interval_start,count, then a line for each interval in local time, ascending. Its "
                    + "step may be shorter than --interval. Hours and days without a line are closed or unknown, not 0; an hour that comes twice as clocks "
                    + "are put back is added up.",
            "",
            "EVENTS is a calendar (.ics), or CSV with a line for each phase of each campaign or holiday. What one event teaches, others of its "
                    + "kind take over:",
            "",
            "  name,kind,phase,peak,from_day,to_day,decay_days,known_from",
            "  1111,big,presale,2025-11-11,-21,-11,,",
            "  1111,big,eve,2025-11-11,-1,-1,,",
            "  1111,big,peak,2025-11-11,0,0,,",
            "  1111,big,returns,2025-11-11,4,20,6,",
            "  national-day,holiday,national-day,2025-10-01,0,6,,",
            "  cable cut,OUTAGE,,2025-08-20,0,0,,2025-08-21",
            "",
            "from_day and to_day count from the peak (default 0); an effect fades by 1/e in decay_days (empty: not at all); forecasts know "
                    + "of a line from known_from on (empty: always; a tag: from its first day). Days of the kinds OUTAGE, ROUTING, PROMOTION and "
                    + "TEST are left out of learning and judging.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:judged", "1:a file cannot be used; the message says which lines", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  deskpulse forecast backtest calls.csv.gz --interval 30 --leads 1,7,14",
            "  deskpulse forecast backtest chats.csv --events events.csv --holidays CN --from 2025-10-21 --out forecasts.csv"
        })
final class BacktestCommand implements Callable<Integer> {
    private static final int YOUNG_DAYS = 14;
    private static final int START_DAYS = 28;
    private static final int MOST_LEAD = 28;
    private static final int MANY_PERCENT = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The history.")
    private Path file;

    @Option(
            names = "--interval",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "Length of an interval: 5, 10, 15, 20, 30 or 60 (default: ${DEFAULT-VALUE}).")
    private int interval;

    @Option(
            names = "--leads",
            paramLabel = "DAYS",
            split = ",",
            defaultValue = "1,7,14",
            description = "Days ahead, 1 to 28 (default: ${DEFAULT-VALUE}).")
    private List<Integer> leads;

    @Option(names = "--events", paramLabel = "EVENTS", description = "Campaigns, holidays and tags.")
    private Path events;

    @Option(names = "--holidays", paramLabel = "COUNTRY", description = "Add public holidays: CN.")
    private String holidays;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "First day to forecast (default: after 4 weeks and the longest lead; after 2 weeks of a history of less than 10).")
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day to forecast (default: the last one).")
    private String to;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the forecasts, one line an interval and lead.")
    private Path out;

    @Override
    public Integer call() {
        check();
        leads = leads.stream().distinct().toList();
        CountFile.Counts counts = CountFile.read(file, interval);
        History history = counts.history();
        sayGaps(history);
        sayParts(counts);
        EventCalendar calendar = calendar(history);
        Backtest backtest = new Backtest(history, calendar, progress());
        int first = from == null ? firstDay(history) : day("--from", from, history);
        int last = to == null ? history.days() - 1 : day("--to", to, history);
        if (first > last) {
            throw new UserError(
                    from != null && to != null
                            ? "--from " + from + " lies after --to " + to + "."
                            : "The history from " + history.date(0) + " to " + history.date(history.days() - 1)
                                    + " has no day to forecast; it needs two weeks before the first.");
        }
        sayTagged(calendar, history, first, last);
        List<Backtest.Result> results;
        if (out == null) {
            results = backtest.run(leads, first, last, (forecast, came) -> {});
        } else {
            try (QuantileFile written = new QuantileFile(out, counts)) {
                results = backtest.run(leads, first, last, written::write);
            }
        }
        PrintWriter console = spec.commandLine().getOut();
        console.println(history.date(first) + " to " + history.date(last) + ", intervals of " + interval
                + " minutes, percent\n");
        console.print(BacktestText.of(results));
        console.flush();
        return 0;
    }

    /** Files that leave out intervals in which nothing came are common, and look as if the shop were closed then. */
    private void sayGaps(History history) {
        long known = 0;
        long all = 0;
        for (int day = 0; day < history.days(); day++) {
            if (history.has(day)) {
                all += history.day(day).length;
                known += Arrays.stream(history.day(day))
                        .filter(count -> count >= 0)
                        .count();
            }
        }
        long missing = Math.round(100.0 * (all - known) / Math.max(1, all));
        if (missing >= MANY_PERCENT) {
            progress()
                    .step(missing
                            + " % of the intervals of its days have no line: they are taken as closed, not as 0. Where nothing came, "
                            + "write a 0.");
        }
    }

    /** A file whose step changes on the way is a file of the shorter step, in which the longer ones look like parts. */
    private void sayParts(CountFile.Counts counts) {
        if (counts.partPercent() >= MANY_PERCENT) {
            progress()
                    .step(Math.round(counts.partPercent())
                            + " % of the intervals that have lines lack some of their steps and are left out. Where the step of the file "
                            + "changes, make all of its steps alike.");
        }
    }

    /** Whoever judges the file that is written has to leave out the same days. */
    private void sayTagged(EventCalendar calendar, History history, int first, int last) {
        List<String> tagged = IntStream.rangeClosed(first, last)
                .filter(history::has)
                .mapToObj(history::date)
                .filter(calendar::tagged)
                .map(LocalDate::toString)
                .toList();
        if (!tagged.isEmpty()) {
            progress().step("tagged days are forecast and not judged: " + String.join(", ", tagged));
        }
    }

    private void check() {
        if (!List.of(5, 10, 15, 20, 30, 60).contains(interval)) {
            throw new UserError("--interval must be 5, 10, 15, 20, 30 or 60, got " + interval + ".");
        }
        leads.forEach(lead -> {
            if (lead < 1 || lead > MOST_LEAD) {
                throw new UserError("--leads must be 1 to " + MOST_LEAD + ", got " + lead + ".");
            }
        });
        for (Path input : Arrays.asList(file, events)) {
            if (out != null && input != null && isSame(out, input)) {
                throw new UserError("--out " + out + " would be written over what is read; choose another file.");
            }
        }
        if (holidays != null && !holidays.equals("CN")) {
            throw new UserError("--holidays knows CN, got " + holidays + ".");
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UserError("Cannot read " + other + ": " + e.getMessage() + ".", e);
        }
    }

    private EventCalendar calendar(History history) {
        EventCalendar calendar =
                events == null ? EventCalendar.NONE : EventFile.read(events, history.date(history.days() + MOST_LEAD));
        if (holidays == null) {
            return calendar;
        }
        List<EventPhase> phases = new ArrayList<>(calendar.phases());
        phases.addAll(ChineseHolidays.between(history.date(0), history.date(history.days() + MOST_LEAD)));
        return new EventCalendar(phases, calendar.tags());
    }

    /** A day of the history; its first for one that lies before. */
    private static int day(String option, String text, History history) {
        LocalDate day = PlanningArguments.day(option, text);
        LocalDate last = history.date(history.days() - 1);
        if (option.equals("--from") && day.isAfter(last) || option.equals("--to") && day.isBefore(history.date(0))) {
            throw new UserError(
                    option + " " + day + " lies outside the history, " + history.date(0) + " to " + last + ".");
        }
        return Math.max(0, Math.min(history.days() - 1, history.day(day)));
    }

    private int firstDay(History history) {
        int longest = leads.stream().mapToInt(Integer::intValue).max().orElse(1);
        return history.days() < 70 ? YOUNG_DAYS : START_DAYS + longest;
    }

    private Progress progress() {
        PrintWriter err = spec.commandLine().getErr();
        return message -> {
            err.println(message);
            err.flush();
        };
    }
}
