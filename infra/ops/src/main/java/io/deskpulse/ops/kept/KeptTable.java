package io.deskpulse.ops.kept;

import java.util.List;

/**
 * What a table keeps.
 *
 * @param whose whom its rows are of
 * @param why the rows are nobody's own or hidden; empty where {@code whose} says all
 * @param buyer what is true of rows of a buyer, in SQL with {@code {buyer}} for the hash; empty when no row tells of one
 * @param parts what grows old in it, each for itself: the rows, then columns
 */
public record KeptTable(String name, Whose whose, String why, String buyer, List<AgingPart> parts) {
    private static final String BUYER = "{buyer}";

    /** Copies the list. */
    public KeptTable {
        parts = List.copyOf(parts);
    }

    /** Whom the rows of a table are of. */
    public enum Whose {
        /** The shop that {@code shop_id} names. */
        SHOP,
        /** The same, and those of an empty {@code shop_id} of every shop. */
        SHOP_OR_ALL,
        /** No shop's own. */
        ALL,
        /** Nobody's who reads some shops only. */
        HIDDEN
    }

    /** Whether its rows tell of buyers. */
    public boolean hasBuyers() {
        return !buyer.isEmpty();
    }

    /**
     * What is true of the rows of a buyer.
     *
     * @param literal the hash as a literal of SQL
     */
    public String ofBuyer(String literal) {
        return buyer.replace(BUYER, literal);
    }
}
