package io.deskpulse.demo.shop;

/** A buyer: the platform's id, and invented personal data that turn up in what they write. */
public record Buyer(String id, String name, String phone, String address) {
    private static final int RANKS = 20;
    private static final int GOLD_RANKS = 4;

    /** How every shop ranks the buyer: one in twenty is VIP, three are GOLD; null for the rest. */
    public String tier() {
        int rank = Math.floorMod(id.hashCode(), RANKS);
        return rank == 0 ? "VIP" : rank < GOLD_RANKS ? "GOLD" : null;
    }
}
