package io.deskpulse.streaming.settings;

import io.deskpulse.metrics.resolution.SlaPolicies;
import io.deskpulse.metrics.resolution.SlaPolicy;
import io.deskpulse.metrics.resolution.SlaPolicy.Scope;
import io.deskpulse.streaming.calendars.CalendarSettings;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings file of resolutions: business calendars, and the policies that say by when tickets are answered and resolved.
 *
 * <p>The same file may describe shops, which others read; one that does and has no policies leaves the bundled ones in force.
 *
 * @param policies what the file says; null when there are problems
 * @param problems every mistake, by line; empty when all is well
 */
public record ResolutionSettings(SlaPolicies policies, List<YamlProblem> problems) {
    /** The bundled file, which is also the example to start from. */
    public static final String DEFAULT_RESOURCE = "/resolution/default-settings.yaml";

    private static final String DEFAULT_POLICY = "default_policy";

    private static final String[] POLICY_KEYS = {
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
        "valid_to"
    };

    /** Longer targets are mistakes: the facts of a ticket are forgotten long before. */
    private static final Duration MAX_TARGET = Duration.ofDays(365);

    /** Reads the text of a file. */
    public static ResolutionSettings parse(String text) {
        YamlFile<SlaPolicies> file = YamlFile.read(text, ResolutionSettings::read);
        return new ResolutionSettings(file.value(), file.problems());
    }

    /** The bundled settings. */
    public static ResolutionSettings bundled() {
        try (InputStream in = ResolutionSettings.class.getResourceAsStream(DEFAULT_RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEFAULT_RESOURCE, e);
        }
    }

    private static SlaPolicies read(YamlValue root) {
        if (root.isAbsent()) {
            root.problem("the file is empty; it needs calendars and " + DEFAULT_POLICY);
            return null;
        }
        YamlSection file =
                root.section("the file").knowing("calendars", "policies", DEFAULT_POLICY, "default_shop", "shops");
        boolean describesShops = file.has("default_shop") || file.has("shops");
        if (describesShops && !file.has("policies") && !file.has(DEFAULT_POLICY)) {
            return bundled().policies();
        }
        Reader reader = new Reader(CalendarSettings.read(file.required("calendars")));
        List<SlaPolicy> policies = reader.policies(file.optional("policies"));
        YamlValue fallback = file.required(DEFAULT_POLICY);
        return fallback.isAbsent() ? null : new SlaPolicies(policies, reader.fallback(fallback));
    }

    /**
     * Turns the values of a file into policies.
     *
     * @param calendars those of the file by name; null for one that could not be read
     */
    private record Reader(Map<String, CalendarSettings.Calendar> calendars) {
        List<SlaPolicy> policies(YamlValue list) {
            List<SlaPolicy> policies = new ArrayList<>();
            Map<String, List<SlaPolicy>> byName = new HashMap<>();
            for (YamlValue value : list.elements()) {
                YamlSection section = value.section("a policy").knowing(POLICY_KEYS);
                SlaPolicy policy = policy(section, section.required("name").text());
                if (policy != null) {
                    checkOverlap(byName.computeIfAbsent(policy.name(), name -> new ArrayList<>()), policy, value);
                    policies.add(policy);
                }
            }
            return policies;
        }

        SlaPolicy fallback(YamlValue value) {
            YamlSection section =
                    value.section(DEFAULT_POLICY).knowing("first_reply", "next_reply", "resolution", "calendar");
            return policy(section, "default");
        }

        private SlaPolicy policy(YamlSection section, String name) {
            Scope scope = new Scope(
                    section.words("shops"),
                    section.words("priorities"),
                    section.words("categories"),
                    section.optional("complaint").flag());
            Long firstReply = section.optional("first_reply").millis(MAX_TARGET);
            Long nextReply = section.optional("next_reply").millis(MAX_TARGET);
            Long resolution = section.optional("resolution").millis(MAX_TARGET);
            LocalDate from = section.optional("valid_from").date();
            LocalDate to = section.optional("valid_to").date();
            if (from != null && to != null && !from.isBefore(to)) {
                section.optional("valid_to").problem("valid_to is the first day no longer in force, after valid_from");
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

        private CalendarSettings.Calendar calendar(YamlValue value) {
            String name = value.text();
            if (name != null && !calendars.containsKey(name)) {
                value.problem(
                        "there is no calendar '" + name + "'; there are " + String.join(", ", calendars.keySet()));
            }
            return name == null ? null : calendars.get(name);
        }

        /** A name may come back with later dates (that is how a target is changed), but not twice at the same time. */
        private void checkOverlap(List<SlaPolicy> before, SlaPolicy policy, YamlValue place) {
            for (SlaPolicy other : before) {
                if (other.validFromMillis() < policy.validToMillis()
                        && policy.validFromMillis() < other.validToMillis()) {
                    place.problem("policy '" + policy.name() + "' is there twice with overlapping dates");
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
