package io.deskpulse.demo.shop;

import java.util.List;

/**
 * What makes a shop: language, size, habits and goods.
 *
 * @param id the shop's id
 * @param language of buyers, accounts and goods
 * @param volume how much happens on an ordinary day at scale 1
 * @param staff who works there at scale 1
 * @param hourlyWeights 24 weights: when buyers come, see {@link ArrivalCurve}
 * @param skus the goods, not empty
 */
public record ShopProfile(
        String id, Language language, Volume volume, Staff staff, List<Integer> hourlyWeights, List<Sku> skus) {

    /** The language of a shop, and the file of its phrases. */
    public enum Language {
        /** Chinese. */
        ZH,
        /** English. */
        EN
    }

    /**
     * How much happens on an ordinary day.
     *
     * @param chats conversations that buyers begin
     * @param silentOrders orders without a conversation before them
     * @param calls incoming calls
     */
    public record Volume(double chats, double silentOrders, double calls) {}

    /**
     * Who works there.
     *
     * @param names names of the accounts; a number is added when there are more accounts than names
     * @param accounts accounts that chat
     * @param hotline accounts that take calls
     * @param opensAtHour when the first shift begins, 0 to 23; the last ends 17 hours later
     * @param robotRatio share of chats that the robot receives, 0 to 1
     */
    public record Staff(List<String> names, int accounts, int hotline, int opensAtHour, double robotRatio) {}
}
