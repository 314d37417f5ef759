package io.deskpulse.digest.reading;

import io.deskpulse.digest.content.ServicePart;
import io.deskpulse.digest.content.ServicePart.Escalations;
import io.deskpulse.digest.content.ServicePart.Gap;
import io.deskpulse.digest.content.ServicePart.Promises;
import io.deskpulse.metrics.privacy.TextRedaction;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import java.util.List;

/** What a digest says of the service of a shop. */
final class ServiceRows {
    /** Fewest settled tickets of a kind of case that may be a gap. */
    private static final int LEAST_TICKETS = 5;

    private static final int MOST_GAPS = 5;

    private final ClickHouseSql clickHouse;
    private final DigestQuestion asked;

    ServiceRows(ClickHouseSql clickHouse, DigestQuestion asked) {
        this.clickHouse = clickHouse;
        this.asked = asked;
    }

    ServicePart read() {
        List<Gap> kinds = clickHouse.query(
                """
                SELECT coalesce(tickets.reason, tickets.category, '') AS kind, count(), countIf(done.first_contact)
                FROM
                (
                    SELECT ticket_id, first_contact
                    FROM deskpulse.resolutions_between(from_day = '%s', to_day = '%s', at = '%s')
                    WHERE shop_id = ? AND state != 'provisional'
                ) AS done
                INNER JOIN
                (
                    SELECT ticket_id, reason, category FROM deskpulse.tickets
                    WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?)
                ) AS tickets ON done.ticket_id = tickets.ticket_id
                GROUP BY kind
                ORDER BY count() - countIf(done.first_contact) DESC, kind
                """.formatted(asked.period().from(), asked.period().to().minusDays(1), asked.serviceAtText()),
                row -> new Gap(TextRedaction.redact(row.getString(1)), row.getLong(2), row.getLong(3)),
                asked.shop(),
                asked.shop(),
                asked.period().from().toString(),
                asked.period().to().toString());
        long tickets = kinds.stream().mapToLong(Gap::tickets).sum();
        long firstContacts = kinds.stream().mapToLong(Gap::firstContacts).sum();
        List<Gap> gaps = kinds.stream()
                .filter(kind -> !kind.kind().isEmpty() && kind.tickets() >= LEAST_TICKETS)
                .filter(kind -> kind.firstContacts() * tickets < firstContacts * kind.tickets())
                .limit(MOST_GAPS)
                .toList();
        return new ServicePart(
                asked.serviceAt(),
                tickets,
                firstContacts,
                gaps,
                new KnowledgeRows(clickHouse, asked).read(),
                promises(),
                escalations());
    }

    private Promises promises() {
        return clickHouse
                .query(
                        """
                        WITH toDateTime64(?, 3, 'UTC') AS until, ifNull(kept_at <= until, false) AS is_kept
                        SELECT count(), countIf(is_kept AND ifNull(kept_at <= due_at, false)),
                            countIf(is_kept AND ifNull(kept_at > due_at, false)),
                            countIf(NOT is_kept AND ifNull(due_at < until, false))
                        FROM deskpulse.promises
                        WHERE shop_id = ? AND day >= toDate(?) AND day < toDate(?) AND isNotNull(made_at)
                        """,
                        row -> new Promises(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        asked.serviceAtText(),
                        asked.shop(),
                        asked.period().from().toString(),
                        asked.period().to().toString())
                .get(0);
    }

    private Escalations escalations() {
        return clickHouse
                .query(
                        """
                        SELECT countIf(is_new AND ifNull(escalated_to = 'SUPERVISOR', false)),
                            countIf(is_new AND ifNull(escalated_to = 'DEPARTMENT', false)),
                            countIf(is_new AND ifNull(escalated_to = 'PLATFORM', false)),
                            countIf(ifNull(intervened_at >= ? AND intervened_at < ?, false)),
                            countIf(is_ruled AND ifNull(ruled_for = 'BUYER', false)),
                            countIf(is_ruled AND ifNull(ruled_for = 'SELLER', false))
                        FROM
                        (
                            SELECT
                                escalated_to, intervened_at, ruled_for,
                                day >= toDate(?) AND day < toDate(?) AS is_new,
                                ifNull(ruled_at >= ? AND ruled_at < ?, false) AS is_ruled
                            FROM deskpulse.tickets
                            WHERE shop_id = ? AND status != 'MERGED' AND day >= toDate(?) - 120 AND day < toDate(?)
                        )
                        """,
                        row -> new Escalations(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)),
                        asked.beginsText(),
                        asked.endsText(),
                        asked.period().from().toString(),
                        asked.period().to().toString(),
                        asked.beginsText(),
                        asked.endsText(),
                        asked.shop(),
                        asked.period().from().toString(),
                        asked.period().to().toString())
                .get(0);
    }
}
