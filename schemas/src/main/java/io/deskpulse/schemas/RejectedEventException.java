package io.deskpulse.schemas;

/** An event that cannot be accepted; carries no stack trace, because bad input is data and may come at full speed. */
public final class RejectedEventException extends Exception {

    private final transient Rejection rejection;

    /** Wraps what is wrong with the event. */
    public RejectedEventException(Rejection rejection) {
        super(rejection.reason() + ": " + rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    /** What is wrong with the event. */
    public Rejection rejection() {
        return rejection;
    }
}
