package io.deskpulse.local.watch;

/**
 * A job in Flink's list.
 *
 * @param state as Flink calls it: RUNNING, RESTARTING, …
 * @param startMillis when it was submitted, epoch ms
 */
record ListedJob(String id, String name, String state, long startMillis) {
    boolean isRunning() {
        return state.equals("RUNNING");
    }
}
