package io.deskpulse.ops.articles;

import java.time.LocalDate;
import java.util.List;

/**
 * One article of a knowledge base; days are those of the shop.
 *
 * @param shop whose it is; empty for every shop
 * @param id unique within the shop
 * @param topic of questions that it answers
 * @param title what people call it; may be empty
 * @param terms words under which it is found
 * @param published first day on which buyers could read it
 * @param changed day of its last change; null when there was none
 * @param withdrawn first day on which they no longer can; null when they can
 */
public record Article(
        String shop,
        String id,
        String topic,
        String title,
        List<String> terms,
        LocalDate published,
        LocalDate changed,
        LocalDate withdrawn) {
    /** Copies the list. */
    public Article {
        terms = List.copyOf(terms);
    }
}
