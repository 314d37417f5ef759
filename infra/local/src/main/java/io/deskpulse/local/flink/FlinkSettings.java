package io.deskpulse.local.flink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code flink/config.yaml}, the settings that hold in every environment. */
public final class FlinkSettings {
    private static final String RESOURCE = "/flink/config.yaml";

    private FlinkSettings() {}

    /** What the file says. */
    public static Configuration load() {
        try (InputStream in = FlinkSettings.class.getResourceAsStream(RESOURCE)) {
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** Nested keys joined by dots, as Flink reads its file. Values are scalars. */
    static Configuration parse(InputStream yaml) {
        Configuration configuration = new Configuration();
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        flatten("", root, configuration);
        return configuration;
    }

    private static void flatten(String prefix, Map<?, ?> map, Configuration target) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                flatten(prefix + key + ".", nested, target);
            } else {
                target.setString(prefix + key, String.valueOf(value));
            }
        });
    }
}
