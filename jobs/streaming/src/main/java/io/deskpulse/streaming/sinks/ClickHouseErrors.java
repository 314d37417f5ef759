package io.deskpulse.streaming.sinks;

import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a failure that passes from one that is a bug or a mistake, and says what to do about a mistake.
 *
 * <p>The client wraps what the server says, so the server's error code is looked for in the exception and in every message of its
 * causes. Without a code a broken connection passes, as does a server in front of ClickHouse that cannot reach it; a certificate that
 * is not trusted does not, and neither does anything else.
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

    private static final int NO_SUCH_COLUMN_IN_TABLE = 16;
    private static final int UNKNOWN_TABLE = 60;
    private static final int UNKNOWN_DATABASE = 81;

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)");
    private static final Pattern COLUMN = Pattern.compile("No such column `?([^ `]+)`? in table");
    private static final int HTTP_SERVER_ERROR = 500;

    /** All that the client says of the status 502. */
    private static final String BAD_GATEWAY = "502 Bad gateway";

    private ClickHouseErrors() {}

    /** Whether the same insert may succeed later. */
    static boolean isTransient(Throwable failure) {
        int code = code(failure);
        if (code > 0) {
            return TRANSIENT.contains(code);
        }
        return !CertificateFile.isUntrusted(failure) && isUnreached(failure);
    }

    /** What somebody must do before the same insert can succeed; empty when that is not known. */
    static Optional<String> remedy(Throwable failure, ClickHouseAddress server, String table) {
        String where = " at " + server.url() + "; run 'deskpulse migrate'";
        return Optional.ofNullable(
                switch (code(failure)) {
                    case NO_SUCH_COLUMN_IN_TABLE -> "table " + table + " has no column " + column(failure) + where;
                    case UNKNOWN_TABLE -> "there is no table " + table + where;
                    case UNKNOWN_DATABASE -> "there is no database " + server.database() + where;
                    default -> CertificateFile.isUntrusted(failure) ? untrusted(failure, server) : null;
                });
    }

    private static String untrusted(Throwable failure, ClickHouseAddress server) {
        return "the certificate of " + server.url() + " is not trusted ("
                + innermost(failure).getMessage() + "); name its authority with --clickhouse.ca FILE";
    }

    /** The server's code, 0 when it told none. */
    private static int code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server && server.getCode() > 0) {
                return server.getCode();
            }
            Matcher matcher = CODE.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find() && !matcher.group(1).equals("0")) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 0;
    }

    private static boolean isUnreached(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean behindAnother =
                    cause instanceof ServerException server && server.getTransportProtocolCode() >= HTTP_SERVER_ERROR
                            || String.valueOf(cause.getMessage()).contains(BAD_GATEWAY);
            if (behindAnother || cause instanceof TimeoutException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String column(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher matcher = COLUMN.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "that it names";
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
