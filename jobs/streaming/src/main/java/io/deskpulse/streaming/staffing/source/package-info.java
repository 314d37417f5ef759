/** A bounded source over ClickHouse: what is known of each shop's channels, shop by shop. */
package io.deskpulse.streaming.staffing.source;
