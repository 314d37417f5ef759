package io.deskpulse.dashboards;

import java.util.Locale;
import java.util.Map;

/** The languages the dashboards exist in. */
public enum Language {
    EN,
    ZH;

    /** The variable of the environment that chooses the language. */
    public static final String VARIABLE = "DESKPULSE_LANG";

    /**
     * The language an environment asks for, English when it says nothing.
     *
     * @throws IllegalArgumentException when it asks for another one
     */
    public static Language of(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "").strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "", "en" -> EN;
            case "zh" -> ZH;
            default -> throw new IllegalArgumentException(VARIABLE + " must be en or zh, got " + value);
        };
    }

    /** The folder of its files: en or zh. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
