package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.content.Change;
import io.deskpulse.digest.content.Corrections;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestItem;
import io.deskpulse.digest.content.DigestItem.Fix;
import io.deskpulse.digest.content.DigestItem.Loss;
import io.deskpulse.digest.content.DigestItem.Questions;
import io.deskpulse.digest.content.Rate;
import io.deskpulse.metrics.defects.Movement;
import io.deskpulse.metrics.defects.RateChange.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a digest in one language, whatever form they take. */
public final class DigestText {
    private static final int DAYS_A_WEEK = 7;

    private final Digest digest;
    private final Words words;

    /** The sentences of a digest. */
    public DigestText(Digest digest, Words words) {
        this.digest = digest;
        this.words = words;
    }

    /**
     * Something and what is said of it.
     *
     * @param label empty where the text says it all
     * @param isBad whether it should catch the eye
     */
    record Line(String label, String text, boolean isBad) {}

    /** One line for a list of mails. */
    public String subject() {
        String subject = words.text(
                "subject",
                digest.shop().name(),
                period(),
                digest.totals().cases(),
                money(digest.totals().lost()));
        return digest.isCorrection() ? words.text("subject.correction", subject) : subject;
    }

    Words words() {
        return words;
    }

    String period() {
        LocalDate last = digest.period().to().minusDays(1);
        return digest.period().cadence() == Cadence.DAY
                ? words.text("period.day", digest.period().from())
                : words.text("period.week", digest.period().from(), last);
    }

    String made() {
        String made =
                words.text("made", Words.minute(digest.madeAt(), digest.shop().zone()));
        if (digest.correctionPercent() == 0) {
            return made;
        }
        return made + words.text("made.threshold", digest.correctionPercent(), Movement.USUAL.least(), leastMoney());
    }

    String money(long amount) {
        return Words.money(amount, digest.shop().currency(), digest.shop().minorDigits());
    }

    private String leastMoney() {
        return money(Corrections.of(1, digest.shop().minorDigits()).leastMoney());
    }

    String footer() {
        return words.text("footer", digest.shop().name(), digest.shop().zone());
    }

    /** What heads an item. */
    String heading(DigestItem item) {
        return heading(item.sku(), item.attribute());
    }

    String heading(String sku, String attribute) {
        return sku + " · " + words.name(attribute);
    }

    String state(DigestItem item) {
        return words.text("state." + item.life().state());
    }

    /** Who has an item, and until when; empty when nobody has. */
    String owner(DigestItem item) {
        List<String> parts = new ArrayList<>();
        if (item.life().owner() != null) {
            parts.add(words.text("owner", item.life().owner()));
        }
        if (item.life().due() != null) {
            parts.add(words.text("due", item.life().due()));
        }
        return String.join(words.text("joint"), parts);
    }

    /** All that is said of an item but its quotes. */
    List<Line> lines(DigestItem item) {
        List<Line> lines = new ArrayList<>();
        Rate rate = item.rate();
        add(lines, "cases", words.text("cases", rate.cases(), item.buyers(), rate.exposures()), false);
        add(lines, "rate", rate(rate), false);
        add(
                lines,
                "change",
                change(item.change()),
                item.change().verdict().name().equals("UP"));
        if (item.peers() != null) {
            String form = item.peers().isBad() ? "peers.bad" : "peers.usual";
            String text = words.text(
                    form,
                    Words.number(item.peers().typical()),
                    Words.number(item.peers().low()));
            add(lines, "peers", text, item.peers().isBad());
        }
        add(lines, "loss", loss(item.loss()), false);
        add(lines, "first", Words.day(item.firstSeen(), digest.shop().zone()).toString(), false);
        if (item.incident() != null) {
            String form = item.incident().isOpen() ? "incident.open" : "incident.ended";
            add(
                    lines,
                    "incident",
                    words.text(form, item.incident().id()),
                    item.incident().isOpen());
        }
        questions(item, lines);
        handling(item, lines);
        return lines;
    }

