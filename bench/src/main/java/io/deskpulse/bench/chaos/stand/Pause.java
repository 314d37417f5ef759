package io.deskpulse.bench.chaos.stand;

/** Waiting for what other processes do. */
public final class Pause {
    private Pause() {}

    /**
     * Waits so long.
     *
     * @throws IllegalStateException when interrupted
     */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
