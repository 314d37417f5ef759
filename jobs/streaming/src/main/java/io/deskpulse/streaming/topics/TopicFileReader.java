package io.deskpulse.streaming.topics;

import io.deskpulse.metrics.responsetime.TopicCause;
import io.deskpulse.streaming.reasons.Synonyms;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the versions of a file into changes, on top of those of the bundled one. */
final class TopicFileReader {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");
    private static final int MOST_TOPICS = 200;
    private static final String OTHER = "OTHER";

    private final boolean bundled;
    private final Set<String> known = new HashSet<>();
    private final List<TopicChange> changes = new ArrayList<>();

    /**
     * A reader.
     *
     * @param base what the file extends; empty for the bundled file itself
     */
    TopicFileReader(List<TopicChange> base) {
        bundled = base.isEmpty();
        base.forEach(change -> change.topics().forEach(topic -> known.add(topic.code())));
    }

    List<TopicChange> read(YamlValue root) {
        if (root.isAbsent()) {
            return changes;
        }
        YamlSection file = root.section("the file").knowing("versions");
        for (YamlValue value : file.required("versions").elements()) {
            version(value);
        }
        if (known.size() > MOST_TOPICS) {
            file.key("versions").problem("at most " + MOST_TOPICS + " topics, got " + known.size());
        }
        return changes;
    }

    private void version(YamlValue value) {
        YamlSection section = value.section("a version").knowing("version", "from", "topics", "nothing");
        String name = section.required("version")
                .matching(NAME, "a name of letters, digits, '.', '_' and '-', 20 characters at most");
        Long from = from(section);
        List<TopicEntry> topics = new ArrayList<>();
        List<Set<String>> without = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (YamlValue topic : section.optional("topics").elements()) {
            topic(topic, told, topics, without);
        }
        List<String> nothing = Synonyms.of(section, "nothing");
        if (name != null && from != null) {
            changes.add(new TopicChange(name, from, bundled, topics, without, nothing));
        }
    }

    /** Since when; null when that is a mistake. */
    private Long from(YamlSection section) {
        if (bundled && changes.isEmpty()) {
            return Long.MIN_VALUE;
        }
        YamlValue value = section.required("from");
        OffsetDateTime at = value.isAbsent()
                ? null
                : value.read("an instant such as 2026-12-01T00:00:00+08:00", OffsetDateTime::parse);
        if (at == null) {
            return null;
        }
        long from = at.toInstant().toEpochMilli();
        TopicChange before = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (before != null && from < before.fromMillis()) {
            value.problem("version '" + before.name() + "' before it begins later; versions stand in the order in"
                    + " which they begin");
            return null;
        }
        if (before != null
                && from == before.fromMillis()
                && !before.name().equals(section.optional("version").text())) {
            value.problem(
                    "version '" + before.name() + "' begins at the same instant; what begins together has one name");
            return null;
        }
        return from;
    }

    private void topic(YamlValue value, Set<String> told, List<TopicEntry> topics, List<Set<String>> without) {
        YamlSection section =
                value.section("a topic").knowing("code", "zh", "en", "cause", "labels", "synonyms", "without");
        String code = section.required("code")
                .matching(CODE, "a code in capitals such as DELIVERY_TIME, 40 characters at most");
        if (code == null) {
            return;
        }
        if (code.equals(OTHER)) {
            section.key("code").problem("'OTHER' is what has no topic; name the topic otherwise");
            return;
        }
        if (!told.add(code)) {
            section.key("code").problem("'" + code + "' is there twice; put all of its synonyms into one entry");
            return;
        }
        List<String> labels = Synonyms.list(section.optional("labels"));
        List<String> synonyms = Synonyms.of(section, "synonyms");
        TopicEntry entry;
        if (known.contains(code)) {
            checkUnchanged(section, code);
            entry = new TopicEntry(code, null, null, null, labels, synonyms);
        } else {
            String zh = section.required("zh").text();
            String en = section.required("en").text();
            TopicCause cause = TopicCause.of(section.required("cause").oneOf(TopicCause.words()));
            if (section.has("without")) {
                section.key("without").problem("topic '" + code + "' is new and has no words to be without");
            }
            if (zh == null || en == null || cause == null) {
                return;
            }
            entry = new TopicEntry(code, zh, en, cause, labels, synonyms);
            known.add(code);
        }
        topics.add(entry);
        without.add(new HashSet<>(Synonyms.of(section, "without")));
    }

    /** A topic that is there may be given words or lose some; what rows and views know of it stays. */
    private static void checkUnchanged(YamlSection section, String code) {
        for (String key : List.of("zh", "en", "cause")) {
            if (section.has(key)) {
                section.key(key)
                        .problem("topic '" + code + "' is there already: a version may change its words, not its '"
                                + key + "'");
            }
        }
    }
}
