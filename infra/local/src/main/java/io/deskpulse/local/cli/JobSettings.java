package io.deskpulse.local.cli;

import io.deskpulse.ops.UserError;
import java.util.ArrayList;
import java.util.List;

/** Settings of a job as people type them, {@code key=value}, into those the job takes, {@code --key value}. */
final class JobSettings {
    private static final String RETENTION = "retention.at-rest";

    private JobSettings() {}

    /**
     * For a bounded import: nothing is forgotten unless the user says so, since files may be in any order.
     *
     * @throws UserError when one is no {@code key=value}
     */
    static List<String> forImport(List<String> pairs) {
        List<String> settings = new ArrayList<>();
        if (pairs.stream().noneMatch(pair -> pair.startsWith(RETENTION + "="))) {
            settings.addAll(List.of("--" + RETENTION, "forever"));
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UserError("--set must be KEY=VALUE, got " + pair + ".");
            }
            settings.addAll(List.of("--" + pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return settings;
    }
}
