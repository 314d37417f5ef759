package io.deskpulse.ops.articles;

import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.tables.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The articles of a server: its table {@code article_log}, and the view {@code articles} over it. */
public final class ArticleStore {
    private static final String INSERT =
            "INSERT INTO deskpulse.article_log (shop_id, article_id, version, topic, title,"
                    + " terms, published, changed, withdrawn) SETTINGS async_insert = 0 VALUES ";

    private final ClickHouseSql clickHouse;

    /** The articles of a server. */
    public ArticleStore(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Puts articles beside those that the server knows; of one that it knows, these words hold from now on. Titles and terms are stored
     * without personal data.
     */
    public void apply(List<Article> articles) {
        if (articles.isEmpty()) {
            return;
        }
        String version = clickHouse
                .query("SELECT toString(max(version) + 1) FROM deskpulse.article_log", row -> row.getString(1))
                .get(0);
        clickHouse.update(
                INSERT + articles.stream().map(article -> row(article, version)).collect(Collectors.joining(", ")));
    }

    /**
     * One line for each article, by topic.
     *
     * @param shop those of this shop and of every shop; null for all
     */
    public Table list(String shop) {
        List<List<String>> rows = clickHouse.query(
                "SELECT topic, article_id, shop_id, title, toString(published), toString(changed), toString(withdrawn)"
                        + " FROM deskpulse.articles WHERE ? = '' OR shop_id IN ('', ?)"
                        + " ORDER BY topic, published, article_id",
                row -> Arrays.asList(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3).isEmpty() ? "every shop" : row.getString(3),
                        TextRedaction.redact(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                shop == null ? "" : shop,
                shop == null ? "" : shop);
        return new Table(List.of("topic", "article", "shop", "title", "published", "changed", "withdrawn"), rows);
    }

    private static String row(Article article, String version) {
        return "("
                + String.join(
                        ", ",
                        ClickHouseHttp.literal(article.shop()),
                        ClickHouseHttp.literal(article.id()),
                        version,
                        ClickHouseHttp.literal(article.topic()),
                        ClickHouseHttp.literal(TextRedaction.redact(article.title())),
                        article.terms().stream()
                                .map(TextRedaction::redact)
                                .map(ClickHouseHttp::literal)
                                .collect(Collectors.joining(", ", "[", "]")),
                        day(article.published()),
                        day(article.changed()),
                        day(article.withdrawn()))
                + ")";
    }

    private static String day(LocalDate day) {
        return day == null ? "NULL" : "'" + day + "'";
    }
}
