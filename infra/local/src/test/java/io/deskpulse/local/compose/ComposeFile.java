package io.deskpulse.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code infra/compose.yaml} and the files beside it, as far as tests ask about them. */
final class ComposeFile {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    static final Path INFRA = ROOT.resolve("infra");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::([-?])([^}]*))?}");

    private final String text;
    private final Map<?, ?> root;

    private ComposeFile(String text) {
        this.text = text;
        this.root = yaml(text);
    }

    static ComposeFile read() throws IOException {
        return new ComposeFile(Files.readString(INFRA.resolve("compose.yaml")));
    }

    static Map<?, ?> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    String text() {
        return text;
    }

    /** Services by name, with what they take over from others merged in. */
    Map<String, Map<?, ?>> services() {
        Map<String, Map<?, ?>> services = new TreeMap<>();
        ((Map<?, ?>) root.get("services")).forEach((name, service) -> services.put((String) name, (Map<?, ?>) service));
        return services;
    }

    Map<?, ?> service(String name) {
        return services().get(name);
    }

    Map<?, ?> environment(String service) {
        return service(service).get("environment") instanceof Map<?, ?> map ? map : Map.of();
    }

    /** {@code source:target[:ro]} of all services. */
    List<String> volumes() {
        return services().values().stream().flatMap(this::volumes).toList();
    }

    Stream<String> volumes(Map<?, ?> service) {
        return service.get("volumes") instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of();
    }

    Set<?> namedVolumes() {
        return ((Map<?, ?>) root.get("volumes")).keySet();
    }

    /** Variables of the file by name: {@code ?} must be set, {@code -} has a default, empty neither. */
    Map<String, Set<String>> variables() {
        Map<String, Set<String>> variables = new TreeMap<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            variables
                    .computeIfAbsent(matcher.group(1), name -> new TreeSet<>())
                    .add(matcher.group(2) == null ? "" : matcher.group(2));
        }
        return variables;
    }

    /** Variables that a text expands when it is loaded. */
    static List<String> variablesOf(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
