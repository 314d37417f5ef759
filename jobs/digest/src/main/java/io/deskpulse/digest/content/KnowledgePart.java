package io.deskpulse.digest.content;

import java.time.LocalDate;
import java.util.List;

/**
 * What the knowledge base of a shop leaves open, and what its articles changed.
 *
 * @param days how many up to the end of the period the gaps are of
 * @param gaps topics asked again and again that no article explains, the most contacts first
 * @param moreGaps how many are not listed
 * @param articles those whose 28 days have a day of the period, the latest first
 * @param moreArticles how many are not listed
 */
public record KnowledgePart(
        int days, List<TopicGap> gaps, int moreGaps, List<ArticleEffect> articles, int moreArticles) {
    /** Copies the lists. */
    public KnowledgePart {
        gaps = List.copyOf(gaps);
        articles = List.copyOf(articles);
    }

    /**
     * Contacts about a topic among what leads to them.
     *
     * @param contacts conversations
     * @param causes what they are counted against, summed over days
     * @param perHundred contacts per 100 of them; null where there are too few
     */
    public record ContactRate(long contacts, long causes, Double perHundred) {
        /** Fewest causes of which a rate is told. */
        public static final long LEAST_CAUSES = 30;

        /** The rate of so many contacts. */
        public static ContactRate of(long contacts, long causes) {
            return new ContactRate(
                    contacts, causes, causes < LEAST_CAUSES ? null : Math.round(1e5 * contacts / causes) / 1e3);
        }
    }

    /**
     * A topic without an article.
     *
     * @param topic its code
     * @param cause what its contacts are counted against; null where the taxonomy does not know the topic
     * @param rate of its contacts
     * @param firstContacts of its tickets settled at the first contact
     * @param tickets ever resolved
     * @param shopFirstContacts the same of all topics
     * @param shopTickets the same of all topics
     */
    public record TopicGap(
            String topic,
            String cause,
            ContactRate rate,
            long firstContacts,
            long tickets,
            long shopFirstContacts,
            long shopTickets) {}

    /**
     * What became of the questions that an article answers.
     *
     * @param id of the article
     * @param title what people call it; the id where it has none
     * @param topic of the questions
     * @param published first day on which buyers could read it
     * @param days of the 28 from then on that are over
     * @param cause what contacts are counted against; null where the taxonomy does not know the topic
     * @param before the 28 days before
     * @param after those days
     * @param change from before to after; INSUFFICIENT under a week or with too little of either
     */
    public record ArticleEffect(
            String id,
            String title,
            String topic,
            LocalDate published,
            int days,
            String cause,
            ContactRate before,
            ContactRate after,
            Change change) {}
}
