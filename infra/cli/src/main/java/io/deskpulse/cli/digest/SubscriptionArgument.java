package io.deskpulse.cli.digest;

import io.deskpulse.cli.arguments.TextFile;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.ops.UserError;
import java.nio.file.Path;

/** A file of subscriptions that must be right. */
final class SubscriptionArgument {
    private SubscriptionArgument() {}

    static SubscriptionFile read(Path file) {
        SubscriptionFile.Read read = SubscriptionFile.parse(TextFile.read(file));
        if (!read.problems().isEmpty()) {
            throw new UserError(file + ", " + read.problems().get(0)
                    + (read.problems().size() > 1
                            ? " (and " + (read.problems().size() - 1) + " more: deskpulse digest subscriptions check)"
                            : ""));
        }
        return read.file();
    }
}
