package io.deskpulse.cli.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Console;
import io.deskpulse.metrics.forecast.score.Accuracy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planner's own history, and every way in which a file of it can be wrong. */
class BacktestCommandTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

    private final Console console = new Console();

    @TempDir
    Path directory;

    @Test
    void judgesAHistoryBesideTheLastEightWeeks() throws IOException {
        Path out = directory.resolve("out.csv");

        assertThat(run(history(100, Integer.MAX_VALUE), "--leads", "1,7", "--out", out.toString()))
                .as(console.err())
                .isZero();

        assertThat(console.out())
                .startsWith("2025-02-10 to 2025-04-15, intervals of 30 minutes, percent\n")
                .contains("1d    forecast  ", "7d    forecast  ", "mean of last 8", "median of last 8", "97.5%");
        assertThat(console.err()).contains("lead 7: 2025-02-10");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0))
                .isEqualTo(
                        "interval_start,lead_days,made_at,mean,p025,p10,p25,p50,p75,p90,p975,evidence_days,young,count");
        assertThat(lines.get(1)).startsWith("2025-02-10T09:00,1,2025-02-09,");
    }

    @Test
    void whoeverJudgesTheFileFindsWhatIsPrinted() throws IOException {
        Path out = directory.resolve("out.csv");
        for (String minutes : List.of("15", "60")) {
            assertThat(run(history(100, 100), "--interval", minutes, "--leads", "7", "--out", out.toString()))
                    .isZero();

            Accuracy accuracy = new Accuracy();
            List<String> lines = Files.readAllLines(out);
            for (String line : lines.subList(1, lines.size())) {
                double[] cells = Stream.of(line.split(","))
                        .mapToDouble(cell -> cell.matches("[\\d.]+") ? Double.parseDouble(cell) : Double.NaN)
                        .toArray();
                accuracy.add(cells[13], cells[3], Arrays.copyOfRange(cells, 4, 11));
            }
            assertThat(console.out())
                    .containsPattern(String.format(
                            Locale.ROOT,
                            "7d +forecast +%.2f +%.2f +%.2f +%.1f +%.1f +\\%+.2f +%d\n",
                            accuracy.wapePercent(),
                            accuracy.noiseFloorPercent(),
                            accuracy.wqlPercent(),
                            accuracy.coverage80Percent(),
                            accuracy.coverage95Percent(),
                            accuracy.biasPercent(),
                            accuracy.counts()));
        }
    }

    @Test
    void garbageInTheFutureChangesNoForecast() throws IOException {
        LocalDate cut = FIRST.plusDays(80);
        Path truth = directory.resolve("truth.csv");
        Path other = directory.resolve("other.csv");
        String head = "name,kind,peak,known_from";
        String sale = "sale,," + FIRST.plusDays(50) + ",";
        Path events = file("events.csv", head, sale, "sale,," + FIRST.plusDays(90) + ",");
        Path later = file(
                "later.csv",
                head,
                sale,
                "sale,," + FIRST.plusDays(90) + ",",
                "flash,," + FIRST.plusDays(60) + "," + cut,
                "down,OUTAGE," + FIRST.plusDays(65) + "," + cut);

        run(history(100, Integer.MAX_VALUE), "--events", events.toString(), "--out", truth.toString());
        run(history(100, 80), "--events", later.toString(), "--out", other.toString());

        assertThat(madeBefore(cut, other)).isEqualTo(madeBefore(cut, truth)).hasSizeGreaterThan(1000);
    }

    @Test
    void readsGzipOtherStepsAndOtherLocales() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Path plain = history(60, Integer.MAX_VALUE);
            Path zipped = directory.resolve("calls.csv.gz");
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
                gzip.write(Files.readAllBytes(plain));
            }
            assertThat(run(plain, "--interval", "60")).isZero();
            String expected = console.out();
            assertThat(run(zipped, "--interval", "60")).isZero();
            assertThat(console.out())
                    .isEqualTo(expected)
                    .contains("intervals of 60 minutes")
                    .doesNotContain(",0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anHourThatComesTwiceIsAddedUpWhereClocksArePutBack() throws IOException {
        List<String> lines = Files.readAllLines(history(60, Integer.MAX_VALUE));
        int end = lines.indexOf("2025-03-06T10:00," + count(lines, "2025-03-06T10:00"));
        List<String> twice = new ArrayList<>(lines.subList(0, end));
        for (int quarter = 0; quarter < 60; quarter += 15) {
            twice.add("2025-03-06T09:" + (quarter == 0 ? "00" : quarter) + ",0");
        }
        twice.addAll(lines.subList(end, lines.size()));
        assertThat(run(history(60, Integer.MAX_VALUE))).isZero();
        String expected = console.out();

        assertThat(run(file("twice.csv", twice.toArray(String[]::new))))
                .as(console.err())
                .isZero();
        assertThat(console.out()).isEqualTo(expected);

        twice.remove(end + 3);
        assertRefused(
                file("part.csv", twice.toArray(String[]::new)),
                ":" + (end + 1) + ": 2025-03-06T09:00 comes after 2025-03-06T09:45");
    }

    @Test
    void readsSemicolonsAndTellsAStrayLineByItself() throws IOException {
        Path commas = history(60, Integer.MAX_VALUE);
        assertThat(run(commas)).isZero();
        String expected = console.out();
        String text = Files.readString(commas);

        assertThat(run(Files.writeString(directory.resolve("semicolons.csv"), text.replace(',', ';'))))
                .isZero();
        assertThat(console.out()).isEqualTo(expected);

        Path stray = directory.resolve("stray.csv");
        Files.writeString(stray, text.replace("2025-01-06T09:15,", "2025-01-06T09:17,"));
        assertThat(run(stray)).isEqualTo(1);
        assertThat(console.err().lines())
                .containsExactly(
                        "deskpulse: the file cannot be used:",
                        stray + ":3: 2025-01-06T09:17 does not lie on the 15-minute steps of the other lines");
        Path sparse = directory.resolve("sparse.csv");
        Files.writeString(sparse, text.replaceAll("\\S+:[34][05],0\n", ""));
        assertThat(run(sparse, "--interval", "15")).isZero();
        assertThat(console.err())
                .contains("% of the intervals of its days have no line")
                .contains("write a 0.");

        assertThat(run(commas, "--interval", "10")).isEqualTo(1);
        assertThat(console.err()).contains(":2: steps of 15 minutes do not make up intervals of 10");
    }

    @Test
    void threeWeeksOfAFewContactsAreSaidToBeYoung() throws IOException {
        assertThat(run(history(21, Integer.MAX_VALUE), "--leads", "1")).isZero();
        assertThat(console.out()).contains("6 of 6 days had less than four weeks of history");
    }

    @Test
    void tellsEveryMistakeOfAFileByLine() throws IOException {
        Path file = file(
                "bad.csv",
                "interval_start,count",
                "2025-01-06 09:00,3",
                "2025-01-06 09:30,-1",
                "2025-01-06 10:00,many",
                "2025-01-06T09:00,4",
                "2025-01-06 11:00+01:00,4",
                "yesterday,4",
                "2025-01-06 11:00",
                "2025-01-06 11:00,2.5",
                "2025-10-26 02:00,1",
                "2025-10-26 02:30,1",
                "2025-10-26 02:00,1");

        assertThat(run(file)).isEqualTo(1);
        assertThat(console.err().lines().skip(1))
                .containsExactly(
                        file + ":3: count must be a whole number from 0 on, got '-1'",
                        file + ":4: count must be a whole number from 0 on, got 'many'",
                        file + ":5: repeats 2025-01-06T09:00 of line 2",
                        file + ":6: interval_start must be local time without an offset, got '2025-01-06 11:00+01:00'",
                        file + ":7: interval_start must be like 2026-11-11 20:30, got 'yesterday'",
                        file + ":8: has 1 cells instead of 2",
                        file + ":9: count must be a whole number from 0 on, got '2.5'",
                        file
                                + ":12: 2025-10-26T02:00 comes after 2025-10-26T02:30 of line 11; where clocks are put back, tell"
                                + " the whole hour again, or add it to the first one");
    }

    @Test
    void tellsOfOrderStepsEncodingAndColumns() throws IOException {
        assertRefused(
                file("order.csv", "interval_start,count", "2025-01-07 09:00,3", "2025-01-06 09:00,3"),
                ":3: 2025-01-06T09:00 comes after 2025-01-07T09:00 of line 2; times must ascend");
        assertRefused(
                file(
                        "grid.csv",
                        "interval_start,count",
                        "2025-01-06 09:00,3",
                        "2025-01-06 09:30,3",
                        "2025-01-07 09:10,3"),
                ":4: 2025-01-07T09:10 does not lie on the 30-minute steps of the other lines");
        assertRefused(
                file("step.csv", "interval_start,count", "2025-01-06 09:00,3", "2025-01-06 09:20,3"),
                ":2: steps of 20 minutes do not make up intervals of 30; choose another --interval");
        assertRefused(file("names.csv", "when,how many"), ":1: must name the columns interval_start,count");
        assertRefused(file("empty.csv"), ":1: is empty");
        Path latin = directory.resolve("latin.csv");
        Files.write(latin, "interval_start,count\n2025-01-06 09:00,3 ä\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(latin, ":2: is not text in UTF-8");
        assertThat(run(directory.resolve("none.csv"))).isEqualTo(1);
        assertThat(console.err()).isEqualTo("deskpulse: There is no file " + directory.resolve("none.csv") + ".\n");
    }

    @Test
    void neverWritesOverWhatItReadsAndTakesALeadOnce() throws IOException {
        Path file = history(60, Integer.MAX_VALUE);
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), file);
        String before = Files.readString(file);

        assertThat(run(file, "--out", link.toString())).isEqualTo(1);
        assertThat(console.err()).contains("link.csv would be written over what is read; choose another file.");
        assertThat(file).hasContent(before);

        Path out = directory.resolve("out.csv");
        assertThat(run(file, "--leads", "7,7", "--out", out.toString())).isZero();
        assertThat(Files.readAllLines(out)).doesNotHaveDuplicates();
    }

    @Test
    void namesTheTaggedDaysThatItForecastsAndDoesNotJudge() throws IOException {
        Path events = file("tags.csv", "name,kind,peak,to_day", "down,OUTAGE,2025-03-01,2");

        assertThat(run(history(60, Integer.MAX_VALUE), "--events", events.toString()))
                .isZero();

        assertThat(console.err()).contains("tagged days are forecast and not judged: 2025-03-01, 2025-03-03\n");
    }

    @Test
    void saysThatIntervalsAreLeftOutWhereTheStepChanges() throws IOException {
        String quarters = Files.readString(history(100, Integer.MAX_VALUE));
        String halves = quarters.replaceAll("2025-0[12]-\\d\\dT\\d\\d:[14]5,\\d+\n", "");

        assertThat(run(Files.writeString(directory.resolve("halves.csv"), halves)))
                .isZero();

        assertThat(console.err()).contains("% of the intervals that have lines lack some of their steps");
        assertThat(run(history(100, Integer.MAX_VALUE))).isZero();
        assertThat(console.err()).doesNotContain("lack some");
    }

    @Test
    void tellsEveryMistakeOfACalendar() throws IOException {
        Path events = file(
                "events.csv",
                "name,kind,phase,peak,from_day,to_day,decay_days,known_from",
                "1111,big,eve,2025-11-31,,,,",
                "1111,big,eve,2025-11-11,5,4,,",
                "1111,big,eve,2025-11-11,0,soon,,",
                ",big,eve,2025-11-11,0,0,,",
                "1111,big,eve,2025-11-11,0,0,-2,",
                "1111,big,eve,2025-11-11,-1.5,0,,",
                "1111,big,eve,2025-11-11,0,0,3d,",
                "down,OUTAGE,,+999999999-12-31,0,1,,",
                "1111,big,eve,2025-11-11,-1,,,",
                "1111,big,eve,2025-11-11,-1,-1,0,");

        assertThat(run(history(60, Integer.MAX_VALUE), "--events", events.toString()))
                .isEqualTo(1);
        assertThat(console.err())
                .contains(
                        events + ":2: peak must be a date like 2026-11-11, got '2025-11-31'",
                        events + ":3: toDay must be >= fromDay, got 5 to 4",
                        events + ":4: to_day must be a number of days from -400 to 400, got 'soon'",
                        events + ":5: name must not be empty",
                        events + ":6: decayDays must be >= 0, got -2.0",
                        events + ":7: from_day must be a whole number of days, got '-1.5'",
                        events + ":8: decay_days must be a number of days from -400 to 400, got '3d'",
                        events + ":9: peak must be a date like 2026-11-11, got '+999999999-12-31'",
                        events + ":11: repeats line 10")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesWhatCannotBeForecast() throws IOException {
        Path file = history(60, Integer.MAX_VALUE);
        assertThat(run(file, "--interval", "7")).isEqualTo(1);
        assertThat(console.err()).contains("--interval must be 5, 10, 15, 20, 30 or 60, got 7.");
        assertThat(run(file, "--leads", "0")).isEqualTo(1);
        assertThat(console.err()).contains("--leads must be 1 to 28, got 0.");
        assertThat(run(file, "--holidays", "XX")).isEqualTo(1);
        assertThat(run(file, "--from", "2030-01-01")).isEqualTo(1);
        assertThat(console.err())
                .contains("--from 2030-01-01 lies outside the history, 2025-01-06 to 2025-03-06.")
                .doesNotContain("has no day");
        assertThat(run(file, "--from", "2025-03-03", "--to", "2025-03-01")).isEqualTo(1);
        assertThat(console.err()).contains("--from 2025-03-03 lies after --to 2025-03-01.");
        assertThat(run(file, "--from", "March")).isEqualTo(1);
        assertThat(console.err()).contains("--from must be a day such as 2026-11-10, got March.");
        assertThat(run(history(10, Integer.MAX_VALUE))).isEqualTo(1);
        assertThat(console.err()).contains("has no day to forecast; it needs two weeks");
        assertThat(run(file, "--out", directory.resolve("none/out.csv").toString()))
                .isEqualTo(1);
        assertThat(console.err()).contains("none/out.csv: there is no such folder.");
        assertThat(console.run("forecast", "backtest")).isEqualTo(2);
        assertThat(console.run("forecast", "backtest", "--help")).isZero();
        assertThat(console.out()).contains("decay_days", "OUTAGE", "Exit status:");
        assertThat(console.run("forecast")).isZero();
    }

    private static String count(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start + ","))
                .map(line -> line.substring(start.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private void assertRefused(Path file, String problem) {
        assertThat(run(file)).isEqualTo(1);
        assertThat(console.err()).contains(file + problem).doesNotContain("\tat ");
    }

    private int run(Path file, String... options) {
        return console.run(Stream.concat(Stream.of("forecast", "backtest", file.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    /** Half-hours from 9 to 18 by 15 minutes, from Monday to Saturday; garbage from a day on. */
    private Path history(int days, int garbageFrom) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("interval_start,count\n");
        for (int day = 0; day < days; day++) {
            for (int step = 0; step < 36; step++) {
                int count = random.nextInt(4) + (day % 7 == 0 ? 2 : 0) + (day == 50 ? 9 : 0);
                LocalDateTime start = FIRST.plusDays(day).atTime(9, 0).plusMinutes(15L * step);
                if (day % 7 < 6) {
                    text.append(start)
                            .append(',')
                            .append(day >= garbageFrom ? 99_999 : count)
                            .append('\n');
                }
            }
        }
        return Files.writeString(directory.resolve("history" + days + "-" + garbageFrom + ".csv"), text);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    /** The forecasts made before a day, without the counts that came. */
    private static List<String> madeBefore(LocalDate day, Path out) throws IOException {
        return Files.readAllLines(out).stream()
                .skip(1)
                .filter(line -> LocalDate.parse(line.split(",")[2]).isBefore(day))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }
}
