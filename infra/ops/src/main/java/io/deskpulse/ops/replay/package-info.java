/** Event files into Kafka: read line by line, merged in the order of their events, at a pace. */
package io.deskpulse.ops.replay;
