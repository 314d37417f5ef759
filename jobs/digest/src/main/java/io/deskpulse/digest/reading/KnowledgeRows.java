package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.Change;
import io.deskpulse.digest.content.KnowledgePart;
import io.deskpulse.digest.content.KnowledgePart.ArticleEffect;
import io.deskpulse.digest.content.KnowledgePart.ContactRate;
import io.deskpulse.digest.content.KnowledgePart.TopicGap;
import io.deskpulse.digest.content.Rate;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Which questions no article answers, and what became of those that one does. */
final class KnowledgeRows {
    /** A day or a week has too few contacts of one topic. */
    private static final int DAYS = 28;

    /** Days from the publication of an article on of which its effect is told. */
    private static final int FOLLOWED_DAYS = 28;

    private static final int MOST = 5;

    private final ClickHouseSql clickHouse;
    private final DigestQuestion asked;

    KnowledgeRows(ClickHouseSql clickHouse, DigestQuestion asked) {
        this.clickHouse = clickHouse;
        this.asked = asked;
    }

    KnowledgePart read() {
        List<TopicGap> gaps = gaps();
        List<ArticleEffect> articles = articles();
        return new KnowledgePart(
                DAYS,
                gaps.stream().limit(MOST).toList(),
                Math.max(0, gaps.size() - MOST),
                articles.stream().limit(MOST).toList(),
                Math.max(0, articles.size() - MOST));
    }

    private List<TopicGap> gaps() {
        return clickHouse.query(
                """
                SELECT topic, cause, contacts, ifNull(causes, 0), first_contact, resolutions, shop_first_contact,
                    shop_resolutions
                FROM deskpulse.knowledge_gaps_between(from_day = '%s', to_day = '%s')
                WHERE shop_id = ? AND is_gap
                ORDER BY contacts DESC, topic
                """.formatted(asked.period().to().minusDays(DAYS), lastDay()), KnowledgeRows::gap, asked.shop());
    }

    private static TopicGap gap(ResultSet row) throws SQLException {
        return new TopicGap(
                TextRedaction.redact(row.getString(1)),
                row.getString(2),
                ContactRate.of(row.getLong(3), row.getLong(4)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    /** An article is told of as long as one of its days is in the period, so last when all of them are over. */
    private List<ArticleEffect> articles() {
        return clickHouse.query(
                """
                SELECT article_id, title, topic, toString(published), cause, contacts_before, causes_before, contacts_after,
                    causes_after, ifNull(ratio, -1), ifNull(ratio_low, -1), ifNull(ratio_high, -1), after_days
                FROM deskpulse.article_effects_between(from_day = '%s', to_day = '%s')
                WHERE shop_id = ?
                ORDER BY published DESC, article_id
                """.formatted(asked.period().from().minusDays(FOLLOWED_DAYS - 1), lastDay()),
                KnowledgeRows::article,
                asked.shop());
    }

    private static ArticleEffect article(ResultSet row) throws SQLException {
        ContactRate before = ContactRate.of(row.getLong(6), row.getLong(7));
        ContactRate after = ContactRate.of(row.getLong(8), row.getLong(9));
        String id = TextRedaction.redact(row.getString(1));
        return new ArticleEffect(
                id,
                row.getString(2).isEmpty() ? id : TextRedaction.redact(row.getString(2)),
                TextRedaction.redact(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                row.getInt(13),
                row.getString(5),
                before,
                after,
                change(row, before, after));
    }

    /** By the rules of a fix: a week at least, and enough of both sides. */
    private static Change change(ResultSet row, ContactRate before, ContactRate after) throws SQLException {
        Change exact = FixJudgement.of(
                Duration.ofDays(row.getInt(13)),
                Rate.of(before.contacts(), before.causes()),
                Rate.of(after.contacts(), after.causes()));
        boolean isKnown = row.getDouble(10) >= 0 && exact.low() != null;
        return isKnown ? Change.of(row.getDouble(10), row.getDouble(11), row.getDouble(12)) : exact;
    }

    private LocalDate lastDay() {
        return asked.period().to().minusDays(1);
    }
}
