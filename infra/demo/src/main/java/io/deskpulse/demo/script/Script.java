package io.deskpulse.demo.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Tells a story: plays its steps one after the other on the agenda.
 *
 * <p>Has at most one cue on the agenda. Steps are at least a millisecond apart. Steps may be added and dropped while it runs, so
 * a story can turn out otherwise than it was planned.
 */
public final class Script<A> {

    private final Agenda agenda;
    private final A actor;
    private final Deque<Step<A>> steps = new ArrayDeque<>();

    /** A story about an actor, without steps yet. */
    public Script(Agenda agenda, A actor) {
        this.agenda = agenda;
        this.actor = actor;
    }

    /** Begins, or goes on after a suspended step, in so many milliseconds, at least 1. */
    public void resumeIn(long pauseMillis) {
        if (!steps.isEmpty()) {
            agenda.at(agenda.nowMillis() + Math.max(1, pauseMillis), this::playNext);
        }
    }

    /** Appends steps after all others. */
    public void append(List<Step<A>> more) {
        steps.addAll(more);
    }

    /** Puts a step before all others. */
    public void insert(Step<A> step) {
        steps.addFirst(step);
    }

    /** Drops the steps that are left and puts others in their place. */
    public void divert(List<Step<A>> others) {
        steps.clear();
        steps.addAll(others);
    }

    private void playNext() {
        Step<A> step = steps.poll();
        if (step == null) {
            return; // diverted to nothing while the cue was under way
        }
        long pauseMillis = step.play(actor);
        if (pauseMillis != Step.SUSPENDED) {
            resumeIn(pauseMillis);
        }
    }
}
