/**
 * Files that people write, read with the place of each value, so that every mistake is told at once by line and column.
 *
 * <p>Knows no Flink: commands read their files with it too.
 */
package io.deskpulse.streaming.yaml;
