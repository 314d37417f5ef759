package io.deskpulse.metrics.presence;

import io.deskpulse.metrics.timeline.Derivation;
import io.deskpulse.metrics.timeline.EventForm;
import io.deskpulse.metrics.timeline.LocalDays;
import io.deskpulse.metrics.timeline.ShopZones;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * When an account was on line, paused and off line, and when it was planned to work, from its events in order (docs/metrics.md).
 *
 * <p>Every event makes one row, on the day on which what it tells begins, whatever the events beside it say: only where it ends is
 * theirs. So a presence told twice is two rows that meet, and shifts planned over each other are rows that overlap: who counts time takes
 * their union. Not thread-safe: it remembers the calendar day last looked at.
 */
public final class AgentDerivation implements Derivation<AgentEvent, AgentState, AgentInterval> {
    /** For how long an account is believed to be on line of which nothing else is heard, unless a setting says otherwise. */
    public static final Duration BELIEVED_ONLINE = Duration.ofHours(12);

    /** What a shift is longer than this, counts for this long: nobody works round the clock and longer. */
    private static final long LONGEST_SHIFT_MILLIS = Duration.ofHours(24).toMillis();

    private final ShopZones zones;
    private final long believedMillis;

    /**
     * Facts by the calendar of each shop.
     *
     * @param believedMillis for how long an account is believed to be on line of which nothing else is heard, > 0
     */
    public AgentDerivation(ShopZones zones, long believedMillis) {
        this.zones = zones;
        this.believedMillis = believedMillis;
    }

    @Override
    public EventForm<AgentEvent> events() {
        return AgentEventForm.INSTANCE;
    }

    @Override
    public AgentState start() {
        return new AgentState();
    }

    /** Whether the account is off line, or was never on line. */
    @Override
    public boolean atRest(AgentState state) {
        return state.open == null || state.open.kind() == AgentInterval.Kind.OFFLINE;
    }

    @Override
    public void live(AgentState state, Consumer<AgentInterval> rows) {
        if (state.open != null) {
            rows.accept(state.open);
        }
    }

    @Override
    public void advance(AgentState state, AgentEvent event, Consumer<AgentInterval> finished) {
        LocalDays days = zones.of(event.shopId());
        if (event.kind() == AgentEvent.Kind.PLANNED) {
            long believed = Math.min(event.untilMillis(), event.fromMillis() + LONGEST_SHIFT_MILLIS);
            finished.accept(interval(days, event, event.fromMillis(), event.untilMillis(), believed));
            return;
        }
        long at = event.timeMillis();
        if (state.open != null) {
            finished.accept(state.open.endedAt(at));
        }
        boolean isOffline = event.kind() == AgentEvent.Kind.OFFLINE;
        state.open = interval(days, event, at, AgentInterval.NONE, isOffline ? at : at + believedMillis);
    }

    private static AgentInterval interval(
            LocalDays days, AgentEvent event, long fromMillis, long untilMillis, long believedUntilMillis) {
        AgentInterval.Kind kind = switch (event.kind()) {
            case ONLINE, RESUMED -> AgentInterval.Kind.ONLINE;
            case SUSPENDED -> AgentInterval.Kind.SUSPENDED;
            case OFFLINE -> AgentInterval.Kind.OFFLINE;
            case PLANNED -> AgentInterval.Kind.PLANNED;
        };
        return new AgentInterval(
                days.epochDay(fromMillis),
                days.endOfDay(fromMillis),
                event.eventId(),
                kind,
                fromMillis,
                untilMillis,
                believedUntilMillis,
                event.timeMillis());
    }
}
