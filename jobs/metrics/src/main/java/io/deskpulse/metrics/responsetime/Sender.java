package io.deskpulse.metrics.responsetime;

/**
 * Who spoke in a conversation, and whether it counts as a reply (docs/metrics.md).
 *
 * <p>A <em>human-valid</em> reply was sent by a person; a <em>platform-valid</em> one counts for the platforms' scores, which
 * also accept robot text sent under, and supervised by, a human account.
 */
public enum Sender {
    /** The customer. */
    BUYER(false, false),
    /** Typed by a person. */
    AGENT(true, true),
    /** A person sent a saved phrase. */
    AGENT_QUICK_PHRASE(true, true),
    /** Robot text under a human account. */
    BOT_ASSISTED(false, true),
    /** Full automation: greeting, FAQ robot, away message. */
    BOT_AUTO(false, false),
    /** Notices such as "agent joined" and order cards. */
    SYSTEM(false, false),
    /** Never visible to the buyer. */
    INTERNAL_NOTE(false, false);

    private final boolean humanValid;
    private final boolean platformValid;

    Sender(boolean humanValid, boolean platformValid) {
        this.humanValid = humanValid;
        this.platformValid = platformValid;
    }

    /** Whether a person sent it as a reply. */
    public boolean isHumanValid() {
        return humanValid;
    }

    /** Whether a platform counts it as a reply. */
    public boolean isPlatformValid() {
        return platformValid;
    }

    /** Whether a robot wrote it, supervised or not. */
    public boolean isBot() {
        return this == BOT_ASSISTED || this == BOT_AUTO;
    }
}
