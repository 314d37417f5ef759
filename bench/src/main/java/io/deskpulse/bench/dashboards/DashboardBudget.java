package io.deskpulse.bench.dashboards;

import io.deskpulse.dashboards.TimeRange;
import io.deskpulse.local.RunDirectory;
import io.deskpulse.local.clickhouse.ClickHouseOptions;
import io.deskpulse.local.clickhouse.EmbeddedClickHouse;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long every query of every dashboard takes for one shop and seven days in a month of two hundred shops. The shop measured is the
 * one with most rounds.
 */
public final class DashboardBudget {
    private static final Duration RANGE = Duration.ofDays(7);
    private static final String SEEDED = "seeded";
    private static final String FILLED = "filled";

    private final Progress progress;

    /** Tells what it does, as filling takes long. */
    public DashboardBudget(Progress progress) {
        this.progress = progress;
    }

    /**
     * Fills a server, unless the directory holds a filled one, measures, and prints a table to standard output.
     *
     * @param rounds in the month, of all shops
     * @param runs of each query
     * @param data directory that is kept and used again; null for one that is deleted at the end
     */
    public void run(long rounds, int runs, Path data) throws IOException {
        DeskpulseHome home = DeskpulseHome.of(System.getenv());
        if (data == null) {
            try (RunDirectory directory = RunDirectory.temporary(home, Instant.now())) {
                fillAndMeasure(home, directory.path().resolve("month"), rounds, runs);
            }
        } else {
            fillAndMeasure(home, data.toAbsolutePath(), rounds, runs);
        }
    }

    private void fillAndMeasure(DeskpulseHome home, Path directory, long rounds, int runs) throws IOException {
        Path filled = directory.resolve(FILLED);
        boolean isFilled = Files.exists(filled);
        Path seeded = directory.resolve(SEEDED);
        if (!Files.exists(seeded)) {
            SeedWeek.write(directory, Instant.now(), progress);
            Files.createFile(seeded);
        }
        ClickHouseOptions options = ClickHouseOptions.in(home, directory.resolve("clickhouse"));
        try (EmbeddedClickHouse server = EmbeddedClickHouse.start(options, progress)) {
            // Views may be newer than the data.
            Migrator.bundled(server.admin(), progress).migrate();
            Month month = new Month(server.admin(), progress);
            if (!isFilled) {
                month.fill(rounds);
                new ForecastMonth(server, progress).fill();
                Files.createFile(filled);
            }
            month.goLive();
            measure(server, runs);
        }
    }

    private void measure(EmbeddedClickHouse server, int runs) throws IOException {
        ClickHouseHttp http = new ClickHouseHttp(server.reader(), ClickHouseAccess.DATABASE);
        String[] facts = http.query("SELECT shop_id, sum(length(`rounds.opened_at`)) AS rounds,"
                        + " (SELECT sum(length(`rounds.opened_at`)) FROM conversation_days FINAL),"
                        + " (SELECT toUnixTimestamp64Milli(max(last_event_at)) FROM conversation_days)"
                        + " FROM conversation_days FINAL WHERE day > (SELECT max(day) FROM conversation_days) - 7"
                        + " GROUP BY shop_id ORDER BY rounds DESC LIMIT 1")
                .split("\t");
        Instant end = Instant.ofEpochMilli(Long.parseLong(facts[3]));
        System.out.printf(
                "%,d rounds of %d shops in %d days; shop %s, %d days, %,d rounds; %d runs of each query%n",
                Long.parseLong(facts[2]),
                Month.SHOPS,
                Month.DAYS,
                facts[0],
                RANGE.toDays(),
                Long.parseLong(facts[1]),
                runs);
        List<BoardQuery> queries = BoardQuery.of(facts[0], new TimeRange(end.minus(RANGE), end));
        new QueryTimes(http, ProcessHandle.of(server.pid()).orElseThrow(), progress).print(queries, runs);
    }
}
