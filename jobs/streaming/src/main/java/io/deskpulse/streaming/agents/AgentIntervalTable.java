package io.deskpulse.streaming.agents;

import io.deskpulse.metrics.presence.AgentInterval;
import io.deskpulse.metrics.presence.AgentStateForm;
import io.deskpulse.streaming.facts.Columns;
import io.deskpulse.streaming.facts.FactRow;
import io.deskpulse.streaming.facts.FactRowCodec;
import io.deskpulse.streaming.facts.FactTable;

/** Table {@code agent_intervals}. */
public final class AgentIntervalTable {
    /** What an event of an account puts into it. */
    public static final FactTable<FactRow<AgentInterval>> TABLE = FactTable.of(
            "agent_intervals",
            "agent_id",
            new Columns<AgentInterval>()
                    .day("day", AgentInterval::epochDay)
                    .text("event_id", AgentInterval::eventId)
                    .constant("kind", AgentInterval::kind)
                    .instant("from_at", AgentInterval::fromMillis)
                    .instantOrNull("until_at", AgentInterval::untilMillis)
                    .instant("believed_until_at", AgentInterval::believedUntilMillis)
                    .instant("day_ends_at", AgentInterval::dayEndsMillis)
                    .instantOrNull("told_at", AgentInterval::toldMillis));

    /** How its rows travel. */
    public static final FactRowCodec<AgentInterval> ROWS =
            new FactRowCodec<>(AgentStateForm::writeRow, AgentStateForm::readRow);

    private AgentIntervalTable() {}
}
