package io.deskpulse.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayEndReportTest {
    private static final Instant CLOSING = Instant.parse("2026-11-11T15:00:00Z");
    private static final OpenItem QUEUED =
            new OpenItem("WAIT", "c1", null, Instant.parse("2026-11-11T14:58:00Z"), null, "0123456789abcdef", "CHAT");
    private static final OpenItem LATE = new OpenItem(
            "TICKET",
            "t1",
            "anna",
            Instant.parse("2026-11-10T01:00:00Z"),
            Instant.parse("2026-11-11T01:00:00Z"),
            "b2",
            "REFUND, HIGH");
    private static final OpenItem PROMISED = new OpenItem(
            "PROMISE",
            "p1",
            "anna",
            Instant.parse("2026-11-11T02:00:00Z"),
            Instant.parse("2026-11-12T01:00:00Z"),
            "b3",
            "CALL_BACK");

    @Test
    void tellsPeopleWhoOwesWhat() {
        assertThat(report(QUEUED, LATE, PROMISED).text()).isEqualTo("""
                        Shop s1 at 2026-11-11 23:00:00 (Asia/Shanghai): 3 open (promise 1, ticket 1, wait 1), 1 overdue

                        Nobody: 1 open (wait 1)
                        kind  id  since                due    buyer          detail
                        WAIT  c1  2026-11-11 22:58:00         0123456789ab…  CHAT

                        anna: 2 open (promise 1, ticket 1), 1 overdue
                        kind     id  since                due                           buyer  detail
                        TICKET   t1  2026-11-10 09:00:00  2026-11-11 09:00:00  overdue  b2     REFUND, HIGH
                        PROMISE  p1  2026-11-11 10:00:00  2026-11-12 09:00:00           b3     CALL_BACK
                        """);
    }

    @Test
    void saysThatNothingIsOpen() {
        assertThat(report().text()).isEqualTo("Shop s1 at 2026-11-11 23:00:00 (Asia/Shanghai): nothing open\n");
        assertThat(report().json()).isEqualTo("[ ]\n");
    }

    @Test
    void isALineForEachItem() {
        assertThat(report(QUEUED, LATE).csv()).isEqualTo("""
                        shop_id,kind,id,owner,opened_at,due_at,overdue,buyer_id,detail
                        s1,WAIT,c1,,2026-11-11T22:58:00+08:00,,false,0123456789abcdef,CHAT
                        s1,TICKET,t1,anna,2026-11-10T09:00:00+08:00,2026-11-11T09:00:00+08:00,true,b2,"REFUND, HIGH"
                        """);
    }

    @Test
    void isAnObjectForEachItem() throws IOException {
        JsonNode json = new ObjectMapper().readTree(report(QUEUED, LATE).json());

        assertThat(json).hasSize(2);
        assertThat(json.get(0).get("owner").isNull()).isTrue();
        assertThat(json.get(0).get("buyer_id").asText()).isEqualTo("0123456789abcdef");
        assertThat(json.get(1).get("due_at").asText()).isEqualTo("2026-11-11T09:00:00+08:00");
        assertThat(json.get(1).get("overdue").asBoolean()).isTrue();
    }

    @Test
    void nothingIsOverdueAtTheInstantItIsDue() {
        assertThat(LATE.isOverdueAt(LATE.dueAt())).isFalse();
        assertThat(LATE.isOverdueAt(LATE.dueAt().plusMillis(1))).isTrue();
        assertThat(QUEUED.isOverdueAt(CLOSING)).isFalse();
    }

    private static DayEndReport report(OpenItem... items) {
        return new DayEndReport("s1", CLOSING, ZoneId.of("Asia/Shanghai"), List.of(items));
    }
}
