package io.deskpulse.streaming.settings;

import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.resolution.SlaPolicy;
import io.deskpulse.metrics.resolution.SlaPolicy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The settings file of resolutions: business calendars, and the policies that say by when tickets are answered and resolved.
 *
 * @param policies what the file says; null when there are problems
 * @param problems every mistake, by line; empty when all is well
 */
public record ResolutionSettings(SlaPolicies policies, List<SettingsProblem> problems) {
    /** The bundled file, which is also the example to start from. */
    public static final String DEFAULT_RESOURCE = "/resolution/default-settings.yaml";

    private static final String DEFAULT_POLICY = "default_policy";

    /** Reads the text of a file. */
    public static ResolutionSettings parse(String text) {
        Problems problems = new Problems();
        SlaPolicies policies = null;
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                problems.at((Mark) null, "the file is empty; it needs calendars and " + DEFAULT_POLICY);
            } else {
                policies = new Reader(problems).read(root);
            }
        } catch (MarkedYAMLException e) {
            problems.at(e.getProblemMark(), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.at((Mark) null, "not YAML: " + e.getMessage());
        }
        List<SettingsProblem> all = problems.inOrder();
        return new ResolutionSettings(all.isEmpty() ? policies : null, all);
    }

    /** The bundled settings. */
    public static ResolutionSettings bundled() {
        try (InputStream in = ResolutionSettings.class.getResourceAsStream(DEFAULT_RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEFAULT_RESOURCE, e);
        }
    }

    /** Turns the nodes of a file into policies. */
    private static final class Reader {
        private final Problems problems;
        private final Scalars scalars;
        private Map<String, CalendarSettings.Calendar> calendars;

        Reader(Problems problems) {
            this.problems = problems;
            this.scalars = new Scalars(problems);
        }

        SlaPolicies read(Node root) {
            Section file = new Section(root, "the file", problems).knowing("calendars", "policies", DEFAULT_POLICY);
            calendars = new CalendarSettings(problems).read(file.required("calendars"));
            List<SlaPolicy> policies = new ArrayList<>();
            Map<String, List<SlaPolicy>> byName = new HashMap<>();
            for (Node node : file.list("policies")) {
                Section section = new Section(node, "a policy", problems)
                        .knowing(
                                "name",
                                "shops",
                                "priorities",
                                "categories",
                                "complaint",
                                "first_reply",
                                "next_reply",
                                "resolution",
                                "calendar",
                                "valid_from",
                                "valid_to");
                SlaPolicy policy = policy(section, scalars.text(section.required("name")));
                if (policy != null) {
                    checkOverlap(byName.computeIfAbsent(policy.name(), name -> new ArrayList<>()), policy, node);
                    policies.add(policy);
                }
            }
            Node fallback = file.required(DEFAULT_POLICY);
            return fallback == null ? null : new SlaPolicies(policies, fallback(fallback));
        }

        private SlaPolicy fallback(Node node) {
            return policy(
                    new Section(node, DEFAULT_POLICY, problems)
                            .knowing("first_reply", "next_reply", "resolution", "calendar"),
                    "default");
        }

        private SlaPolicy policy(Section section, String name) {
            Scope scope = new Scope(
                    section.words("shops"),
                    section.words("priorities"),
                    section.words("categories"),
                    scalars.flag(section.optional("complaint")));
            Long firstReply = scalars.millis(section.optional("first_reply"));
            Long nextReply = scalars.millis(section.optional("next_reply"));
            Long resolution = scalars.millis(section.optional("resolution"));
            LocalDate from = scalars.date(section.optional("valid_from"));
            LocalDate to = scalars.date(section.optional("valid_to"));
            if (from != null && to != null && !from.isBefore(to)) {
                problems.at(
                        section.optional("valid_to"), "valid_to is the first day no longer in force, after valid_from");
            }
            CalendarSettings.Calendar calendar = calendar(section.required("calendar"));
            if (name == null || calendar == null) {
                return null;
            }
            return new SlaPolicy(
                    name,
                    scope,
                    orNone(firstReply),
                    orNone(nextReply),
                    orNone(resolution),
                    calendar.calendar(),
                    midnight(from, calendar.zone(), Long.MIN_VALUE),
                    midnight(to, calendar.zone(), Long.MAX_VALUE));
        }

        private CalendarSettings.Calendar calendar(Node node) {
            String name = scalars.text(node);
            if (name != null && !calendars.containsKey(name)) {
                problems.at(
                        node,
                        "there is no calendar '" + name + "'; there are " + String.join(", ", calendars.keySet()));
            }
            return name == null ? null : calendars.get(name);
        }

        /** A name may come back with later dates (that is how a target is changed), but not twice at the same time. */
        private void checkOverlap(List<SlaPolicy> before, SlaPolicy policy, Node node) {
            for (SlaPolicy other : before) {
                if (other.validFromMillis() < policy.validToMillis()
                        && policy.validFromMillis() < other.validToMillis()) {
                    problems.at(node, "policy '" + policy.name() + "' is there twice with overlapping dates");
                }
            }
            before.add(policy);
        }

        private static long orNone(Long millis) {
            return millis == null ? SlaPolicy.NO_TARGET : millis;
        }

        private static long midnight(LocalDate date, ZoneId zone, long otherwise) {
            return date == null
                    ? otherwise
                    : date.atStartOfDay(zone).toInstant().toEpochMilli();
        }
    }
}
