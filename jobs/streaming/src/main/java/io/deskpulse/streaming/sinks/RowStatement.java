package io.deskpulse.streaming.sinks;

import java.io.Serializable;

/**
 * How a row is written to its table.
 *
 * @param <T> row
 */
public interface RowStatement<T> extends Serializable {
    /** Table, without its database. */
    String table();

    /**
     * All columns of the table, in the order of its DDL, which is the order of ClickHouse's RowBinary format.
     *
     * <p>Instants as {@link java.time.Instant}, dates as {@link java.time.LocalDate}, arrays as lists. The result is a snapshot: it
     * must not share anything mutable with the row, since it is kept until ClickHouse has acknowledged it.
     */
    Object[] values(T row);
}
