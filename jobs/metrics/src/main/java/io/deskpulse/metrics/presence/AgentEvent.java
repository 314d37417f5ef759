package io.deskpulse.metrics.presence;

import io.deskpulse.metrics.timeline.TimelineEvent;

/**
 * What working time needs to know of one event of an account.
 *
 * @param shopId shop, never empty
 * @param agentId account within the shop, never empty
 * @param eventId identity within the account, never empty
 * @param timeMillis when it happened, milliseconds since the epoch; of a shift, when it was planned
 * @param kind what happened
 * @param fromMillis begin of the shift; 0 unless {@code kind} is {@link Kind#PLANNED}
 * @param untilMillis end of the shift, later than its begin; 0 unless {@code kind} is {@link Kind#PLANNED}
 */
public record AgentEvent(
        String shopId, String agentId, String eventId, long timeMillis, Kind kind, long fromMillis, long untilMillis)
        implements TimelineEvent {

    /** Kinds of event that working time distinguishes. */
    public enum Kind {
        /** The account came. */
        ONLINE,
        /** It went. */
        OFFLINE,
        /** It paused: on line, and takes no contact. */
        SUSPENDED,
        /** It goes on, or came without anybody telling: the same as {@link #ONLINE}. */
        RESUMED,
        /** It is planned to work. */
        PLANNED
    }
}
