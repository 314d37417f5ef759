package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.Moved;
import io.deskpulse.digest.content.MovedNumber;
import io.deskpulse.digest.content.MovedNumber.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a correction corrects: which numbers moved, from what to what. */
final class CorrectionText {
    private final Digest digest;
    private final DigestText text;
    private final Words words;

    CorrectionText(Digest digest, DigestText text) {
        this.digest = digest;
        this.text = text;
        this.words = text.words();
    }

    String why() {
        return words.text("correction.why", digest.version());
    }

    /**
     * A sentence for each that moved: all items together, items, then what the second part tells of.
     *
     * @param most that are named, the rest is counted
     */
    List<String> moved(int most) {
        List<String> all = new ArrayList<>();
        digest.moved().forEach(one -> all.add(moved(one)));
        all.addAll(numbers());
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most) {
            lines.add(words.text("moved.more", all.size() - most));
        }
        return lines;
    }

    /** A sentence for all numbers of one kind of case, topic or article. */
    private List<String> numbers() {
        Map<String, List<String>> byHeading = new LinkedHashMap<>();
        for (MovedNumber one : digest.movedNumbers()) {
            byHeading
                    .computeIfAbsent(heading(one), heading -> new ArrayList<>())
                    .add(words.text("moved." + one.number(), one.told(), one.now()));
        }
        List<String> lines = new ArrayList<>();
        byHeading.forEach(
                (heading, moved) -> lines.add(words.text("moved", heading, String.join(words.text("joint"), moved))));
        return lines;
    }

    private String heading(MovedNumber one) {
        if (one.part() == Part.KINDS && one.name().isEmpty()) {
            return words.text("moved.tickets.all");
        }
        String title = words.text("moved.part." + one.part());
        return switch (one.part()) {
            case KINDS -> title + " · " + ServiceText.shortened(words.name(one.name()));
            case KNOWLEDGE -> title + " · " + ServiceText.shortened(words.topic(one.name()));
            case ARTICLES -> title + " · " + ServiceText.shortened(one.name());
            case PROMISES, ESCALATIONS -> title;
        };
    }

    private String moved(Moved one) {
        List<String> parts = new ArrayList<>();
        if (one.cases() != one.casesTold()) {
            parts.add(words.text("moved.cases", one.casesTold(), one.cases()));
        }
        if (one.exposures() != one.exposuresTold()) {
            parts.add(words.text("moved.exposures", one.exposuresTold(), one.exposures()));
        }
        if (one.lost() != one.lostTold()) {
            parts.add(words.text("moved.lost", text.money(one.lostTold()), text.money(one.lost())));
        }
        String what = one.isOfAll() ? words.text("moved.all") : text.heading(one.sku(), one.attribute());
        return words.text("moved", what, String.join(words.text("joint"), parts));
    }
}
