package io.deskpulse.ops.kept;

/**
 * Rows or a column of a table that may be kept for some days only.
 *
 * @param name as settings call it: {@code table} or {@code table.column}
 * @param column null for whole rows
 * @param age from when the days count, a {@code Date} or {@code DateTime} in SQL
 * @param days how long it is kept unless settings say otherwise; 0 = forever
 */
public record AgingPart(String name, String table, String column, String age, int days) {}
