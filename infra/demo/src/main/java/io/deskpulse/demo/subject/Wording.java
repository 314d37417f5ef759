package io.deskpulse.demo.subject;

import io.deskpulse.demo.script.Dice;
import io.deskpulse.demo.shop.Buyer;
import io.deskpulse.demo.shop.Phrases;
import io.deskpulse.demo.shop.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases with the placeholders of one story filled in: goods, price, and the invented data of the buyer.
 *
 * <p>Goes through each section in turn from a random line on: nobody says the same thing twice in a row.
 */
public final class Wording {

    private final Phrases phrases;
    private final Dice dice;
    private final Buyer buyer;
    private final Sku sku;
    private final Map<String, Integer> lineBySection = new HashMap<>(4);

    Wording(Phrases phrases, Dice dice, Buyer buyer, Sku sku) {
        this.phrases = phrases;
        this.dice = dice;
        this.buyer = buyer;
        this.sku = sku;
    }

    /** The product whose name and price are filled in. */
    public Sku sku() {
        return sku;
    }

    /** The next phrase of a section. */
    public String of(String section) {
        List<String> lines = phrases.section(section);
        Integer last = lineBySection.get(section);
        int line = last == null ? dice.between(0, lines.size() - 1) : (last + 1) % lines.size();
        lineBySection.put(section, line);
        return filled(lines.get(line));
    }

    private String filled(String phrase) {
        if (phrase.indexOf('{') < 0) {
            return phrase;
        }
        return phrase.replace("{sku}", sku.name())
                .replace("{price}", price())
                .replace("{name}", buyer.name())
                .replace("{phone}", buyer.phone())
                .replace("{address}", buyer.address())
                .replace("{n}", Integer.toString(dice.between(2, 48)));
    }

    private String price() {
        long fen = sku.priceFen();
        String cents = fen % 100 == 0 ? "" : String.format(".%02d", fen % 100);
        return fen / 100 + cents;
    }
}
