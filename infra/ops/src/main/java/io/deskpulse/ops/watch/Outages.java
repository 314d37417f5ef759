package io.deskpulse.ops.watch;

import io.deskpulse.ops.Progress;
import io.deskpulse.ops.UserError;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells once that something does not work, and once that it works again, however often it is tried. Not thread-safe. */
final class Outages {
    private final Progress progress;
    private final Map<String, String> failures = new HashMap<>();

    Outages(Progress progress) {
        this.progress = progress;
    }

    /**
     * Tries something.
     *
     * @param name by which it is told that it works again
     * @return empty when it failed with a {@link UserError}
     */
    <T> Optional<T> attempt(String name, Supplier<T> work) {
        try {
            T result = work.get();
            if (failures.remove(name) != null) {
                progress.step(name + " answers again.");
            }
            return Optional.of(result);
        } catch (UserError e) {
            if (!e.getMessage().equals(failures.put(name, e.getMessage()))) {
                progress.step(e.getMessage());
            }
            return Optional.empty();
        }
    }
}
