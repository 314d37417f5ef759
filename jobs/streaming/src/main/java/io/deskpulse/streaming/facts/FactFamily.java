package io.deskpulse.streaming.facts;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.Retention;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.metrics.timeline.TimelineEvent;
import java.io.Serializable;

/**
 * All that a family of facts has to say: which events make which rows, under which key, how both are kept and for how long.
 *
 * <p>What is generic asks it: the timeline shell, the codecs, the tests.
 *
 * @param <E> event
 * @param <S> state of the automaton
 * @param <F> content of a row
 */
public interface FactFamily<E extends TimelineEvent, S, F> extends Serializable {
    /** What a key of it is called, kebab-case and singular; part of names that never change. */
    String id();

    /** What an event is kept under within its shop: the id of a conversation, a ticket, a buyer. */
    String keyId(E event);

    /** The {@link ShopKey} under which an event is kept. */
    default String key(E event) {
        return ShopKey.of(event.shopId(), keyId(event));
    }

    /** A new automaton for one operator instance. */
    Derivation<E, S, F> derivation();

    /** How long a silent key is kept, and what its next event is then. */
    Retention retention();

    /** How events travel and are kept. */
    EventForm<E> events();

    /** How the automaton's state is kept. */
    StateForm<S> states();

    /** What tells a row from the others of its key; whatever it is where a key has one row. */
    default Object rowKey(F facts) {
        return "";
    }

    /** Whether rows of this family say that deliveries of an event were superseded, rather than those of another family. */
    default boolean tellsOf(E event) {
        return true;
    }

    /**
     * The version of a row with this content, while every event of its key was delivered in one form only.
     *
     * @param known distinct events of the key known; rows that bring a version of their own ignore it
     */
    default long version(long known, F facts) {
        return known;
    }

    /** The row of key {@code key} with this content, when so many distinct events of the key are known. */
    default FactRow<F> row(String key, long known, F facts) {
        return new FactRow<>(ShopKey.shopId(key), ShopKey.id(key), version(known, facts), facts);
    }
}
