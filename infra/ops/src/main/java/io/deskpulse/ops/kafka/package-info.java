/** The topics of the product in a Kafka cluster, who reads them, and how far. */
package io.deskpulse.ops.kafka;
