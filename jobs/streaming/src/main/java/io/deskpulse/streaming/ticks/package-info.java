/** Events read in event time, tick by tick: for what must not be told twice, nor before its time. */
package io.deskpulse.streaming.ticks;
