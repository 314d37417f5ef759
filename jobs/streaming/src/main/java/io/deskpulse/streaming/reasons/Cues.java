package io.deskpulse.streaming.reasons;

import java.io.Serializable;
import java.util.List;

/**
 * Words around a reason that decide whether it is meant.
 *
 * @param noComplaint what says that nothing is wrong, such as a change of mind
 * @param negations take back what follows within a few words, such as {@code 没有} or {@code not}
 * @param notNegations look like negations and are none, such as {@code 没想到} or {@code not only}
 * @param doubts make what follows a worry or a question, such as {@code 如果} or {@code in case}
 * @param turns end what negations and doubts before them reach, such as {@code 就} or {@code but}
 */
record Cues(
        List<String> noComplaint,
        List<String> negations,
        List<String> notNegations,
        List<String> doubts,
        List<String> turns)
        implements Serializable {
    /** No word at all. */
    static final Cues NONE = new Cues(List.of(), List.of(), List.of(), List.of(), List.of());

    Cues {
        noComplaint = List.copyOf(noComplaint);
        negations = List.copyOf(negations);
        notNegations = List.copyOf(notNegations);
        doubts = List.copyOf(doubts);
        turns = List.copyOf(turns);
    }

    Cues plus(Cues more) {
        return new Cues(
                Synonyms.joined(noComplaint, more.noComplaint),
                Synonyms.joined(negations, more.negations),
                Synonyms.joined(notNegations, more.notNegations),
                Synonyms.joined(doubts, more.doubts),
                Synonyms.joined(turns, more.turns));
    }
}
