package io.deskpulse.bench.measure;

/**
 * What a run put into one table.
 *
 * @param table its name
 * @param rows acknowledged rows, each as often as it was sent
 * @param inserts acknowledged inserts
 * @param activeParts parts of the table at the end of the run, whatever run they come from
 */
public record Written(String table, long rows, long inserts, long activeParts) {}
