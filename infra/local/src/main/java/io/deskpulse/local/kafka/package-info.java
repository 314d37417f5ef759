/** A real Kafka broker in this process, and the topics of the product. */
package io.deskpulse.local.kafka;
