package io.deskpulse.metrics.resolution;

import io.deskpulse.metrics.calendar.BusinessCalendar;
import java.io.Serializable;
import java.util.Set;

/**
 * How soon tickets of one kind are to be answered and resolved, while the policy is in force.
 *
 * @param name what settings call it
 * @param scope which tickets it is for
 * @param firstReplyMillis business time to the first public reply, > 0, or {@link #NO_TARGET}
 * @param nextReplyMillis business time from one public reply to the next, > 0, or {@link #NO_TARGET}
 * @param resolutionMillis business time to the resolution, > 0, or {@link #NO_TARGET}
 * @param calendar the business time all three are measured in
 * @param validFromMillis first instant in force
 * @param validToMillis first instant no longer in force
 */
public record SlaPolicy(
        String name,
        Scope scope,
        long firstReplyMillis,
        long nextReplyMillis,
        long resolutionMillis,
        BusinessCalendar calendar,
        long validFromMillis,
        long validToMillis)
        implements Serializable {
    /** Stands for a target that is not set. */
    public static final long NO_TARGET = 0;

    /**
     * Which tickets a policy is for; an empty set is any.
     *
     * @param complaint whether complaints, or the others, only; null is both
     */
    public record Scope(Set<String> shops, Set<String> priorities, Set<String> categories, Boolean complaint)
            implements Serializable {
        /** Every ticket. */
        public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of(), null);

        /** Copies the sets. */
        public Scope {
            shops = Set.copyOf(shops);
            priorities = Set.copyOf(priorities);
            categories = Set.copyOf(categories);
        }

        boolean covers(String shopId, String priority, String category, boolean isComplaint) {
            return covers(shops, shopId)
                    && covers(priorities, priority)
                    && covers(categories, category)
                    && (complaint == null || complaint == isComplaint);
        }

        private static boolean covers(Set<String> some, String one) {
            return some.isEmpty() || some.contains(one);
        }
    }

    boolean isInForce(long millis) {
        return millis >= validFromMillis && millis < validToMillis;
    }
}
