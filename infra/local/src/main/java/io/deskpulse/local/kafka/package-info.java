/** A real Kafka broker in this process. */
package io.deskpulse.local.kafka;
