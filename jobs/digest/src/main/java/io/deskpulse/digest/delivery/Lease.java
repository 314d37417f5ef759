package io.deskpulse.digest.delivery;

/** The right to send, which one sender has at a time. */
public interface Lease {

    /** Asks for it, or for more of it; whether this sender has it now, for some minutes from now on. */
    boolean hold();

    /** Gives it back; nothing when this sender does not have it. */
    void release();
}
