package io.deskpulse.dashboards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is chosen for each variable of a dashboard: several values, one, none, or all. Immutable. */
public final class VariableValues {
    /** The single value that stands for all options. */
    public static final String ALL = "$__all";

    private final Map<String, List<String>> values;

    private VariableValues(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Values by variable; a list that contains {@link #ALL} means all, whatever else is in it. */
    public static VariableValues of(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, chosen) -> copy.put(name, chosen.contains(ALL) ? List.of(ALL) : List.copyOf(chosen)));
        return new VariableValues(copy);
    }

    /** These values with one variable chosen anew. */
    public VariableValues with(String name, List<String> chosen) {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.put(name, chosen);
        return of(copy);
    }

    /** Names of the variables that have a value, in the order given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * What is chosen for a variable.
     *
     * @throws IllegalArgumentException when there is no such variable
     */
    public List<String> get(String name) {
        List<String> chosen = values.get(name);
        if (chosen == null) {
            throw new IllegalArgumentException("unknown variable or macro $" + name);
        }
        return chosen;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
