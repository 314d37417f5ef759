package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;

/**
 * A person at a desk: one account of the shop.
 *
 * <p>Everybody works alone, so replies slow down with the number of conversations held at once; that is how a promotion shows in
 * the response times.
 */
public final class Account {

    private static final long REPLY_MEDIAN_MILLIS = 20_000;
    private static final double REPLY_SPREAD = 0.8;
    private static final double SLOWDOWN_PER_CONVERSATION = 0.35;

    private final String id;
    private final int capacity;
    private final double pace;
    private int busy;

    /** An account that takes up to {@code capacity} conversations at once; pace 1 is average, 2 twice as slow. */
    Account(String id, int capacity, double pace) {
        this.id = id;
        this.capacity = capacity;
        this.pace = pace;
    }

    /** The account's id, shop:name. */
    public String id() {
        return id;
    }

    /** Whether it holds a conversation. */
    public boolean isBusy() {
        return busy > 0;
    }

    /** How long the next reply takes, in milliseconds, at the present load. */
    public long replyMillis(Dice dice) {
        double slowdown = 1 + SLOWDOWN_PER_CONVERSATION * Math.max(0, busy - 1);
        return 2_000 + dice.around((long) (REPLY_MEDIAN_MILLIS * pace * slowdown), REPLY_SPREAD);
    }

    boolean hasRoom() {
        return busy < capacity;
    }

    double load() {
        return busy / (double) capacity;
    }

    void take() {
        busy++;
    }

    void drop() {
        if (busy == 0) {
            throw new IllegalStateException(id + " holds no conversation to drop");
        }
        busy--;
    }
}
