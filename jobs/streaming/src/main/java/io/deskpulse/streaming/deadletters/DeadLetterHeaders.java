package io.deskpulse.streaming.deadletters;

/** Headers of a message in the dead-letter topic, all UTF-8 text: the contract between who refuses and who repairs. */
public final class DeadLetterHeaders {
    /** Name of a {@link io.deskpulse.schemas.RejectionReason}. */
    public static final String REASON = "reason";

    /** Which field, what was expected; free of personal data. */
    public static final String DETAIL = "detail";

    /** Topic the message came from; {@code file:NAME} for a line of an imported file. */
    public static final String SOURCE_TOPIC = "source-topic";

    /** Partition there; 0 for a file. */
    public static final String SOURCE_PARTITION = "source-partition";

    /** Offset there; the line number for a file. */
    public static final String SOURCE_OFFSET = "source-offset";

    private DeadLetterHeaders() {}
}
