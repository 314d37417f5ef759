package io.deskpulse.digest.subscriptions;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of the file that may stand in the environment instead: {@code ${NAME}} as a whole.
 *
 * @param written as the file has it
 */
public record Secret(String written) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** The environment variable that holds it; empty when the file does itself. */
    public Optional<String> variable() {
        Matcher matcher = PLACEHOLDER.matcher(written);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The value; empty when its variable is not set. */
    public Optional<String> value(Map<String, String> environment) {
        return variable().isEmpty()
                ? Optional.of(written)
                : variable().map(environment::get).filter(value -> !value.isBlank());
    }

    /** Never the value. */
    @Override
    public String toString() {
        return variable().map(name -> "${" + name + "}").orElse("***");
    }
}
