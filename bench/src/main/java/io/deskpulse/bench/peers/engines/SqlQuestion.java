package io.deskpulse.bench.peers.engines;

/** The question in SQL, over {@code chat(conversation, happened, act, arrived)}, acts being 0 asked, 1 replied, 2 closed. */
enum SqlQuestion {
    /**
     * An event belongs to the round after as many ends as came before it: a running sum, then an aggregate that is told anew whenever it
     * changes, so that open rounds show.
     */
    GROUPS("""
            SELECT conversation, opened, answered, is_closed, number FROM (
              SELECT conversation, number,
                     MIN(CASE WHEN act = 0 THEN happened END) AS opened,
                     MIN(CASE WHEN act = 1 THEN happened END) AS answered,
                     MAX(act) = 2 AS is_closed
              FROM (
                SELECT conversation, happened, act,
                       COALESCE(SUM(CASE WHEN act = 0 THEN 0 ELSE 1 END) OVER (PARTITION BY conversation ORDER BY arrived
                           ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0)
                       - CASE WHEN act = 0 THEN 0 ELSE 1 END AS number
                FROM chat)
              GROUP BY conversation, number)
            WHERE opened IS NOT NULL
            """),
    /** Pattern matching tells a match when it is complete: open rounds do not show. */
    MATCH("""
            SELECT conversation, opened, answered, is_closed FROM chat MATCH_RECOGNIZE (
              PARTITION BY conversation
              ORDER BY arrived
              MEASURES
                FIRST(Q.happened) AS opened,
                CASE WHEN E.act = 1 THEN E.happened END AS answered,
                E.act = 2 AS is_closed
              ONE ROW PER MATCH
              AFTER MATCH SKIP PAST LAST ROW
              PATTERN (Q+ E)
              DEFINE Q AS Q.act = 0, E AS E.act <> 0)
            """);

    private final String text;

    SqlQuestion(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
