package io.deskpulse.streaming.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Properties of Kafka's clients as people give them: in a file, or as variables such as {@code KAFKA_SASL_MECHANISM}. The file wins.
 *
 * @param values by name
 * @param problems what is wrong with the file, by line; never shows a value
 */
public record ClientProperties(Map<String, String> values, List<String> problems) {
    private static final String PREFIX = "KAFKA_";

    /** Keeps copies. */
    public ClientProperties {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /**
     * Reads both.
     *
     * @param file of Java properties in UTF-8; empty for none
     * @param environment of which variables that name no property of a client are left alone: many programs have their own {@code KAFKA_…}
     */
    public static ClientProperties read(String file, Map<String, String> environment) {
        Map<String, String> values = ofEnvironment(environment);
        if (file.isEmpty()) {
            return new ClientProperties(values, List.of());
        }
        try {
            ClientProperties read = parse(file, Files.readString(Path.of(file)));
            values.putAll(read.values);
            return new ClientProperties(values, read.problems);
        } catch (IOException | InvalidPathException e) {
            return new ClientProperties(values, List.of("cannot read " + file + " as UTF-8 text"));
        }
    }

    /** The brokers that the file names; null when it names none. */
    public String bootstrapServers() {
        return values.get(ClientConfig.BOOTSTRAP_SERVERS);
    }

    /**
     * Reads Java properties.
     *
     * @param name of the file, for the problems
     */
    static ClientProperties parse(String name, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        logicalLines(text).forEach((number, line) -> {
            String problem = add(line, values);
            if (problem != null) {
                problems.add(name + " line " + number + ": " + problem);
            }
        });
        return new ClientProperties(values, problems);
    }

    private static String add(String line, Map<String, String> values) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            return "not of the form name=value";
        }
        if (one.isEmpty()) {
            return null; // a backslash alone
        }
        String name = one.stringPropertyNames().iterator().next();
        String problem = ClientConfig.problem(name);
        if (problem == null && values.put(name, one.getProperty(name)) != null) {
            return name + " is given twice";
        }
        return problem;
    }

    /** Lines that are neither blank nor comments, by number; one that ends in a backslash goes on in the next. */
    private static Map<Integer, String> logicalLines(String text) {
        Map<Integer, String> logical = new TreeMap<>();
        int first = 0;
        int number = 0;
        for (String line : new BufferedReader(new StringReader(text)).lines().toList()) {
            number++;
            // What Java takes for blank, which is less than Unicode does.
            if (first == 0 && line.matches("(?s)[ \\t\\f]*([#!].*)?")) {
                continue;
            }
            first = first == 0 ? number : first;
            logical.merge(first, line, (begun, more) -> begun + "\n" + more);
            first = line.matches("(?s).*(?<!\\\\)(\\\\\\\\)*\\\\") ? first : 0;
        }
        return logical;
    }

    private static Map<String, String> ofEnvironment(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !value.isBlank()) {
                String name = variable.substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                if (ClientConfig.isKnown(name) && !name.equals(ClientConfig.BOOTSTRAP_SERVERS)) {
                    values.put(name, value);
                }
            }
        });
        return values;
    }
}
