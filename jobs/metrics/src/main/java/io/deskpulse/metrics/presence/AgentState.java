package io.deskpulse.metrics.presence;

/** What an account is since its last presence event: the state of {@link AgentDerivation}. */
public final class AgentState {
    /** Since the last presence event, without an end; null before the first. */
    AgentInterval open;
}
