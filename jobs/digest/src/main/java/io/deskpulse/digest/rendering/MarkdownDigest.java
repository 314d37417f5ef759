package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestItem;
import io.deskpulse.digest.rendering.DigestText.Line;
import io.deskpulse.digest.rendering.ServiceText.Block;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A digest as Markdown: whole for a terminal, cut to a size for a chat. */
public final class MarkdownDigest {
    /** Of a list that are named in a terminal, and in a chat. */
    private static final int MOST = 10;

    private static final int MOST_OF_A_CHAT = 3;

    private final Digest digest;
    private final DigestText text;
    private final CorrectionText correction;
    private final ServiceText service;

    /** A digest in the language of the words. */
    public MarkdownDigest(Digest digest, Words words) {
        this.digest = digest;
        this.text = new DigestText(digest, words);
        this.correction = new CorrectionText(digest, text);
        this.service = new ServiceText(digest, text);
    }

    /** All of it. */
    public String whole() {
        return text(digest.items().size(), MOST, true);
    }

    /**
     * As many items as fit, without quotes, and of lists the first; of lists fewer when no item fits, and no more than the beginning when
     * nothing else helps.
     *
     * @param mostBytes largest size in UTF-8
     */
    public String within(int mostBytes) {
        for (int items = digest.items().size(); items >= 0; items--) {
            String some = text(items, MOST_OF_A_CHAT, false);
            if (bytes(some) <= mostBytes) {
                return some;
            }
        }
        String least = text(0, 1, false);
        int end = least.length();
        while (bytes(least.substring(0, end)) > mostBytes) {
            end = least.offsetByCodePoints(end, -1);
        }
        return least.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String text(int items, int most, boolean isWhole) {
        Words words = text.words();
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(words.text("title"))
                .append(words.text("colon"))
                .append(plain(digest.shop().name()));
        out.append(", ").append(text.period()).append("\n\n");
        if (digest.isCorrection()) {
            out.append("**").append(words.text("correction")).append("**").append(words.text("colon"));
            out.append(correction.why()).append("\n\n");
            List<String> moved = correction.moved(most);
            moved.forEach(line -> out.append("- ").append(plain(line)).append('\n'));
            out.append(moved.isEmpty() ? "" : "\n");
        }
        out.append(words.text("summary.items"))
                .append(words.text("colon"))
                .append(digest.totals().items());
        out.append(" · ")
                .append(words.text("summary.cases"))
                .append(words.text("colon"))
                .append(digest.totals().cases());
        out.append(" · ")
                .append(words.text("summary.lost"))
                .append(words.text("colon"))
                .append(text.money(digest.totals().lost()));
        if (!digest.products().equals("*")) {
            out.append(" · ").append(words.text("products", plain(digest.products())));
        }
        out.append("\n\n");
        if (digest.items().isEmpty()) {
            out.append(words.text("none")).append("\n\n");
        }
        digest.items().stream().limit(items).forEach(item -> item(item, isWhole, out));
        int more = digest.more() + digest.items().size() - items;
        if (more > 0) {
            out.append(words.text("more", more)).append("\n\n");
        }
        service(most, out);
        out.append(text.made()).append('\n');
        return out.toString();
    }

    private void item(DigestItem item, boolean isWhole, StringBuilder out) {
        out.append("## ")
                .append(plain(text.heading(item)))
                .append(" (")
                .append(item.id())
                .append(")\n\n");
        out.append("**").append(text.state(item)).append("**");
        String owner = text.owner(item);
        out.append(owner.isEmpty() ? "" : " · " + plain(owner)).append("\n\n");
        text.lines(item).forEach(line -> line(line, out));
        if (isWhole && !item.quotes().isEmpty()) {
            out.append("- ")
                    .append(text.words().text("label.quotes"))
                    .append(text.words().text("colon").strip())
                    .append('\n');
            item.quotes()
                    .forEach(quote -> out.append("  > ").append(plain(quote)).append('\n'));
        }
        out.append('\n');
    }

    private void service(int most, StringBuilder out) {
        for (Block block : service.blocks(most)) {
            out.append("## ").append(block.title()).append("\n\n");
            block.lines().forEach(line -> line(line, out));
            out.append('\n');
        }
    }

    private void line(Line line, StringBuilder out) {
        out.append("- ");
        if (!line.label().isEmpty()) {
            out.append(plain(line.label())).append(text.words().text("colon"));
        }
        out.append(line.isBad() ? "**" + plain(line.text()) + "**" : plain(line.text()))
                .append('\n');
    }

    /** What others wrote must not become links, images or headings. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|!])", "\\\\$1").replaceAll("[\\r\\n]+", " ");
    }
}
