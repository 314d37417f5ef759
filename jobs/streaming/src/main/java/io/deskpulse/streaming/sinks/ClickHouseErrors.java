package io.deskpulse.streaming.sinks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a failure that passes from one that is a bug.
 *
 * <p>The driver wraps what the server says, so the server's error code is looked for in the code of the exception and in every
 * message of its causes; without a code, a broken connection passes and anything else does not.
 */
final class ClickHouseErrors {
    /**
     * Codes of ClickHouse's ErrorCodes.cpp that say "not now": TIMEOUT_EXCEEDED, TOO_SLOW, TOO_MANY_SIMULTANEOUS_QUERIES,
     * SOCKET_TIMEOUT, NETWORK_ERROR, MEMORY_LIMIT_EXCEEDED, TABLE_IS_READ_ONLY, NOT_ENOUGH_SPACE, TOO_MANY_PARTS,
     * ALL_CONNECTION_TRIES_FAILED, NO_ACTIVE_REPLICAS, TOO_FEW_LIVE_REPLICAS, UNKNOWN_STATUS_OF_INSERT, SYSTEM_ERROR,
     * QUERY_WAS_CANCELLED, KEEPER_EXCEPTION.
     */
    private static final Set<Integer> TRANSIENT =
            Set.of(159, 160, 202, 209, 210, 241, 242, 243, 252, 254, 279, 285, 319, 394, 425, 999);

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)");

    private ClickHouseErrors() {}

    /** Whether the same insert may succeed later. */
    static boolean isTransient(Throwable failure) {
        boolean connectionBroken = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            int code = code(cause);
            if (code > 0) {
                return TRANSIENT.contains(code);
            }
            connectionBroken |= cause instanceof TimeoutException || cause instanceof IOException;
        }
        return connectionBroken;
    }

    private static int code(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getErrorCode() > 0) {
            return sql.getErrorCode();
        }
        Matcher matcher = CODE.matcher(String.valueOf(cause.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
