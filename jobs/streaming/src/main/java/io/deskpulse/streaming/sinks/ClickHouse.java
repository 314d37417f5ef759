package io.deskpulse.streaming.sinks;

import java.io.Serializable;
import java.time.Duration;
import java.util.Properties;

/**
 * Where and how rows are written.
 *
 * @param url JDBC URL with the database, {@code jdbc:clickhouse:http://host:8123/deskpulse}
 * @param user user that may insert
 * @param password its password
 * @param batchRows rows of one insert at most, > 0
 * @param flushInterval how long a row waits for others at most
 * @param retryFor how long an insert is tried while ClickHouse is away, before the job restarts
 */
public record ClickHouse(
        String url, String user, String password, int batchRows, Duration flushInterval, Duration retryFor)
        implements Serializable {

    /**
     * Properties of the JDBC connection. RowBinary was measured two to four times as fast as the driver's default; inserts are
     * synchronous, because an acknowledgement must mean that the rows are there; one import may touch any number of days.
     */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        properties.setProperty("compress", "false");
        properties.setProperty("clickhouse_setting_async_insert", "0");
        properties.setProperty("clickhouse_setting_max_partitions_per_insert_block", "0");
        return properties;
    }

    @Override
    public String toString() {
        return "ClickHouse[url=" + url + ", user=" + user + ", password=***]";
    }
}
