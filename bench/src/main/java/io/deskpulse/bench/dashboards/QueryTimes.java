package io.deskpulse.bench.dashboards;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Asks queries in turn, as boards that are open side by side do, and prints how long each took from question to last byte. */
final class QueryTimes {
    /** What a panel may take. */
    static final double BUDGET_MILLIS = 300;

    private final ClickHouseHttp http;
    private final ProcessHandle server;
    private final Progress progress;

    QueryTimes(ClickHouseHttp http, ProcessHandle server, Progress progress) {
        this.http = http;
        this.server = server;
        this.progress = progress;
    }

    /** Prints a line per query and a last one with how many keep the budget. */
    void print(List<BoardQuery> all, int runs) throws IOException {
        List<BoardQuery> queries = all.stream().filter(this::answers).toList();
        double[][] millis = new double[queries.size()][runs];
        double[] cpuMillis = new double[queries.size()];
        for (int run = 0; run < runs; run++) {
            progress.step("  run " + (run + 1) + " of " + runs + " …");
            for (int i = 0; i < queries.size(); i++) {
                double cpuBefore = cpuMillis();
                millis[i][run] = millis(queries.get(i));
                cpuMillis[i] += (cpuMillis() - cpuBefore) / runs;
            }
        }
        System.out.printf("%-18s %-56s %8s %8s %8s%n", "dashboard", "query", "p50 ms", "p95 ms", "CPU ms");
        int kept = 0;
        for (int i = 0; i < queries.size(); i++) {
            double p95 = quantile(millis[i], 0.95);
            kept += p95 < BUDGET_MILLIS ? 1 : 0;
            System.out.printf(
                    "%-18s %-56s %8.0f %8.0f %8.0f%s%n",
                    queries.get(i).board(),
                    queries.get(i).what(),
                    quantile(millis[i], 0.5),
                    p95,
                    cpuMillis[i],
                    p95 < BUDGET_MILLIS ? "" : "  over budget");
        }
        System.out.printf("%d of %d queries below %.0f ms at p95%n", kept, all.size(), BUDGET_MILLIS);
    }

    /** Warms up; a query that the server refuses is told and left out. */
    private boolean answers(BoardQuery query) {
        try {
            millis(query);
            return true;
        } catch (IOException e) {
            System.out.println(query.board() + " " + query.what() + " FAILED: "
                    + e.getMessage().lines().findFirst().orElse(""));
            return false;
        }
    }

    /** Of the server, in steps of some ms: good for the mean of some runs, and the same however busy the machine is. */
    private double cpuMillis() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    private double millis(BoardQuery query) throws IOException {
        long begun = System.nanoTime();
        http.copy(query.sql(), "JSONCompact", OutputStream.nullOutputStream());
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The smallest value that a share of all is not above. */
    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
