package io.deskpulse.demo.script;

import io.deskpulse.schemas.EventStream;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is still to happen, in time order: events to hand out, and scenes that put more on the agenda.
 *
 * <p>Equal instants keep the order in which they were put down, so the same calls give the same events. Holds the future of open
 * stories only. One thread.
 */
public final class Agenda {

    private final PriorityQueue<Cue> cues =
            new PriorityQueue<>(Comparator.comparingLong(Cue::atMillis).thenComparingLong(Cue::sequence));
    private long nowMillis;
    private long sequence;

    /** An empty agenda whose present is {@code startMillis}, milliseconds since 1970-01-01 UTC. */
    public Agenda(long startMillis) {
        this.nowMillis = startMillis;
    }

    /** The instant of the latest scene or event, milliseconds since 1970-01-01 UTC. */
    public long nowMillis() {
        return nowMillis;
    }

    /** Cues not yet reached: a measure of the memory held. */
    public int size() {
        return cues.size();
    }

    /**
     * Hands out an event at its event time.
     *
     * @throws IllegalStateException when that lies in the past
     */
    public void emit(SpecificRecord event) {
        add(EventStream.eventTimeMillis(event), event, null);
    }

    /**
     * Plays a scene at an instant.
     *
     * @throws IllegalStateException when that lies in the past
     */
    public void at(long atMillis, Runnable scene) {
        add(atMillis, null, scene);
    }

    /**
     * The next event in time order; plays the scenes before it.
     *
     * @throws IllegalStateException when nothing is left to happen
     */
    public SpecificRecord next() {
        while (true) {
            Cue cue = cues.poll();
            if (cue == null) {
                throw new IllegalStateException("nothing is left to happen after " + nowMillis);
            }
            nowMillis = cue.atMillis();
            if (cue.event() != null) {
                return cue.event();
            }
            cue.scene().run();
        }
    }

    private void add(long atMillis, SpecificRecord event, Runnable scene) {
        if (atMillis < nowMillis) {
            throw new IllegalStateException("cannot happen at " + atMillis + ", it is " + nowMillis + " already");
        }
        cues.add(new Cue(atMillis, sequence++, event, scene));
    }

    /** Either an event or a scene; the other is null. */
    private record Cue(long atMillis, long sequence, SpecificRecord event, Runnable scene) {}
}
