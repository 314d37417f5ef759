/** Webhooks into Kafka as they come: an answer is given when the events are safe. */
package io.deskpulse.imports.live;
