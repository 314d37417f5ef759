package io.deskpulse.digest.content;

import io.deskpulse.digest.content.KnowledgePart.ArticleEffect;
import io.deskpulse.digest.content.KnowledgePart.TopicGap;
import io.deskpulse.digest.content.ServicePart.Escalations;
import io.deskpulse.digest.content.ServicePart.Gap;
import io.deskpulse.digest.content.ServicePart.Promises;
import io.deskpulse.metrics.defects.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A number of the second part that a correction changes.
 *
 * @param part where it stands
 * @param name of the kind of case, topic or article that it is of; empty where it is of all
 * @param number what it counts
 * @param told as it was told before
 * @param now as it is now
 */
public record MovedNumber(Part part, String name, Counted number, long told, long now) {

    /** A part of what a digest says of the service. */
    public enum Part {
        KINDS,
        KNOWLEDGE,
        ARTICLES,
        PROMISES,
        ESCALATIONS
    }

    /** What is counted. */
    public enum Counted {
        TICKETS,
        FIRST_CONTACTS,
        CONTACTS,
        CONTACTS_BEFORE,
        CONTACTS_AFTER,
        MADE,
        KEPT,
        LATE,
        OVERDUE,
        INTERVENTIONS,
        FOR_BUYER,
        FOR_SELLER
    }

    /**
     * Numbers that moved too far. Of kinds, topics and articles those that both tell of; not how many tickets went up to whom, as that
     * is what became of them later, and no correction.
     *
     * @param now as of the same instant as {@code told}
     */
    static List<MovedNumber> between(ServicePart told, ServicePart now, Movement movement) {
        List<MovedNumber> all = new ArrayList<>();
        all.add(new MovedNumber(Part.KINDS, "", Counted.TICKETS, told.tickets(), now.tickets()));
        all.add(new MovedNumber(Part.KINDS, "", Counted.FIRST_CONTACTS, told.firstContacts(), now.firstContacts()));
        pairs(told.gaps(), now.gaps(), Gap::kind).forEach(pair -> {
            all.add(pair.moved(Part.KINDS, Counted.TICKETS, Gap::tickets));
            all.add(pair.moved(Part.KINDS, Counted.FIRST_CONTACTS, Gap::firstContacts));
        });
        if (told.knowledge() != null && now.knowledge() != null) {
            knowledge(told.knowledge(), now.knowledge(), all);
        }
        Pair<Promises> promises = new Pair<>("", told.promises(), now.promises());
        all.add(promises.moved(Part.PROMISES, Counted.MADE, Promises::made));
        all.add(promises.moved(Part.PROMISES, Counted.KEPT, Promises::kept));
        all.add(promises.moved(Part.PROMISES, Counted.LATE, Promises::late));
        all.add(promises.moved(Part.PROMISES, Counted.OVERDUE, Promises::overdue));
        Pair<Escalations> up = new Pair<>("", told.escalations(), now.escalations());
        all.add(up.moved(Part.ESCALATIONS, Counted.INTERVENTIONS, Escalations::interventions));
        all.add(up.moved(Part.ESCALATIONS, Counted.FOR_BUYER, Escalations::forBuyer));
        all.add(up.moved(Part.ESCALATIONS, Counted.FOR_SELLER, Escalations::forSeller));
        return all.stream().filter(one -> movement.isTooFar(one.told, one.now)).toList();
    }

    private static void knowledge(KnowledgePart told, KnowledgePart now, List<MovedNumber> all) {
        pairs(told.gaps(), now.gaps(), TopicGap::topic).forEach(pair -> {
            all.add(pair.moved(
                    Part.KNOWLEDGE, Counted.CONTACTS, gap -> gap.rate().contacts()));
            all.add(pair.moved(Part.KNOWLEDGE, Counted.TICKETS, TopicGap::tickets));
            all.add(pair.moved(Part.KNOWLEDGE, Counted.FIRST_CONTACTS, TopicGap::firstContacts));
        });
        pairs(told.articles(), now.articles(), ArticleEffect::title).forEach(pair -> {
            all.add(pair.moved(
                    Part.ARTICLES, Counted.CONTACTS_BEFORE, one -> one.before().contacts()));
            all.add(pair.moved(
                    Part.ARTICLES, Counted.CONTACTS_AFTER, one -> one.after().contacts()));
        });
    }

    /** Those that both lists have, in the order of the first; of several of one name the first. */
    private static <T> List<Pair<T>> pairs(List<T> told, List<T> now, Function<T, String> name) {
        Map<String, T> after = now.stream().collect(Collectors.toMap(name, one -> one, (one, other) -> one));
        return told.stream()
                .filter(one -> after.containsKey(name.apply(one)))
                .map(one -> new Pair<>(name.apply(one), one, after.get(name.apply(one))))
                .toList();
    }

    private record Pair<T>(String name, T told, T now) {
        MovedNumber moved(Part part, Counted number, Function<T, Long> count) {
            return new MovedNumber(part, name, number, count.apply(told), count.apply(now));
        }
    }
}
