package io.deskpulse.local.watch;

/**
 * What Flink remembers of a job's checkpoints.
 *
 * @param completedMillis when the last completed one completed, epoch ms; null when none has
 * @param tookMillis how long it took; null when none has completed
 * @param bytes of state in it; null when none has completed
 * @param failed how many have failed
 */
record Checkpoints(Long completedMillis, Long tookMillis, Long bytes, long failed) {}
