package io.deskpulse.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other files of the project say that the manifests must say too. */
final class ProjectFiles {
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY --from=build \\S+ (\\S+[.]jar)$");

    private ProjectFiles() {}

    /** A service of {@code infra/compose.yaml}, what it takes over from others merged in. */
    static JsonNode compose(String service) throws IOException {
        JsonNode found = Manifests.read(Manifests.ROOT.resolve("infra/compose.yaml"))
                .get(0)
                .at("/services/" + service);
        if (found.isMissingNode()) {
            throw new AssertionError("compose.yaml has no service " + service);
        }
        return found;
    }

    /** The environment of a service, with the defaults of its variables; a variable without one is empty. */
    static Map<String, String> composeEnvironment(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        compose(service)
                .path("environment")
                .properties()
                .forEach(variable -> environment.put(
                        variable.getKey(), defaulted(variable.getValue().asText())));
        return environment;
    }

    /** A text of compose with the defaults of its variables. */
    static String defaulted(String text) {
        return DEFAULTED.matcher(text).replaceAll("$1");
    }

    /** Where the stage {@code flink} of the image puts the jar of the jobs. */
    static String jarOfTheImage() throws IOException {
        Matcher copied = COPIED.matcher(dockerfile());
        if (!copied.find()) {
            throw new AssertionError("the Dockerfile copies no jar");
        }
        return copied.group(1);
    }

    static String dockerfile() throws IOException {
        return Files.readString(Manifests.ROOT.resolve("infra/docker/Dockerfile"));
    }

    /** A version that the root pom names. */
    static String version(String property) throws IOException {
        Matcher value = Pattern.compile("<" + Pattern.quote(property) + ">(.*?)</")
                .matcher(Files.readString(Manifests.ROOT.resolve("pom.xml")));
        if (!value.find()) {
            throw new AssertionError("the pom has no " + property);
        }
        return value.group(1);
    }
}
