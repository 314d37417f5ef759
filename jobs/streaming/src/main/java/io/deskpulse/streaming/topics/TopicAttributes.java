package io.deskpulse.streaming.topics;

import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which attributes of a product questions of a topic are about, so that what is asked before a sale meets what is sent back after it.
 *
 * @param byTopic codes of attributes, or of reasons where the words of complaints name no attribute, by the code of the topic
 */
public record TopicAttributes(Map<String, List<String>> byTopic) {
    private static final String RESOURCE = "/topics/attributes.yaml";

    /** Copies the map, in the order of topics. */
    public TopicAttributes {
        byTopic = Collections.unmodifiableMap(new TreeMap<>(byTopic));
    }

    /**
     * A file that was read.
     *
     * @param attributes the bundled ones with those of the file; null when there are problems
     * @param problems every mistake, by line; empty when all is well
     */
    public record Read(TopicAttributes attributes, List<YamlProblem> problems) {}

    /** Those that come with the build. */
    public static TopicAttributes bundled() {
        try (InputStream in = TopicAttributes.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Read read = read(text, Map.of(), ReasonTaxonomy.bundled());
            if (!read.problems().isEmpty()) {
                throw new IllegalStateException(
                        RESOURCE + ", " + read.problems().get(0));
            }
            return read.attributes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads the text of a file that extends the bundled ones; never throws for what is in it.
     *
     * @param reasons the taxonomy whose attributes and reasons it may name
     */
    public static Read parse(String text, ReasonTaxonomy reasons) {
        return read(text, bundled().byTopic(), reasons);
    }

    private static Read read(String text, Map<String, List<String>> base, ReasonTaxonomy reasons) {
        Set<String> known = new HashSet<>(reasons.codes());
        reasons.attributes().forEach(attribute -> known.add(attribute.code()));
        YamlFile<Map<String, List<String>>> file = YamlFile.read(text, root -> topics(root, base, known));
        return new Read(file.problems().isEmpty() ? new TopicAttributes(file.value()) : null, file.problems());
    }

    private static Map<String, List<String>> topics(YamlValue root, Map<String, List<String>> base, Set<String> known) {
        Map<String, List<String>> topics = new TreeMap<>(base);
        if (root.isAbsent()) {
            return topics;
        }
        YamlSection file = root.section("the file");
        for (String topic : file.names()) {
            List<String> attributes = attributes(file.key(topic), file.optional(topic), known);
            topics.remove(topic);
            if (!attributes.isEmpty()) {
                topics.put(topic, attributes);
            }
        }
        return topics;
    }

    private static List<String> attributes(YamlValue topic, YamlValue list, Set<String> known) {
        List<String> attributes = new ArrayList<>();
        if (list.isAbsent()) {
            topic.problem("expected a list of attributes such as [size], or [] for none");
            return attributes;
        }
        for (YamlValue element : list.elements()) {
            String code = element.text();
            if (code == null) {
                continue;
            }
            if (!known.contains(code)) {
                element.problem("'" + code + "' is neither an attribute nor a reason; deskpulse reasons list"
                        + " --attributes shows them");
            } else if (attributes.contains(code)) {
                element.problem("'" + code + "' is there twice");
            } else {
                attributes.add(code);
            }
        }
        return attributes;
    }
}
