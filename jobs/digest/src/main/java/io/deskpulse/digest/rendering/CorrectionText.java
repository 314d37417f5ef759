package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.Moved;
import java.util.ArrayList;
import java.util.List;

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
     * A sentence for each that moved, all items together first.
     *
     * @param most that are named, the rest is counted
     */
    List<String> moved(int most) {
        List<String> lines = new ArrayList<>();
        digest.moved().stream().limit(most).forEach(one -> lines.add(moved(one)));
        if (digest.moved().size() > most) {
            lines.add(words.text("moved.more", digest.moved().size() - most));
        }
        return lines;
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
