package io.deskpulse.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.timeline.Anchor;
import io.deskpulse.metrics.timeline.Forms;
import io.deskpulse.metrics.timeline.Retention;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one buyer costs in keyed state, with ids as long as real ones; a guard against a codec that grows unnoticed. */
class BuyerStateSizeTest {
    private static final String ORDER = "2026111122001480539912";

    @Test
    void aBuyerWhoAsksAndBuysTakesLessThanAKilobyte() {
        Story story = new Story().in("conv-8843201").asks("10:00:00").replies("10:00:20", "lanyue:xiaoli");
        for (int i = 1; i <= 5; i++) {
            story.asks("10:0%d:00".formatted(i)).replies("10:0%d:30".formatted(i), "lanyue:xiaoli");
        }
        story.creates("10:10:00", ORDER)
                .reminds("10:25:00", ORDER, "lanyue:xiaoli")
                .pays("10:30:00", ORDER, 99_800)
                .on("2026-11-14")
                .happens("09:00:00", BuyerEvent.Kind.PARCEL_SIGNED, ORDER);

        assertThat(automatonBytes(story.events())).isBetween(80, 140);
        assertThat(entryBytes(story.events())).isBetween(300, 600);
    }

    @Test
    void aBuyerWhoOnlyAsksTakesLittle() {
        Story story = new Story()
                .in("conv-8843201")
                .asks("10:00:00")
                .replies("10:00:20", "lanyue:xiaoli")
                .asks("10:01:00");

        assertThat(automatonBytes(story.events())).isLessThan(100);
        assertThat(entryBytes(story.events())).isLessThan(100);
    }

    private static int automatonBytes(List<BuyerEvent> events) {
        ConversionDerivation derivation = Story.derivation(Retention.BUYERS);
        BuyerState state = derivation.replay(events.iterator(), Retention.BUYERS, row -> {});
        return Forms.bytes(BuyerStateForm.INSTANCE, state).length;
    }

    private static int entryBytes(List<BuyerEvent> events) {
        Anchor anchor = BuyerEventForm.INSTANCE.anchor(events.get(0));
        return events.stream()
                .mapToInt(event -> Forms.bytes(BuyerEventForm.INSTANCE, event, anchor).length)
                .sum();
    }
}
