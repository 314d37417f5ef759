package io.deskpulse.demo.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.demo.DemoDays;
import io.deskpulse.demo.DemoOptions;
import io.deskpulse.events.AgentEvent;
import io.deskpulse.events.AgentPresenceChanged;
import io.deskpulse.events.PresenceStatus;
import io.deskpulse.events.ShiftPlanned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ShiftsTest {

    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final Map<PresenceStatus, Set<PresenceStatus>> NEXT = new EnumMap<>(Map.of(
            PresenceStatus.OFFLINE, Set.of(PresenceStatus.ONLINE),
            PresenceStatus.ONLINE, Set.of(PresenceStatus.SUSPENDED, PresenceStatus.OFFLINE),
            PresenceStatus.SUSPENDED, Set.of(PresenceStatus.RESUMED),
            PresenceStatus.RESUMED, Set.of(PresenceStatus.OFFLINE)));

    @Test
    void accountsComePauseAndGo() {
        DemoDays.accounts().forEach((account, events) -> {
            PresenceStatus now = PresenceStatus.OFFLINE;
            for (AgentEvent event : events) {
                if (event.getBody() instanceof AgentPresenceChanged changed) {
                    assertThat(NEXT.get(now)).as("%s", event).contains(changed.getStatus());
                    now = changed.getStatus();
                }
            }
        });
    }

    @Test
    void nobodyComesToWorkWithoutAPlanKnownBefore() {
        DemoDays.accounts().forEach((account, events) -> {
            List<ShiftPlanned> plans = new ArrayList<>();
            for (AgentEvent event : events) {
                Instant now = event.getEventTime();
                if (event.getBody() instanceof ShiftPlanned shift) {
                    plans.add(shift);
                } else if (event.getBody() instanceof AgentPresenceChanged changed
                        && changed.getStatus() == PresenceStatus.ONLINE) {
                    assertThat(plans)
                            .as("%s", event)
                            .anyMatch(shift -> now.plus(EARLY).isAfter(shift.getFrom()) && now.isBefore(shift.getTo()));
                }
            }
        });
    }

    @Test
    void aDemoThatStartsAtNoonFindsPeopleAtWork() {
        DemoOptions noon = DemoOptions.of(2, DemoDays.START.plus(Duration.ofHours(12)));
        List<SpecificRecord> events = DemoDays.play(noon, Duration.ofSeconds(15));

        assertThat(events.stream()
                        .filter(event ->
                                event instanceof AgentEvent agent && agent.getBody() instanceof AgentPresenceChanged)
                        .count())
                .isGreaterThan(10);
    }
}
