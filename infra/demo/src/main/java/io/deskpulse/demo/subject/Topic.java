package io.deskpulse.demo.subject;

import java.util.List;
import java.util.Locale;

/** What a buyer asks about. */
public enum Topic {
    STOCK(false),
    SIZE(false),
    DISCOUNT(false),
    PAYMENT(false),
    INVOICE(false),
    DELIVERY(true),
    ADDRESS(true),
    RETURN(true),
    QUALITY(true);

    /** Questions before an order. */
    static final List<Topic> BEFORE_SALE = List.of(STOCK, STOCK, SIZE, SIZE, DISCOUNT, DISCOUNT, PAYMENT, INVOICE);

    /** Questions after one. */
    static final List<Topic> AFTER_SALE =
            List.of(DELIVERY, DELIVERY, DELIVERY, ADDRESS, RETURN, RETURN, QUALITY, INVOICE);

    private final boolean afterSale;

    Topic(boolean afterSale) {
        this.afterSale = afterSale;
    }

    /** Whether it is about an order that exists. */
    public boolean isAfterSale() {
        return afterSale;
    }

    /** The phrases about it of one speaker: {@code ask}, {@code bot} or {@code reply}. */
    public String section(String speaker) {
        return speaker + '.' + name().toLowerCase(Locale.ROOT);
    }
}
