package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.KnowledgePart;
import io.deskpulse.digest.content.KnowledgePart.ArticleEffect;
import io.deskpulse.digest.content.KnowledgePart.ContactRate;
import io.deskpulse.digest.content.KnowledgePart.TopicGap;
import io.deskpulse.digest.content.ServicePart;
import io.deskpulse.digest.content.ServicePart.Escalations;
import io.deskpulse.digest.content.ServicePart.Promises;
import io.deskpulse.digest.rendering.DigestText.Line;
import io.deskpulse.metrics.defects.RateChange.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The sentences of the second part of a digest: questions, articles, promises and escalations. */
final class ServiceText {
    /** What feeds and people call something is no longer than this in a digest, as chats take few bytes. */
    private static final int LONGEST_NAME = 60;

    private final ServicePart service;
    private final DigestText text;
    private final Words words;

    ServiceText(Digest digest, DigestText text) {
        this.service = digest.service();
        this.text = text;
        this.words = text.words();
    }

    /** Some lines and what heads them. */
    record Block(String title, List<Line> lines) {}

    /**
     * All of it.
     *
     * @param most of each list that are named, the rest is counted
     */
    List<Block> blocks(int most) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(words.text("service.title"), kinds(most)));
        if (service.knowledge() != null) {
            blocks.add(new Block(words.text("knowledge.title"), gaps(service.knowledge(), most)));
            if (!service.knowledge().articles().isEmpty()) {
                blocks.add(new Block(words.text("articles.title"), articles(service.knowledge(), most)));
            }
        }
        Line promises = new Line(
                words.text("promises.title"), promises(), service.promises().overdue() > 0);
        Line escalations = new Line(words.text("escalations.title"), escalations(), false);
        blocks.add(new Block(words.text("handled.title"), List.of(promises, escalations)));
        return blocks;
    }

    private List<Line> kinds(int most) {
        List<Line> lines = new ArrayList<>();
        if (service.gaps().isEmpty()) {
            lines.add(bullet(words.text("service.none")));
        }
        service.gaps().stream()
                .limit(most)
                .map(gap -> words.text(
                        "service.gap", shortened(words.name(gap.kind())), gap.firstContacts(), gap.tickets()))
                .forEach(gap -> lines.add(bullet(gap)));
        lines.add(bullet(words.text("service.gap.all", service.firstContacts(), service.tickets())));
        return lines;
    }

    private List<Line> gaps(KnowledgePart knowledge, int most) {
        List<Line> lines = new ArrayList<>();
        if (knowledge.gaps().isEmpty()) {
            lines.add(bullet(words.text("knowledge.none", knowledge.days())));
        }
        knowledge.gaps().stream().limit(most).forEach(gap -> lines.add(bullet(gap(gap, knowledge.days()))));
        more(knowledge.gaps().size() - most, knowledge.moreGaps(), "knowledge.more", lines);
        return lines;
    }

    private String gap(TopicGap gap, int days) {
        String rate = rate(gap.rate());
        String asked = gap.cause() == null
                ? words.text("knowledge.asked", topic(gap.topic()), gap.rate().contacts(), days)
                : words.text(
                        "knowledge.asked.per",
                        topic(gap.topic()),
                        gap.rate().contacts(),
                        days,
                        rate,
                        cause(gap.cause()));
        return asked
                + words.text(
                        "knowledge.settled",
                        gap.firstContacts(),
                        gap.tickets(),
                        gap.shopFirstContacts(),
                        gap.shopTickets());
    }

    private List<Line> articles(KnowledgePart knowledge, int most) {
        List<Line> lines = new ArrayList<>();
        knowledge.articles().stream().limit(most).forEach(one -> lines.add(article(one)));
        more(knowledge.articles().size() - most, knowledge.moreArticles(), "articles.more", lines);
        return lines;
    }

    private Line article(ArticleEffect one) {
        String label = words.text("articles.label", shortened(one.title()), topic(one.topic()), one.published());
        String verdict = one.change().verdict() == Verdict.DOWN && one.change().ratio() == 0
                ? words.text("change.DOWN.gone", Words.number(one.change().high()))
                : text.verdict(one.change(), one.days());
        String rates = one.cause() == null
                ? ""
                : words.text("articles.rates", rate(one.before()), rate(one.after()), cause(one.cause()));
        return new Line(label, verdict + rates, one.change().verdict() == Verdict.UP);
    }

    private void more(int unnamed, int unlisted, String key, List<Line> lines) {
        int more = Math.max(0, unnamed) + unlisted;
        if (more > 0) {
            lines.add(bullet(words.text(key, more)));
        }
    }

    private static Line bullet(String sentence) {
        return new Line("", sentence, false);
    }

    private String rate(ContactRate rate) {
        return rate.perHundred() == null ? words.text("insufficient") : Words.number(rate.perHundred());
    }

    private String topic(String code) {
        return shortened(words.topic(code));
    }

    private String cause(String code) {
        return words.text("cause." + code);
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private String promises() {
        Promises promises = service.promises();
        return words.text("promises", promises.made(), promises.kept(), promises.late(), promises.overdue());
    }

    private String escalations() {
        Escalations up = service.escalations();
        return words.text(
                "escalations",
                up.supervisor(),
                up.department(),
                up.platform(),
                up.interventions(),
                up.forBuyer(),
                up.forSeller());
    }
}
