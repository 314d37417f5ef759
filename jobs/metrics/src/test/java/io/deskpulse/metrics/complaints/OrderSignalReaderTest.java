package io.deskpulse.metrics.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hotspots are told of an order. */
class OrderSignalReaderTest {
    private static final List<Reason> REASONS = List.of(
            new Reason("broken", ExposureType.SIGNED),
            new Reason("late", ExposureType.SHIPPED),
            new Reason("rude", ExposureType.CONVERSATION));

    @Test
    void aParcelCountsOnceAndUnderACarrierThatTakesItOverOnceMore() {
        assertThat(told(new Orders()
                        .created("01:00:00", "浙江", "k1", "k2")
                        .shipped("02:00:00", "p1", "SF", "k1")
                        .shipped("03:00:00", "p1", "JD")
                        .shipped("04:00:00", "p1", "SF")))
                .containsExactly(
                        "02:00 SHIPPED SKU k1 1",
                        "02:00 SHIPPED REGION 浙江 1",
                        "02:00 SHIPPED SHOP  1",
                        "02:00 SHIPPED CARRIER SF 1",
                        "03:00 SHIPPED CARRIER JD 1");
    }

    @Test
    void aLineCountsWithTheFirstParcelThatBringsItsProduct() {
        assertThat(told(new Orders()
                                .created("01:00:00", null, "k1", "k2", "k3")
                                .shipped("02:00:00", "p1", "SF", "k1")
                                .shipped("02:00:00", "p2", "JD")
                                .signed("05:00:00", "p1")
                                .signed("05:30:00", "p1")
                                .signed("06:00:00", "p2"))
                        .stream()
                        .filter(signal -> signal.contains("SIGNED")))
                .containsExactly(
                        "05:00 SIGNED SKU k1 1",
                        "05:00 SIGNED CARRIER SF 1",
                        "05:00 SIGNED SHOP  1",
                        "06:00 SIGNED SKU k2 1",
                        "06:00 SIGNED SKU k3 1",
                        "06:00 SIGNED CARRIER JD 2",
                        "06:00 SIGNED SHOP  2");
    }

    @Test
    void aParcelOfWhichNobodyKnowsWhatIsInItBringsOneLine() {
        assertThat(told(new Orders().signed("05:00:00", "p1"))).containsExactly("05:00 SIGNED SHOP  1");
    }

    @Test
    void aComplaintBearsWhatItsExposureWasCountedUnder() {
        Orders order = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .signed("05:00:00", "p1")
                .refund("06:00:00", "r1", "broken")
                .ticket("07:00:00", "t1", "c1", "broken")
                .refund("08:00:00", "r2", "late", "k9");

        assertThat(told(order).stream().filter(signal -> signal.contains("complains")))
                .containsExactly(
                        "06:00 complains 0 since 05:00 k1 浙江 SF null", "08:00 complains 1 since 02:00 null 浙江 SF null");
    }

    @Test
    void aComplaintAboutTheServiceGoesToItsConversation() {
        assertThat(told(new Orders()
                        .ticket("06:00:00", "t1", "c1", "rude")
                        .reviewed("07:00:00", "k1", "rude")
                        .reviewed("08:00:00", "k1", "nobody knows")))
                .containsExactly(
                        "06:00 complains 2 since ? null null null null in c1",
                        "07:00 complains 2 since ? null null null null",
                        "unmapped");
    }

    @Test
    void whatComesTooLateIsRememberedAndNotTold() {
        OrderSignalReader reader = new OrderSignalReader(REASONS);
        OrderSignals state = new OrderSignals();
        List<ComplaintEvent> events = new Orders()
                .created("01:00:00", "浙江", "k1")
                .shipped("02:00:00", "p1", "SF")
                .refund("06:00:00", "r1", "broken")
                .signed("06:30:00", "p1")
                .refund("07:00:00", "r2", "broken")
                .events();
        ToldSignals told = new ToldSignals();

        events.subList(0, 3).forEach(event -> reader.read(state, event, null));
        events.subList(3, 5).forEach(event -> reader.read(state, event, told));

        assertThat(told.lines())
                .containsExactly(
                        "06:30 SIGNED SKU k1 1",
                        "06:30 SIGNED REGION 浙江 1",
                        "06:30 SIGNED CARRIER SF 1",
                        "06:30 SIGNED SHOP  1");
    }

    private static List<String> told(Orders order) {
        OrderSignalReader reader = new OrderSignalReader(REASONS);
        OrderSignals state = new OrderSignals();
        ToldSignals told = new ToldSignals();
        order.events().forEach(event -> reader.read(state, event, told));
        return told.lines();
    }
}
