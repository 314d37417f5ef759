package io.deskpulse.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final TopicPartition CHAT = new TopicPartition("chat", 0);
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    @Test
    void countsWhatIsNeitherReadNorReflected() {
        Backlog backlog =
                new Backlog(Map.of(CHAT, 100L, ORDERS, 50L), Map.of(CHAT, 60L, ORDERS, 45L), Map.of(CHAT, 90L));

        assertThat(backlog.unread()).isEqualTo(10 + 5);
        assertThat(backlog.firstUnreflected()).isEqualTo(Map.of(CHAT, 60L, ORDERS, 45L));
    }

    @Test
    void partitionsThatAreReflectedToTheirEndHoldNothingBack() {
        Backlog backlog = new Backlog(Map.of(CHAT, 100L, ORDERS, 0L), Map.of(CHAT, 100L), Map.of());

        assertThat(backlog.unread()).isZero();
        assertThat(backlog.firstUnreflected()).isEmpty();
    }

    @Test
    void aPositionPastTheEndIsNoNegativeBacklog() {
        // A topic that was deleted and made anew.
        Backlog backlog = new Backlog(Map.of(CHAT, 10L, ORDERS, 5L), Map.of(CHAT, 70L), Map.of());

        assertThat(backlog.unread()).isEqualTo(5);
        assertThat(backlog.firstUnreflected()).isEqualTo(Map.of(ORDERS, 0L));
    }
}
