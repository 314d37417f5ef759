package io.deskpulse.bench.peers.engines;

/** One way to answer the question. */
interface Engine extends AutoCloseable {
    /**
     * Answers it for a topic from the beginning, and returns when every row of it is in a log of this process and what is needed to go on
     * from there is safe.
     */
    void run(Topic topic) throws Exception;

    @Override
    default void close() throws Exception {}
}
