package io.deskpulse.digest.rendering;

import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestItem;
import io.deskpulse.digest.rendering.DigestText.Line;
import io.deskpulse.digest.rendering.ServiceText.Block;
import java.nio.charset.StandardCharsets;

/**
 * A digest as HTML that mail programs show: tables and inline styles, no script, style sheet, image or link to anywhere.
 *
 * <p>Outlook draws with the engine of Word, which knows neither rounded corners nor maximum widths nor margins of blocks: cells have
 * padding, borders and backgrounds, and the outer table a width in percent. Colours are such that a dark mode that turns them round
 * leaves them readable.
 */
public final class HtmlDigest {
    private static final String FONT =
            "font-family:'Segoe UI',Helvetica,Arial,'PingFang SC','Microsoft YaHei',sans-serif;";
    private static final String TABLE =
            "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"border-collapse:collapse;\">";
    private static final String GREY = "color:#5f6b7a;";

    /** Gmail cuts what is larger than 102 KB. */
    private static final int MOST_BYTES = 95_000;

    /** Of a list that are named. */
    private static final int MOST = 10;

    private final Digest digest;
    private final DigestText text;
    private final StringBuilder out = new StringBuilder();

    /** A digest in the language of the words. */
    public HtmlDigest(Digest digest, Words words) {
        this.digest = digest;
        this.text = new DigestText(digest, words);
    }

    /** The document, with as many items as fit into what mail programs show: the costliest first, the rest counted. */
    public String document() {
        String all = whole();
        if (bytes(all) <= MOST_BYTES) {
            return all;
        }
        int fits = 0;
        int most = digest.items().size();
        while (fits + 1 < most) {
            int middle = (fits + most) / 2;
            boolean isSmall = bytes(new HtmlDigest(digest.withItems(middle), text.words()).whole()) <= MOST_BYTES;
            fits = isSmall ? middle : fits;
            most = isSmall ? most : middle;
        }
        return new HtmlDigest(digest.withItems(fits), text.words()).whole();
    }

