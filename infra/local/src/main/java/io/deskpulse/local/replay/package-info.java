/** Event files into Kafka, in the order of their events, and the way back: knowing when all of them have become rows. */
package io.deskpulse.local.replay;
