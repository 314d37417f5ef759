package io.deskpulse.local;

import io.deskpulse.local.clickhouse.ClickHouseAccess;
import io.deskpulse.local.flink.EmbeddedFlink;
import io.deskpulse.local.flink.FlinkJob;
import io.deskpulse.streaming.responsetime.ResponseTimeConfig;
import io.deskpulse.streaming.responsetime.ResponseTimeJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The response-time job on an embedded stack. */
public final class ResponseTime {
    private ResponseTime() {}

    /**
     * Starts the job, from the newest checkpoint of the run directory when there is one.
     *
     * @param settings of the job beyond the stack's addresses, as on its command line: {@code --key}, value, …
     * @throws UserError when a setting is wrong, or Flink does not take the job
     */
    public static FlinkJob start(Stack stack, List<String> settings) {
        EmbeddedFlink flink = stack.flink();
        StreamExecutionEnvironment environment =
                flink.latestCheckpoint().map(flink::environment).orElseGet(flink::environment);
        ResponseTimeJob.build(environment, config(stack, settings));
        return flink.submit(environment, ResponseTimeJob.NAME);
    }

    private static ResponseTimeConfig config(Stack stack, List<String> settings) {
        ClickHouseAccess writer = stack.clickHouse().writer();
        List<String> arguments = new ArrayList<>(List.of(
                "--kafka.bootstrap-servers", stack.kafka().bootstrapServers(),
                "--clickhouse.url", writer.jdbcUrl(),
                "--clickhouse.user", writer.user()));
        arguments.addAll(settings);
        Map<String, String> secrets = Map.of(
                "CLICKHOUSE_PASSWORD", writer.password(),
                "DESKPULSE_HASH_KEY", stack.home().hashKey(stack.options().environment()));
        try {
            return ResponseTimeConfig.from(arguments.toArray(String[]::new), secrets);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
