package io.deskpulse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of {@code conformance/} at the root of the project. */
final class ConformanceKit {
    /** Folders whose jobs run in {@link ConformanceIT}. */
    static final List<String> RUN = List.of(
            "calls",
            "chat",
            "defects",
            "deliveries",
            "forecasts",
            "hotspots",
            "ledger",
            "orders",
            "staffing",
            "tickets",
            "topics");

    /** Folders that wait for their views; move them up when these are there. */
    static final List<String> NOT_YET = List.of();

    /** Cases that this project does not meet, and why; such a case must fail, so that the list stays true. */
    static final Map<String, String> DEVIATIONS = Map.of();

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private ConformanceKit() {}

    /** The folders there are, sorted. */
    static List<String> areas() {
        return list(ROOT.resolve("cases"))
                .map(area -> area.getFileName().toString())
                .toList();
    }

    /** The cases of some folders, sorted by file. */
    static List<ConformanceCase> cases(List<String> areas) {
        return areas.stream()
                .flatMap(area -> list(ROOT.resolve("cases").resolve(area)))
                .map(file -> ConformanceCase.of(file, tree(file)))
                .toList();
    }

    /** The columns that order the rows of each view. */
    static Map<String, List<String>> orders() {
        Map<String, List<String>> orders = new LinkedHashMap<>();
        tree(ROOT.resolve("views.yaml")).properties().forEach(view -> {
            List<String> columns = new ArrayList<>();
            view.getValue().forEach(column -> columns.add(column.textValue()));
            orders.put(view.getKey(), List.copyOf(columns));
        });
        return orders;
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(options)).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
