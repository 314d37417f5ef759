package io.deskpulse.local.cli;

import io.deskpulse.ops.clickhouse.ClickHouseHttp;
import java.io.IOException;

/**
 * A shop s1 in Shanghai, told in UTC: four rounds of account a on each of three days, and on 2026-11-11 something open of every kind.
 */
final class LedgerFacts {
    private final ClickHouseHttp clickHouse;

    LedgerFacts(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    void insert() throws IOException {
        rounds("2026-10-25", 100, 200, 300, 400);
        rounds("2026-11-05", 10, 20, 100, 1_000);
        rounds("2026-11-20", 90, 90, 90, 180);
        waits();
        others();
    }

    /** One conversation a round, answered after so many seconds. */
    private void rounds(String day, int... seconds) throws IOException {
        for (int i = 0; i < seconds.length; i++) {
            clickHouse.query(
                    ("INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, asked_for_human,"
                                    + " first_question_at, first_question_second, `rounds.opened_at`, `rounds.opened_second`, `rounds.handler`,"
                                    + " `rounds.account`, `rounds.answered_at`, `rounds.reply_sender`, `rounds.end_reason`, `rounds.auto_replied`,"
                                    + " `rounds.buyer_messages`) SELECT 's1', '{day}', '{day}/{i}', 2, true, opened, 36000, [opened], [36000],"
                                    + " ['HUMAN'], ['a'], [opened + {seconds}], ['AGENT'], [''], [false], [1]"
                                    + " FROM (SELECT toDateTime64('{day} 02:00:00', 3, 'UTC') AS opened)")
                            .replace("{day}", day)
                            .replace("{i}", String.valueOf(i))
                            .replace("{seconds}", String.valueOf(seconds[i])));
        }
    }

    /** w1: queued 10:00, a 10:02, b 10:05, answered 10:10; w2: queued 10:30 to the close at 11:30; w3: of b, open since 11:45. */
    private void waits() throws IOException {
        String columns =
                "INSERT INTO deskpulse.conversation_days (shop_id, day, conversation_id, version, buyer_id, channel,"
                        + " `waits.opened_at`, `waits.answered_at`, `waits.answered_day`, `waits.answered_by`, `waits.closed_at`,"
                        + " `waits.account`, `handovers.wait`, `handovers.at`, `handovers.account`) VALUES ('s1', '2026-11-11', ";
        clickHouse.query(columns
                + "'w1', 9, 'x1', 'CHAT', ['2026-11-11 02:00:00'], ['2026-11-11 02:10:00'], ['2026-11-11'], ['b'], [NULL], [''],"
                + " [1, 1], ['2026-11-11 02:02:00', '2026-11-11 02:05:00'], ['a', 'b'])");
        clickHouse.query(columns
                + "'w2', 9, 'x2', 'CHAT', ['2026-11-11 02:30:00'], [NULL], ['1970-01-01'], [''], ['2026-11-11 03:30:00'], [''],"
                + " [], [], [])");
        clickHouse.query(
                columns
                        + "'w3', 9, 'x3', 'CHAT', ['2026-11-11 03:45:00'], [NULL], ['1970-01-01'], [''], [NULL], ['b'], [], [], [])");
    }

    /**
     * Ticket t1 of a, of b since 11:50: opened 10:01, resolved 10:30, open again from 10:40 to 10:50 and since 11:40. Order o1: created
     * 10:01, reminded by nobody at 10:03 after a consult of a, paid 10:40. Promise p1 of a: made 10:01, due 10:05, kept 11:10.
     */
    private void others() throws IOException {
        clickHouse.query(
                "INSERT INTO deskpulse.ticket_facts (shop_id, ticket_id, version, day, buyer_id, category, first_event_at,"
                        + " opened_at, assignee, first_resolved_at, last_resolved_at, last_reopened_at, `spells.opened_at`,"
                        + " `spells.ended_at`, `assignees.at`, `assignees.account`) VALUES ('s1', 't1', 8, '2026-11-11', 'x4',"
                        + " 'REFUND', '2026-11-11 02:01:00', '2026-11-11 02:01:00', 'b', '2026-11-11 02:30:00', '2026-11-11 02:50:00',"
                        + " '2026-11-11 03:40:00', ['2026-11-11 02:01:00', '2026-11-11 02:40:00', '2026-11-11 03:40:00'],"
                        + " ['2026-11-11 02:30:00', '2026-11-11 02:50:00', NULL], ['2026-11-11 02:02:00', '2026-11-11 03:50:00'],"
                        + " ['a', 'b'])");
        clickHouse.query(
                "INSERT INTO deskpulse.order_facts (shop_id, order_id, buyer_id, version, created_at, created_day, reminded_at,"
                        + " order_agent, paid_at, paid_day, paid_fen) VALUES ('s1', 'o1', 'x5', 3, '2026-11-11 02:01:00', '2026-11-11',"
                        + " '2026-11-11 02:03:00', 'a', '2026-11-11 02:40:00', '2026-11-11', 100)");
        clickHouse.query(
                "INSERT INTO deskpulse.contact_facts (shop_id, conversation_id, version, day, buyer_id, channel,"
                        + " `promises.promise_id`, `promises.day`, `promises.account`, `promises.kind`, `promises.made_at`, `promises.due_at`,"
                        + " `promises.kept_at`) VALUES ('s1', 'w9', 2, '2026-11-11', 'x6', 'CHAT', ['p1'], ['2026-11-11'], ['a'], ['CALL_BACK'],"
                        + " ['2026-11-11 02:01:00'], ['2026-11-11 02:05:00'], ['2026-11-11 03:10:00'])");
    }
}
