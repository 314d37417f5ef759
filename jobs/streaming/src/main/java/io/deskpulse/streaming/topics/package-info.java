/**
 * Why buyers ask: the taxonomy of topics with its versions, and how messages are mapped to it.
 *
 * <p>Knows no Flink: commands read the taxonomy with it too.
 */
package io.deskpulse.streaming.topics;
