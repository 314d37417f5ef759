package io.deskpulse.metrics.recovery;

/**
 * A day below the target, and what its leaving does to the window.
 *
 * @param epochDay the day, in days since 1970-01-01
 * @param rate what it scored, below the target
 * @param leavesOn the first day whose window no longer holds it, in days since 1970-01-01
 * @param after the window that ends on {@code leavesOn}, as far as its days are known; without a value when nothing is left of them
 */
public record Leaving(int epochDay, Rate rate, int leavesOn, Rate after) {}
