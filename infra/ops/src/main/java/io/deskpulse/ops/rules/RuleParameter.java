package io.deskpulse.ops.rules;

/** What a rule may set beyond its name, validity and kind. */
enum RuleParameter {
    /** First time of the day at which a question counts. */
    WINDOW_FROM("window_from"),
    /** Last such time, inclusive. */
    WINDOW_TO("window_to"),
    /** Longest time that is on time. */
    LIMIT("limit_ms"),
    /** The most a round costs. */
    CAP("cap_ms"),
    /** Shorter responses are left out; for unpaid orders, the time before they count as unpaid. */
    MIN_RESPONSE("min_response_ms"),
    /** Count only replies sent by people. */
    HUMAN_VALID_ONLY("human_valid_only"),
    /** Ratings up to this one are good. */
    WORST_GOOD_SCORE("worst_good_score");

    private final String field;

    RuleParameter(String field) {
        this.field = field;
    }

    /** Its name in a rule file. */
    String field() {
        return field;
    }
}
