package io.deskpulse.local.watch;

/**
 * All that Flink tells about one job.
 *
 * @param restarts since it was submitted; null when Flink does not tell, as for a job that has ended
 */
record JobReport(ListedJob job, Checkpoints checkpoints, Long restarts, Flow flow) {}
