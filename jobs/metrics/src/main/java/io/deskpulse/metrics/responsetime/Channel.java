package io.deskpulse.metrics.responsetime;

/** The medium of a conversation. */
public enum Channel {
    /** Text chat. */
    CHAT,
    /** A telephone call. */
    PHONE,
    /** A video call. */
    VIDEO
}
