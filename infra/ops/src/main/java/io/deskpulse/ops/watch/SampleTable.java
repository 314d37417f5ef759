package io.deskpulse.ops.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The table {@code job_samples}. Samples that it does not take now are kept for the next time. Not thread-safe. */
final class SampleTable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of an outage of ClickHouse, so many samples are written afterwards: hours of them. */
    private static final int MOST_KEPT = 5_000;

    private final ClickHouseAccess writer;
    private final ClickHouseHttp clickHouse;
    private final Deque<JobSample> unwritten = new ArrayDeque<>();

    /**
     * The table of a server.
     *
     * @param writer a user that may insert
     */
    SampleTable(ClickHouseAccess writer) {
        this.writer = writer;
        this.clickHouse = new ClickHouseHttp(writer, ClickHouseAccess.DATABASE, PATIENCE);
    }

    /**
     * Writes the samples, and those that could not be written before.
     *
     * @throws UserError when the server does not take them
     */
    void write(List<JobSample> samples) {
        unwritten.addAll(samples);
        while (unwritten.size() > MOST_KEPT) {
            unwritten.removeFirst();
        }
        if (unwritten.isEmpty()) {
            return;
        }
        try {
            List<ObjectNode> rows = unwritten.stream().map(JobSample::json).toList();
            clickHouse.query(rows.stream()
                    .map(ObjectNode::toString)
                    .collect(Collectors.joining(
                            "\n", "INSERT INTO job_samples (" + columns(rows.get(0)) + ") FORMAT JSONEachRow\n", "")));
            unwritten.clear();
        } catch (ClickHouseHttp.QueryFailed e) {
            throw new UserError("ClickHouse (" + writer + ") refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError("ClickHouse does not answer at " + writer.url() + ".", e);
        }
    }

    private static String columns(ObjectNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }
}
