package io.deskpulse.ops;

/** Whether the process is ending by a signal: what fails then fails because its ground is being taken away. */
public final class Shutdown {
    private static volatile boolean begun;

    private Shutdown() {}

    /** Says that it has begun; nothing takes that back. */
    public static void begin() {
        begun = true;
    }

    /** Whether {@link #begin} was called in this process. */
    public static boolean hasBegun() {
        return begun;
    }
}
