package io.deskpulse.imports.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.imports.events.TextRule;
import io.deskpulse.imports.input.Json;
import io.deskpulse.imports.report.ReportJson;
import io.deskpulse.ops.Terminal;
import io.deskpulse.ops.UserError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs cases of a mapping: folders with {@code input.*}, {@code args} (options, a line each), the {@code events.jsonl} that must come
 * out, and what the {@code report.json} must hold.
 */
public final class CaseRunner {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final String source;
    private final Path mapping;

    /**
     * For the cases of one source.
     *
     * @param mapping a user's own mapping, or null for the bundled one of this name
     */
    public CaseRunner(String source, Path mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    /** The folders of the cases below a folder, by name. */
    public static List<Path> cases(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UserError("There are no cases in " + folder + ".", e);
        }
    }

    /** The files of a case that are read. */
    public static List<Path> inputs(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith("input"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("Cannot read " + folder + ".", e);
        }
    }

    /** What comes out of files with the arguments of a case: its events, and its report. */
    public record Run(List<String> events, JsonNode report) {}

    /** Runs the arguments of a case on files. */
    public Run run(Path folder, List<Path> files) {
        Importer importer = new Importer(
                options(folder, files), new Terminal(new PrintStream(PrintStream.nullOutputStream()), false));
        List<String> events = new ArrayList<>();
        importer.run(events::add);
        String report = ReportJson.of(
                importer.report(), source, importer.mapping().about().version(), null);
        return new Run(events, Json.parse(report));
    }

    /** What is different from what the case expects, a line each; empty when nothing is. */
    public List<String> differences(Path folder) {
        List<String> differences = new ArrayList<>();
        Run run;
        try {
            run = run(folder, inputs(folder));
        } catch (UserError e) {
            return List.of(folder.getFileName() + ": " + e.getMessage());
        }
        Map<String, String> actual = byId(run.events());
        Map<String, String> expected =
                byId(TextFiles.read(folder.resolve("events.jsonl")).lines().toList());
        for (String id : new TreeSet<>(Stream.concat(actual.keySet().stream(), expected.keySet().stream())
                .toList())) {
            String made = actual.get(id);
            String wanted = expected.get(id);
            if (made == null) {
                differences.add(folder.getFileName() + ", missing: " + wanted);
            } else if (wanted == null) {
                differences.add(folder.getFileName() + ", not expected: " + made);
            } else if (!Json.parse(made).equals(Json.parse(wanted))) {
                differences.add(folder.getFileName() + ", expected: " + wanted + "\n  but was: " + made);
            }
        }
        Path report = folder.resolve("report.json");
        if (Files.exists(report)) {
            JsonNode wanted = Json.parse(TextFiles.read(report));
            compare(folder.getFileName() + ", report", wanted, run.report(), differences);
        }
        return differences;
    }

    /** Every field that is expected must be there; others may be, too, unless nothing is expected at all. */
    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && !expected.isEmpty()) {
            expected.properties()
                    .forEach(field -> compare(
                            path + "." + field.getKey(), field.getValue(), actual.path(field.getKey()), differences));
        } else if (!expected.equals(actual)) {
            differences.add(path + ": expected " + expected + ", but was " + actual);
        }
    }

    private static Map<String, String> byId(List<String> events) {
        Map<String, String> byId = new TreeMap<>();
        events.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> byId.put(Json.parse(line).path("event_id").asText(), line));
        return byId;
    }

    private ImportOptions options(Path folder, List<Path> files) {
        Map<String, List<String>> given = given(folder.resolve("args"));
        Map<String, String> settings = new HashMap<>();
        given.getOrDefault("--set", List.of())
                .forEach(pair ->
                        settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
        String zone = first(given, "--zone");
        String encoding = first(given, "--encoding");
        String text = first(given, "--text");
        return new ImportOptions(
                source,
                files,
                given.getOrDefault("--shop", List.of("shop")),
                zone == null ? null : ZoneId.of(zone),
                instant(given, "--since"),
                instant(given, "--until"),
                settings,
                mapping,
                path(folder, given, "--columns"),
                path(folder, given, "--accounts"),
                null,
                text == null ? TextRule.redact : TextRule.valueOf(text),
                encoding == null ? null : Charset.forName(encoding),
                0,
                LATER);
    }

    private static Instant instant(Map<String, List<String>> given, String name) {
        return first(given, name) == null ? null : Instant.parse(first(given, name));
    }

    private static Path path(Path folder, Map<String, List<String>> given, String name) {
        return first(given, name) == null ? null : folder.resolve(first(given, name));
    }

    private static String first(Map<String, List<String>> given, String name) {
        return given.containsKey(name) ? given.get(name).get(0) : null;
    }

    private static Map<String, List<String>> given(Path args) {
        Map<String, List<String>> given = new HashMap<>();
        if (Files.exists(args)) {
            for (String line :
                    TextFiles.read(args).lines().filter(one -> !one.isBlank()).toList()) {
                String[] option = line.strip().split("\\s+", 2);
                given.computeIfAbsent(option[0], name -> new ArrayList<>()).add(option.length > 1 ? option[1] : "");
            }
        }
        return given;
    }
}
