package io.deskpulse.streaming.sinks;

import java.io.Serializable;
import java.time.Duration;

/**
 * Where and how rows are written.
 *
 * @param server database of the tables, and a user that may insert into them
 * @param flush how many rows are gathered, and for how long
 * @param retryFor how long an insert is tried while ClickHouse is away, before the job restarts
 */
public record ClickHouse(ClickHouseAddress server, FlushPolicy flush, Duration retryFor) implements Serializable {}
