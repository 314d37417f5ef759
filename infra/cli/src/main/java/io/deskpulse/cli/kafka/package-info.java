/** Commands that only need a Kafka: its topics, and events sent to it. */
package io.deskpulse.cli.kafka;
