package io.deskpulse.metrics.complaints.contacts;

/** What is known of a conversation as far as hotspots need it: the state of {@link ContactSignalReader}. */
public final class ContactSignals {
    static final long NONE = Long.MIN_VALUE;

    boolean withRobot;
    /** When it first was with people; {@link #NONE} before. */
    long askedMillis = NONE;

    String skuId;
    /** The first account that answered; null before. */
    String account;
}
