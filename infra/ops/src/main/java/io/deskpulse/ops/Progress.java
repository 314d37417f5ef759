package io.deskpulse.ops;

import java.io.PrintStream;

/** Where slow steps say what they are doing, one line each, so that nobody waits in front of a silent terminal. */
@FunctionalInterface
public interface Progress {
    /** Never throws. */
    void step(String message);

    /** Swallows everything: for tests. */
    static Progress silent() {
        return message -> {};
    }

    /** A line per step; standard error is the place for it, standard output belongs to results. */
    static Progress to(PrintStream stream) {
        return stream::println;
    }
}
