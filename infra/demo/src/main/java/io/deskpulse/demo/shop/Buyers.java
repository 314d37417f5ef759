package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;

/** Who comes to the shop: new buyers, and now and then one of those who came lately. */
final class Buyers {

    private static final int REMEMBERED = 512;
    private static final double COMES_AGAIN_RATIO = 0.15;

    private final Recent<Buyer> known = new Recent<>(REMEMBERED);
    private final Phrases phrases;

    Buyers(Phrases phrases) {
        this.phrases = phrases;
    }

    Buyer next(Dice dice) {
        Buyer again = dice.chance(COMES_AGAIN_RATIO) ? known.any(dice) : null;
        if (again != null) {
            return again;
        }
        Buyer buyer = new Buyer(
                phrases.line("nick", dice) + dice.between(100_000, 9_999_999),
                phrases.line("name", dice),
                phrases.line("phone", dice) + dice.between(10, 99),
                phrases.line("address", dice).replace("{n}", Integer.toString(dice.between(1, 88))));
        known.add(buyer);
        return buyer;
    }
}
