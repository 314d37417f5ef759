package io.deskpulse.streaming.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A job's arguments and environment, read once; gathers every problem before it complains.
 *
 * <p>Arguments are {@code --key value} pairs and win over the environment. Secrets are taken from the environment only, so that they
 * appear in no process list and no web page.
 */
public final class Settings {
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    /** Reads arguments; values may not begin with two dashes. */
    public Settings(String[] args, Map<String, String> environment) {
        this.environment = environment;
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length || args[i + 1].startsWith("--")) {
                problems.add("expected --key value, got " + args[i]);
                break;
            }
            arguments.put(args[i].substring(2), args[i + 1]);
        }
    }

    /** A text, by argument, else by environment variable (null = none), else the default; a problem when there is none. */
    public String text(String key, String variable, String otherwise) {
        known.add(key);
        String value = arguments.get(key);
        if (value == null && variable != null) {
            value = environment.get(variable);
        }
        if (value == null || value.isBlank()) {
            value = otherwise;
        }
        if (value == null) {
            problems.add("--" + key + (variable == null ? "" : " (or " + variable + ")") + " is required");
            return "";
        }
        return value;
    }

    /** All variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** A secret from the environment; a problem when it is absent or shorter than {@code minLength}. */
    public String secret(String variable, int minLength) {
        String value = environment.getOrDefault(variable, "");
        if (value.length() < minLength) {
            problems.add("environment variable " + variable + " is required, at least " + minLength + " characters");
        }
        return value;
    }

    /** An ISO-8601 duration longer than zero, {@code PT10M} say. */
    public Duration duration(String key, String otherwise) {
        String value = text(key, null, otherwise);
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero()) {
                problems.add("--" + key + " must be longer than zero, got " + value);
            }
            return duration;
        } catch (DateTimeParseException e) {
            problems.add("--" + key + " must be an ISO-8601 duration such as PT10M, got " + value);
            return Duration.ZERO;
        }
    }

    /** A whole number greater than zero. */
    public int count(String key, int otherwise) {
        String value = text(key, null, Integer.toString(otherwise));
        try {
            int count = Integer.parseInt(value);
            if (count <= 0) {
                problems.add("--" + key + " must be greater than 0, got " + value);
            }
            return count;
        } catch (NumberFormatException e) {
            problems.add("--" + key + " must be a whole number, got " + value);
            return otherwise;
        }
    }

    /** A number, fraction or not, from {@code least} to {@code most}. */
    public double number(String key, double otherwise, double least, double most) {
        String value = text(key, null, Double.toString(otherwise));
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with what is out of range.
        }
        problem("--%s must be a number from %s to %s, got %s".formatted(key, least, most, value));
        return otherwise;
    }

    /** Pairs such as {@code s1=Europe/Berlin,s2=Asia/Tokyo}; empty when there are none. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String value = text(key, null, " ").strip();
        for (String pair : value.isEmpty() ? new String[0] : value.split(",")) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                problems.add("--" + key + " must be name=value pairs separated by commas, got " + pair);
            } else {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return pairs;
    }

    /** Adds a problem found by the caller, once however often it is found. */
    public void problem(String text) {
        if (!problems.contains(text)) {
            problems.add(text);
        }
    }

    /**
     * Complains once about everything.
     *
     * @throws IllegalArgumentException when anything was wrong, a line for each problem
     */
    public void check() {
        for (String key : arguments.keySet()) {
            if (!known.contains(key)) {
                problems.add("unknown setting --" + key + "; known are " + String.join(", ", known));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The settings are not right:\n  " + String.join("\n  ", problems));
        }
    }
}
