package io.deskpulse.streaming.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.conversion.BuyerDayFacts;
import io.deskpulse.metrics.conversion.BuyerFacts;
import io.deskpulse.metrics.conversion.OrderFacts;
import io.deskpulse.metrics.conversion.RandomBuyers;
import io.deskpulse.metrics.conversion.Story;
import io.deskpulse.metrics.conversion.TroubleFacts;
import io.deskpulse.streaming.sinks.RowStatement;
import io.deskpulse.streaming.sinks.TableContract;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is inserted is what the migrations say. */
class ConversionTablesTest {

    @ParameterizedTest
    @CsvSource({
        "V020__order_facts.sql, order_facts",
        "V021__order_trouble_facts.sql, order_trouble_facts",
        "V022__buyer_days.sql, buyer_days"
    })
    void valuesAreTheColumnsInTheirOrderAndTypes(String migration, String table) throws IOException {
        TableContract contract = TableContract.of(migration, table);
        int rows = 0;
        for (int seed = 0; seed < 50; seed++) {
            for (BuyerFacts facts : Story.derive(
                    RandomBuyers.events(seed, "b1", 40, Duration.ofHours(5).toMillis()))) {
                RowStatement<BuyerRow> statement = BuyerRows.statement(facts);
                if (statement.table().equals(table)) {
                    contract.assertFits(statement, new BuyerRow("s1", "b1", facts));
                    rows++;
                }
            }
        }

        assertThat(rows).isPositive();
    }

    @Test
    void anOrdersRowReadsAsTheStoryWasTold() {
        OrderFacts order = new Story()
                .asks("10:00:00")
                .replies("10:01:00", "a")
                .creates("10:02:00", "o1")
                .pays("10:03:00", "o1", 100)
                .refunds("10:04:00", "o1", "r1", 130)
                .order("o1");
        Instant created = Instant.parse("2026-11-11T02:02:00Z");
        LocalDate day = LocalDate.parse("2026-11-11");

        assertThat(new OrderStatement().values(new BuyerRow("s1", "b1", order)))
                .containsExactly(
                        "s1",
                        "o1",
                        "b1",
                        5L,
                        created,
                        day,
                        false,
                        created.plusSeconds(60),
                        day,
                        100L,
                        130L,
                        1,
                        null,
                        "",
                        null,
                        "",
                        "a",
                        "a",
                        "a",
                        "",
                        List.of("REFUND_ABOVE_PAID"));
    }

    @Test
    void aTroublesRowReadsAsTheStoryWasTold() {
        TroubleFacts trouble = new Story()
                .creates("10:00:00", "o1")
                .detects("10:01:00", "o1", "t1", "OUT_OF_STOCK")
                .replies("10:02:00", "a")
                .trouble("t1");
        Instant detected = Instant.parse("2026-11-11T02:01:00Z");

        assertThat(new TroubleStatement().values(new BuyerRow("s1", "b1", trouble)))
                .containsExactly(
                        "s1",
                        "o1",
                        "t1",
                        "b1",
                        3L,
                        "OUT_OF_STOCK",
                        LocalDate.parse("2026-11-11"),
                        detected,
                        detected.plusSeconds(60),
                        true,
                        "a",
                        null);
    }

    @Test
    void aBuyersDayReadsAsTheStoryWasToldAndKeepsNothingOfTheState() {
        Story story =
                new Story().closes("09:00:00", "o9", "UNPAID").asks("10:00:00").replies("10:01:00", "a");
        BuyerDayFacts day = story.day("2026-11-11");

        assertThat(new BuyerDayStatement().values(new BuyerRow("s1", "b1", day)))
                .containsExactly(
                        "s1",
                        LocalDate.parse("2026-11-11"),
                        "b1",
                        3L,
                        Instant.parse("2026-11-11T02:01:00Z"),
                        List.of("a"),
                        false,
                        false,
                        false,
                        false,
                        0,
                        List.of("o9"),
                        List.of("ORDER_CLOSED"));
        assertThat(new BuyerDayStatement().values(new BuyerRow("s1", "b1", day))[5])
                .isNotSameAs(day.accounts());
    }
}
