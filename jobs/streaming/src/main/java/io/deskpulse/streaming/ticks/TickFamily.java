package io.deskpulse.streaming.ticks;

import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.io.Serializable;

/**
 * What is made of the events of each key in event time: which events, by which automaton, and how both are kept.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <O> what follows
 */
public interface TickFamily<E extends TimelineEvent, S, O> extends Serializable {
    /** A new automaton for one operator instance. */
    TickReader<E, S, O> reader();

    /** How waiting events are kept. */
    EventForm<E> events();

    /** How the automaton's state is kept. */
    StateForm<S> states();

    /** How long a silent key is kept. */
    Retention retention();
}
