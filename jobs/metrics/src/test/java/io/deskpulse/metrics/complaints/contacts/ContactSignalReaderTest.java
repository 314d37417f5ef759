package io.deskpulse.metrics.complaints.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.metrics.complaints.Orders;
import io.deskpulse.metrics.complaints.ToldSignals;
import io.deskpulse.metrics.complaints.contacts.ContactEvent.Kind;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hotspots are told of a conversation. */
class ContactSignalReaderTest {
    @Test
    void itCountsOnceAndUnderProductAndGroupAsSoonAsTheyAreKnown() {
        assertThat(told(
                        event("01:00:00", Kind.BUYER_SPOKE, null, null),
                        event("01:10:00", Kind.BUYER_SPOKE, null, "k1"),
                        event("01:20:00", Kind.ANSWERED, "a", "k2"),
                        event("01:30:00", Kind.ANSWERED, "b", null)))
                .containsExactly(
                        "01:00 CONVERSATION SHOP  1",
                        "01:10 CONVERSATION SKU k1 1",
                        "01:20 CONVERSATION AGENT_GROUP night 1");
    }

    @Test
    void withTheRobotItCountsWhenAPersonIsAskedFor() {
        assertThat(told(
                        event("01:00:00", Kind.OPENED_AT_ROBOT, null, null),
                        event("01:10:00", Kind.BUYER_SPOKE, null, "k1"),
                        event("01:20:00", Kind.AT_HUMAN, null, null)))
                .containsExactly("01:20 CONVERSATION SHOP  1", "01:20 CONVERSATION SKU k1 1");
        assertThat(told(
                        event("01:00:00", Kind.OPENED_AT_ROBOT, null, null),
                        event("01:10:00", Kind.BUYER_SPOKE, null, "k1")))
                .isEmpty();
    }

    @Test
    void anAccountOfNoGroupMakesNoCell() {
        assertThat(told(
                        event("01:00:00", Kind.ANSWERED, "nobody", null),
                        event("01:10:00", Kind.ANSWERED, "a", null),
                        complaint("02:00:00")))
                .containsExactly("01:00 CONVERSATION SHOP  1", "02:00 complains 2 since 01:00 null null null null");
    }

    @Test
    void aComplaintIsCompletedWithWhatIsKnownThen() {
        assertThat(told(
                        complaint("00:30:00"),
                        event("01:00:00", Kind.BUYER_SPOKE, null, "k1"),
                        complaint("01:05:00"),
                        event("01:20:00", Kind.ANSWERED, "a", null),
                        complaint("02:00:00")))
                .contains(
                        "00:30 complains 2 since ? null null null null",
                        "01:05 complains 2 since 01:00 k1 null null null",
                        "02:00 complains 2 since 01:00 k1 null null night");
    }

    private static List<String> told(ContactEvent... events) {
        ContactSignalReader reader =
                new ContactSignalReader((shop, account) -> account.equals("nobody") ? null : "night");
        ContactSignals state = new ContactSignals();
        ToldSignals told = new ToldSignals();
        for (ContactEvent event : events) {
            reader.read(state, event, told);
        }
        return told.lines();
    }

    private static ContactEvent event(String time, Kind kind, String account, String sku) {
        return new ContactEvent("s1", "c1", time, Orders.millis(time), kind, account, sku, null);
    }

    private static ContactEvent complaint(String time) {
        long at = Orders.millis(time);
        Complaint complaint = new Complaint(at, time, 2, 7L, Complaint.UNKNOWN, null, null, null, null);
        return new ContactEvent("s1", "c1", time, at, Kind.COMPLAINED, null, null, complaint);
    }
}
