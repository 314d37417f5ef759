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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs cases of a mapping: folders with {@code input.*}, {@code args} (options, a line each), the {@code events.jsonl} that must come
 * out, and what the {@code report.json} must hold.
 */
public final class CaseRunner {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<String> OPTIONS = List.of(
            "--shop", "--zone", "--set", "--since", "--until", "--columns", "--accounts", "--text", "--encoding");

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
        Path events = folder.resolve("events.jsonl");
        if (Files.notExists(events)) {
            return List.of(folder.getFileName() + ": there is no events.jsonl, which says what must come of it; "
                    + "deskpulse import --out writes it, to be read before it is believed");
        }
        Map<String, String> expected = byId(TextFiles.read(events).lines().toList());
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
        if (files.isEmpty()) {
            throw new UserError("there is no input.* in " + folder + ".");
        }
        Map<String, List<String>> given = given(folder.resolve("args"));
        Map<String, String> settings = new HashMap<>();
        given.getOrDefault("--set", List.of()).forEach(pair -> {
            String[] setting = pair.split("=", 2);
            if (setting.length < 2) {
                throw new UserError("--set in args must be KEY=VALUE, got " + pair + ".");
            }
            settings.put(setting[0], setting[1]);
        });
        TextRule text = first(given, "--text", TextRule::valueOf);
        return new ImportOptions(
                source,
                files,
                given.getOrDefault("--shop", List.of("shop")),
                first(given, "--zone", ZoneId::of),
                first(given, "--since", Instant::parse),
                first(given, "--until", Instant::parse),
                settings,
                mapping,
                first(given, "--columns", folder::resolve),
                first(given, "--accounts", folder::resolve),
                null,
                text == null ? TextRule.redact : text,
                first(given, "--encoding", Charset::forName),
                0,
                LATER);
    }

    /** What an option says, or null when it is not given. */
    private static <T> T first(Map<String, List<String>> given, String name, Function<String, T> reader) {
        String value = given.containsKey(name) ? given.get(name).get(0) : null;
        try {
            return value == null ? null : reader.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UserError(name + " in args has a value that is none: " + value + ".", e);
        }
    }

    private static Map<String, List<String>> given(Path args) {
        Map<String, List<String>> given = new HashMap<>();
        if (Files.exists(args)) {
            for (String line :
                    TextFiles.read(args).lines().filter(one -> !one.isBlank()).toList()) {
                String[] option = line.strip().split("\\s+", 2);
                if (!OPTIONS.contains(option[0])) {
                    throw new UserError("args may hold " + String.join(", ", OPTIONS) + ", got " + option[0] + ".");
                }
                given.computeIfAbsent(option[0], name -> new ArrayList<>()).add(option.length > 1 ? option[1] : "");
            }
        }
        return given;
    }
}
