package io.deskpulse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.events.ChatEvent;
import io.deskpulse.schemas.EventValidity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatLoadTest {

    @Test
    void isValidInTimeOrderAndTheSameForASeed() {
        ChatLoad load = new ChatLoad(7, 50, 1_000_000_000_000L, 3_600_000, 5_000);
        ChatLoad again = new ChatLoad(7, 50, 1_000_000_000_000L, 3_600_000, 5_000);
        List<ChatEvent> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(load.next());
            assertThat(again.next()).isEqualTo(events.get(i));
        }

        assertThat(events)
                .allSatisfy(event -> assertThat(EventValidity.check(event)).isNull());
        assertThat(events).extracting(ChatEvent::getEventTime).isSorted();
        assertThat(events).extracting(ChatEvent::getEventId).doesNotHaveDuplicates();
    }
}