    /** Who had talked to an account before, and who had asked about just this. */
    private void questions(DigestItem item, List<Line> lines) {
        if (item.asked() != null) {
            DigestItem.Asked asked = item.asked();
            String text = words.text("asked", asked.ofCases(), asked.cases(), asked.ofOrders(), asked.orders());
            add(lines, "asked", text, false);
        }
        if (item.questions() != null) {
            add(
                    lines,
                    "questions",
                    questions(item.questions()),
                    item.questions().change().verdict() == Verdict.UP);
        }
    }

    /** What people did about it, and what that changed. */
    private void handling(DigestItem item, List<Line> lines) {
        if (item.fix() != null) {
            add(lines, "fix", fix(item.fix()), item.life().state().equals("REOPENED"));
        }
        if (item.severity() != null) {
            add(lines, "severity", item.severity(), false);
        }
        if (item.life().note() != null) {
            add(lines, "note", item.life().note(), false);
        }
    }

    private void add(List<Line> lines, String label, String text, boolean isBad) {
        lines.add(new Line(words.text("label." + label), text, isBad));
    }

    private String rate(Rate rate) {
        return rate.isSufficient()
                ? words.text(
                        "rate", Words.number(rate.perThousand()), Words.number(rate.low()), Words.number(rate.high()))
                : words.text("insufficient");
    }

    private String change(Change change) {
        return switch (change.verdict()) {
            case NO_CHANGE, INSUFFICIENT -> words.text("change." + change.verdict());
            case DOWN ->
                change.ratio() == 0
                        ? words.text("change.DOWN.gone", Words.number(change.high()))
                        : times("change.DOWN", change);
            case UP ->
                change.ratio() == null
                        ? words.text("change.UP.new", Words.number(change.low()))
                        : times("change.UP", change);
        };
    }

    private String times(String key, Change change, Object... more) {
        List<Object> values = new ArrayList<>(
                List.of(Words.number(change.ratio()), Words.number(change.low()), Words.number(change.high())));
        values.addAll(List.of(more));
        return words.text(key, values.toArray());
    }

    private String questions(Questions asked) {
        Change change = asked.change();
        boolean isRatio = change.ratio() != null && change.high() != null;
        String verdict = switch (change.verdict()) {
            case UP, DOWN ->
                isRatio
                        ? times("questions.times", change)
                        : change.verdict() == Verdict.UP
                                ? words.text("questions.only", Words.number(change.low()))
                                : words.text("questions.none", Words.number(change.high()));
            default -> words.text("questions." + change.verdict());
        };
        return words.text(
                "questions",
                asked.askedReturned(),
                asked.asked(),
                asked.othersReturned(),
                asked.others(),
                verdict,
                asked.days());
    }

    private String loss(Loss loss) {
        String key = loss.handlingMinutes() > 0 && loss.handling() == 0 ? "loss.uncosted" : "loss";
        return words.text(
                key,
                money(loss.total()),
                money(loss.refunded()),
                money(loss.compensated()),
                loss.handlingMinutes(),
                money(loss.handling()));
    }

    private String fix(Fix fix) {
        return verdict(fix.change(), fix.days()) + " · "
                + words.text(
                        "fix.rates",
                        fix.before().cases(),
                        fix.before().exposures(),
                        fix.after().cases(),
                        fix.after().exposures());
    }

    /** What became of a rate in some days, for example "down 62 % (41 to 77), 3 weeks". */
    String verdict(Change change, long days) {
        String length = length(days);
        return switch (change.verdict()) {
            case DOWN ->
                words.text(
                        "fix.DOWN",
                        percentLess(change.ratio()),
                        percentLess(change.high()),
                        percentLess(change.low()),
                        length);
            case UP ->
                change.ratio() == null || change.high() == null
                        ? words.text("change.UP.new", Words.number(change.low()))
                        : times("fix.UP", change, length);
            default -> words.text("fix." + change.verdict(), length);
        };
    }

    private static String percentLess(double ratio) {
        return Long.toString(Math.round(100 * (1 - ratio)));
    }

    private String length(long days) {
        boolean isWeeks = days >= DAYS_A_WEEK;
        long count = isWeeks ? days / DAYS_A_WEEK : days;
        String unit = isWeeks ? "week" : "day";
        return count == 1 ? words.text(unit) : words.text(unit + "s", count);
    }
}
