package io.deskpulse.imports.report;

import java.util.Set;
import java.util.TreeSet;

/** A field that occurs in the input and not in the mapping: how often, and with values of which JSON types. */
public final class UnmappedField {
    private final Set<String> types = new TreeSet<>();
    private long count;

    void add(String type) {
        count++;
        types.add(type);
    }

    void add(UnmappedField other) {
        count += other.count;
        types.addAll(other.types);
    }

    /** How often it occurred. */
    public long count() {
        return count;
    }

    /** The types of its values. */
    public Set<String> types() {
        return types;
    }
}
