package io.deskpulse.streaming.ticks;

import org.apache.flink.util.OutputTag;

/**
 * Where what follows from an event goes.
 *
 * @param <O> element of the main stream
 */
public interface TickOutput<O> {
    /** Into the main stream. */
    void collect(O element);

    /** Into a side stream. */
    <X> void aside(OutputTag<X> tag, X element);

    /** Counts one more in a counter of the operator. */
    void count(String counter);
}
