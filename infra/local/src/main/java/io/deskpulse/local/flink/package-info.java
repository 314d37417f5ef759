/** A Flink mini-cluster in this process, with checkpoints on disk. */
package io.deskpulse.local.flink;
