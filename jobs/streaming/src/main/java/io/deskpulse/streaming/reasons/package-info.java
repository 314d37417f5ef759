/**
 * Why buyers complain: the taxonomy of reasons and product attributes, and how labels and texts of platforms are mapped to it.
 *
 * <p>Knows no Flink: commands read the taxonomy with it too.
 */
package io.deskpulse.streaming.reasons;
