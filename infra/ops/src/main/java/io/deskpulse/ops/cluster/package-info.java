/** What the statements of the schema become on one server and on a cluster of shards and replicas. */
package io.deskpulse.ops.cluster;
