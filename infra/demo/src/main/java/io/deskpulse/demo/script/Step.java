package io.deskpulse.demo.script;

/** One step of a story about {@code A}: acts at the agenda's present and says when the story goes on. */
@FunctionalInterface
public interface Step<A> {

    /** The story stands still until somebody calls {@link Script#resumeIn}. */
    long SUSPENDED = -1;

    /** Acts; returns the pause before the next step in milliseconds, or {@link #SUSPENDED}. */
    long play(A actor);
}