    private static int bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8).length;
    }

    private String whole() {
        out.setLength(0);
        Words words = text.words();
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.append("<meta name=\"color-scheme\" content=\"light dark\"><title>");
        out.append(escape(text.subject())).append("</title></head>\n");
        out.append("<body style=\"margin:0;padding:0;background-color:#eef1f5;\">\n")
                .append(TABLE);
        out.append("<tr><td align=\"center\" style=\"padding:12px 6px;\">");
        // Outlook knows no max-width, and gets a table of that width around it.
        out.append("<!--[if mso]><table role=\"presentation\" width=\"680\"><tr><td><![endif]-->");
        out.append("<div style=\"max-width:680px;text-align:left;\">")
                .append(TABLE)
                .append('\n');
        head();
        digest.items().forEach(this::item);
        if (digest.items().isEmpty()) {
            row(
                    "padding:16px;background-color:#ffffff;",
                    paragraph("font-size:13px;color:#1b2733;", escape(words.text("none"))));
        }
        if (digest.more() > 0) {
            row(
                    "padding:10px 16px;background-color:#ffffff;",
                    paragraph("font-size:13px;" + GREY, escape(words.text("more", digest.more()))));
        }
        service();
        row(
                "padding:12px 16px;",
                paragraph("font-size:12px;" + GREY, escape(text.made()))
                        + paragraph("font-size:12px;" + GREY, escape(text.footer())));
        out.append("</table></div><!--[if mso]></td></tr></table><![endif]--></td></tr></table>\n</body></html>\n");
        return out.toString();
    }

    private void head() {
        Words words = text.words();
        StringBuilder head = new StringBuilder();
        head.append(paragraph("font-size:20px;font-weight:bold;color:#ffffff;", escape(words.text("title"))));
        head.append(paragraph(
                "font-size:14px;color:#dfe6ee;",
                escape(digest.shop().name() + " · " + text.period())
                        + (digest.products().equals("*")
                                ? ""
                                : "<br>" + escape(words.text("products", digest.products())))));
        row("padding:16px;background-color:#1f3a5f;", head.toString());
        correction();
        String figures = TABLE + "<tr>"
                + figure(
                        words.text("summary.items"),
                        Integer.toString(digest.totals().items()))
                + figure(
                        words.text("summary.cases"),
                        Long.toString(digest.totals().cases()))
                + figure(words.text("summary.lost"), text.money(digest.totals().lost()))
                + "</tr></table>";
        row("padding:12px 16px;background-color:#ffffff;border-bottom:8px solid #eef1f5;", figures);
    }

    private void correction() {
        if (!digest.isCorrection()) {
            return;
        }
        CorrectionText correction = new CorrectionText(digest, text);
        StringBuilder said = new StringBuilder();
        said.append("<b>").append(escape(text.words().text("correction"))).append("</b> · ");
        said.append(escape(correction.why()));
        correction.moved(MOST).forEach(line -> said.append("<br>").append(escape(line)));
        row("padding:10px 16px;background-color:#fff3cd;", paragraph("font-size:13px;color:#664d03;", said.toString()));
    }

    private static String figure(String label, String value) {
        return "<td width=\"33%\" valign=\"top\" style=\"" + FONT + "color:#1b2733;\"><span style=\"font-size:12px;"
                + GREY
                + "\">" + escape(label) + "</span><br><span style=\"font-size:20px;font-weight:bold;\">" + escape(value)
                + "</span></td>";
    }

    private void item(DigestItem item) {
        StringBuilder card = new StringBuilder(TABLE);
        card.append("<tr><td style=\"").append(FONT).append("font-size:16px;font-weight:bold;color:#1b2733;\">");
        card.append(escape(text.heading(item)))
                .append("</td><td align=\"right\" valign=\"top\" style=\"")
                .append(FONT);
        card.append("font-size:12px;white-space:nowrap;padding-left:8px;")
                .append(GREY)
                .append("\">");
        card.append(escape(item.id())).append("</td></tr></table>");
        String owner = text.owner(item);
        card.append(paragraph(
                "font-size:13px;color:#1b2733;padding:4px 0;",
                "<span style=\"background-color:" + background(item) + ";color:#ffffff;padding:2px 6px;\">&nbsp;"
                        + escape(text.state(item)) + "&nbsp;</span>"
                        + (owner.isEmpty() ? "" : " &nbsp;" + escape(owner))));
        card.append(TABLE);
        text.lines(item).forEach(line -> line(line, card));
        card.append("</table>");
        if (!item.quotes().isEmpty()) {
            card.append(paragraph(
                    "font-size:12px;padding-top:6px;" + GREY,
                    escape(text.words().text("label.quotes"))));
            item.quotes()
                    .forEach(quote -> card.append(TABLE)
                            .append("<tr><td style=\"border-left:3px solid #c4ccd6;padding:2px 0 2px 8px;")
                            .append(FONT)
                            .append("font-size:13px;color:#3b4754;\">")
                            .append(escape(quote))
                            .append("</td></tr></table>"));
        }
        row("padding:14px 16px;background-color:#ffffff;border-bottom:8px solid #eef1f5;", card.toString());
    }

    private static String background(DigestItem item) {
        return switch (item.life().state()) {
            case "REOPENED" -> "#b42318";
            case "FIXED" -> "#1a7f4b";
            case "FIXING", "ACKNOWLEDGED" -> "#1d5fa8";
            case "NOT_A_DEFECT" -> "#5f6b7a";
            default -> "#8a5a00";
        };
    }

    private static void line(Line line, StringBuilder card) {
        card.append("<tr><td width=\"34%\" valign=\"top\" style=\"").append(FONT);
        card.append("font-size:13px;padding:3px 8px 3px 0;")
                .append(GREY)
                .append("\">")
                .append(escape(line.label()));
        card.append("</td><td valign=\"top\" style=\"").append(FONT).append("font-size:13px;padding:3px 0;");
        card.append(line.isBad() ? "font-weight:bold;color:#b42318;" : "color:#1b2733;")
                .append("\">");
        card.append(escape(line.text())).append("</td></tr>\n");
    }

    private void service() {
        for (Block block : new ServiceText(digest, text).blocks(MOST)) {
            StringBuilder part = new StringBuilder();
            part.append(paragraph("font-size:16px;font-weight:bold;color:#1b2733;", escape(block.title())));
            part.append(TABLE);
            block.lines().forEach(line -> {
                if (line.label().isEmpty()) {
                    bullet(line.text(), part);
                } else {
                    line(line, part);
                }
            });
            part.append("</table>");
            row("padding:14px 16px;background-color:#ffffff;", part.toString());
        }
    }

    private static void bullet(String sentence, StringBuilder part) {
        part.append("<tr><td colspan=\"2\" style=\"")
                .append(FONT)
                .append("font-size:13px;color:#1b2733;padding:3px 0;\">");
        part.append(escape(sentence)).append("</td></tr>\n");
    }

    private void row(String style, String content) {
        out.append("<tr><td style=\"")
                .append(style)
                .append("\">")
                .append(content)
                .append("</td></tr>\n");
    }

    private static String paragraph(String style, String content) {
        return "<div style=\"" + FONT + "line-height:1.5;" + style + "\">" + content + "</div>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
