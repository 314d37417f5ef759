package io.deskpulse.imports.run;

import static io.deskpulse.imports.report.RecordClass.MAPPED;
import static io.deskpulse.imports.report.RecordClass.REFUSED;
import static io.deskpulse.imports.report.RecordClass.SEEN_AGAIN;
import static io.deskpulse.imports.report.RecordClass.UNKNOWN;
import static io.deskpulse.imports.report.RecordClass.WITHOUT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.imports.report.Report;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What samples in the real shape of each source give, worked out by hand. */
class SamplesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void chatwoot() {
        Samples.Done done = run("chatwoot", "chatwoot-sample.ndjson");
        Report report = done.importer().report();

        assertThat(done.events()).hasSize(26);
        assertThat(types(done, "chat"))
                .isEqualTo(Map.of(
                        "ConversationOpened",
                        2L,
                        "MessageSent",
                        16L,
                        "BotHandedOff",
                        1L,
                        "AgentAssigned",
                        2L,
                        "ConversationTransferred",
                        1L,
                        "ConversationClosed",
                        2L,
                        "RatingInvited",
                        1L,
                        "ConversationRated",
                        1L));
        assertThat(report.events().bySender().counts())
                .isEqualTo(Map.of("BUYER", 7L, "AGENT", 4L, "BOT_AUTO", 3L, "INTERNAL_NOTE", 2L));
        classes(report, 30, 26, 3, 1);
        assertThat(report.isImperfect()).isFalse();
    }

    @Test
    void intercom() {
        Samples.Done done = run("intercom", "intercom-sample.ndjson");
        Report report = done.importer().report();

        assertThat(types(done, "chat"))
                .isEqualTo(Map.of(
                        "ConversationOpened",
                        2L,
                        "MessageSent",
                        17L,
                        "BotHandedOff",
                        1L,
                        "AgentAssigned",
                        1L,
                        "ConversationTransferred",
                        1L,
                        "ConversationClosed",
                        3L,
                        "RatingInvited",
                        1L,
                        "ConversationRated",
                        1L));
        assertThat(report.events().bySender().counts())
                .isEqualTo(Map.of("BUYER", 7L, "AGENT", 7L, "BOT_AUTO", 1L, "BOT_ASSISTED", 1L, "INTERNAL_NOTE", 1L));
        assertThat(report.withoutEvent().counts()).isEqualTo(Map.of("snoozed", 1L, "unsnoozed", 1L));
        classes(report, 2, 2, 0, 0);
        assertThat(report.read(true)).isEqualTo(21);
    }

    @Test
    void gorgias() {
        Samples.Done done = run("gorgias", "gorgias-sample.ndjson");
        Report report = done.importer().report();

        assertThat(done.events()).hasSize(19);
        assertThat(report.withoutEvent().counts()).isEqualTo(Map.of("not sent", 1L, "buyer's message of a ticket", 2L));
        classes(report, 9, 8, 0, 1);
        assertThat(done.events())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "TicketOpened",
                                "\"order_id\":\"1001\"",
                                "\"priority\":\"P3\"",
                                "\"complaint\":true",
                                "\"reason\":\"damaged\""));
    }

    @Test
    void zammad() {
        Samples.Done done = run("zammad", "zammad-sample.ndjson");

        assertThat(done.events()).hasSize(15);
        assertThat(done.importer().report().read(false)).isEqualTo(22);
        assertThat(done.events())
                .anySatisfy(
                        line -> assertThat(line).contains("TicketOpened", "zm-51301", "\"P2\"", "\"complaint\":true"));
    }

    @Test
    void zendesk() {
        Samples.Done done = run("zendesk", "zendesk-sample.ndjson");

        assertThat(types(done, "tickets"))
                .isEqualTo(Map.of(
                        "TicketOpened",
                        2L,
                        "TicketAssigned",
                        2L,
                        "TicketReplied",
                        4L,
                        "TicketPaused",
                        1L,
                        "TicketResumed",
                        1L,
                        "TicketResolved",
                        2L,
                        "TicketReopened",
                        1L,
                        "TicketClosed",
                        1L,
                        "TicketMerged",
                        1L));
        classes(done.importer().report(), 22, 12, 9, 1);
        assertThat(done.events())
                .anySatisfy(line -> assertThat(line).contains("TicketOpened", "zd-9101", "\"order_id\":\"1001\""));
    }

    @Test
    void shopifyByEitherDoor() {
        Samples.Done json = run("shopify", "shopify-sample.ndjson");
        Samples.Done csv = run("shopify", "shopify-orders_export-sample.csv");

        assertThat(types(json, "orders"))
                .isEqualTo(Map.of(
                        "OrderCreated",
                        3L,
                        "OrderPaid",
                        2L,
                        "ParcelShipped",
                        1L,
                        "RefundRequested",
                        3L,
                        "RefundSucceeded",
                        2L,
                        "OrderClosed",
                        1L));
        assertThat(types(csv, "orders"))
                .isEqualTo(Map.of(
                        "OrderCreated",
                        3L,
                        "OrderPaid",
                        2L,
                        "ParcelShipped",
                        1L,
                        "RefundSucceeded",
                        1L,
                        "OrderClosed",
                        1L));
        assertThat(json.importer().report().withoutEvent().of("test order")).isPositive();
        assertThat(json.importer().report().notes().of("refund pending")).isEqualTo(1);
        assertThat(csv.importer().report().losses().counts())
                .containsOnlyKeys("refunds without a time: the latest time of their row was taken");
    }

    @Test
    void woocommerce() {
        Samples.Done done = run("woocommerce", "woocommerce-sample.ndjson");

        assertThat(types(done, "orders"))
                .isEqualTo(Map.of(
                        "OrderCreated",
                        4L,
                        "OrderPaid",
                        2L,
                        "RefundRequested",
                        3L,
                        "RefundSucceeded",
                        3L,
                        "OrderClosed",
                        1L));
        assertThat(done.events())
                .anySatisfy(
                        line -> assertThat(line).contains("\"sku_id\":\"v45\",\"quantity\":3,\"unit_price_fen\":1667"));
    }

    @Test
    void taobao() {
        Samples.Done done = run("taobao", "taobao-sample.ndjson");

        assertThat(done.events()).hasSize(24);
        assertThat(done.events())
                .anySatisfy(line -> assertThat(line)
                        .contains("ConversationClosed", "2026-11-13T01:59:59.999Z", "\"reason\":\"IDLE\""));
        assertThat(done.importer().report().notes().counts()).isEqualTo(Map.of("deposit only", 1L));
        assertThat(done.importer().report().events().repliesByAccount()).containsOnlyKeys("兰月家居:小美", "兰月家居:阿杰");
    }

    @Test
    void csv() {
        ImportOptions options = Samples.options(
                "csv",
                List.of(Samples.file("csv-chat-sample.csv"), Samples.file("csv-orders-sample.csv")),
                null,
                Map.of(),
                Samples.file("csv-sample.yaml"));
        Samples.Done done = Samples.run(options);
        Report report = done.importer().report();

        assertThat(types(done, "chat")).isEqualTo(Map.of("MessageSent", 7L));
        assertThat(types(done, "orders")).isEqualTo(Map.of("OrderCreated", 3L, "OrderPaid", 2L, "RefundSucceeded", 1L));
        assertThat(report.refused())
                .extracting(refused -> refused.place().line())
                .containsExactly(10L, 11L);
    }

    private static Samples.Done run(String source, String file) {
        return Samples.run(source, List.<Path>of(Samples.file(file)), SHANGHAI, Map.of());
    }

    private static Map<String, Long> types(Samples.Done done, String stream) {
        return done.importer().report().events().byStream().get(stream).counts();
    }

    private static void classes(Report report, long read, long mapped, long without, long again) {
        assertThat(report.read(false)).isEqualTo(read);
        assertThat(report.count(false, MAPPED)).isEqualTo(mapped);
        assertThat(report.count(false, WITHOUT_EVENT)).isEqualTo(without);
        assertThat(report.count(false, SEEN_AGAIN)).isEqualTo(again);
        assertThat(report.count(false, UNKNOWN)).isZero();
        assertThat(report.count(false, REFUSED)).isZero();
    }
}
