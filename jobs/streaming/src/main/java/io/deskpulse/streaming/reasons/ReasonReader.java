package io.deskpulse.streaming.reasons;

import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the sections of a file into a taxonomy that extends another one. */
final class ReasonReader {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MOST_REASONS = 100;

    private final ReasonTaxonomy base;
    private final Map<String, ReasonEntry> entries = new LinkedHashMap<>();
    private final Map<String, AttributeEntry> attributes = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private int newest;
    private int last = 1;

    ReasonReader(ReasonTaxonomy base) {
        this.base = base;
        base.entries().forEach(entry -> entries.put(entry.code(), entry));
        base.attributes().forEach(attribute -> attributes.put(attribute.code(), attribute));
    }

    ReasonTaxonomy read(YamlValue root) {
        if (root.isAbsent()) {
            return base;
        }
        YamlSection file = isBundled()
                ? root.section("the file").knowing("edition", "reasons", "attributes", "words")
                : root.section("the file").knowing("reasons", "attributes", "words");
        newest = isBundled() ? number(file.required("edition"), 1, Integer.MAX_VALUE) : base.edition();
        for (YamlValue value : file.optional("reasons").elements()) {
            reason(value);
        }
        told.clear();
        for (YamlValue value : file.optional("attributes").elements()) {
            attribute(value);
        }
        if (entries.size() > MOST_REASONS) {
            file.key("reasons").problem("at most " + MOST_REASONS + " reasons, got " + entries.size());
        }
        Cues cues = base.cues().plus(cues(file.optional("words")));
        // Stable: within an edition the bundled ones stay first.
        List<ReasonEntry> places = entries.values().stream()
                .sorted(Comparator.comparingInt(ReasonEntry::edition))
                .toList();
        return new ReasonTaxonomy(newest, places, List.copyOf(attributes.values()), cues);
    }

    private boolean isBundled() {
        return base.edition() == 0;
    }

    private void reason(YamlValue value) {
        YamlSection section = value.section("a reason")
                .knowing("code", "zh", "en", "kind", "general", "edition", "labels", "synonyms");
        String code = code(section);
        if (code == null) {
            return;
        }
        ReasonEntry known = base.entry(code);
        List<String> labels = Synonyms.list(section.optional("labels"));
        List<String> synonyms = Synonyms.of(section, "synonyms");
        if (known != null) {
            checkUnchanged(section, known);
            entries.put(code, with(known, labels, synonyms));
            return;
        }
        String zh = section.required("zh").text();
        String en = section.required("en").text();
        String kind = section.required("kind").oneOf(ReasonEntry.kindWords());
        Boolean general = section.optional("general").flag();
        int edition = edition(section, code);
        if (zh != null && en != null && kind != null) {
            boolean givesWay = general != null && general;
            entries.put(
                    code,
                    new ReasonEntry(code, zh, en, ReasonEntry.exposureOf(kind), givesWay, edition, labels, synonyms));
        }
    }

    /** A bundled reason may be given synonyms; what states and rows know of it stays. */
    private static void checkUnchanged(YamlSection section, ReasonEntry known) {
        for (String key : List.of("edition", "kind", "general")) {
            if (section.has(key)) {
                section.key(key)
                        .problem("reason '" + known.code()
                                + "' is bundled: a file may add synonyms to it, not change its '" + key + "'");
            }
        }
        for (String key : List.of("zh", "en")) {
            if (section.has(key)) {
                section.key(key)
                        .problem("reason '" + known.code() + "' is bundled: write another name of it under 'synonyms'");
            }
        }
    }

    private static ReasonEntry with(ReasonEntry entry, List<String> labels, List<String> synonyms) {
        return new ReasonEntry(
                entry.code(),
                entry.zh(),
                entry.en(),
                entry.exposure(),
                entry.general(),
                entry.edition(),
                Synonyms.joined(entry.labels(), labels),
                Synonyms.joined(entry.synonyms(), synonyms));
    }

    private int edition(YamlSection section, String code) {
        if (!section.has("edition") && !isBundled()) {
            section.key("code")
                    .problem("reason '" + code + "' is new and needs 'edition: " + newest
                            + "', the edition of the taxonomy that it is added to, so that it keeps its place");
            return newest;
        }
        int edition = section.has("edition") ? number(section.optional("edition"), 1, newest) : 1;
        if (edition < last) {
            section.key("edition")
                    .problem("reason '" + code + "' of edition " + edition + " stands behind one of edition " + last
                            + ": that would move reasons from their places; new reasons stand at the end, with the newest"
                            + " edition");
        }
        last = Math.max(last, edition);
        return edition;
    }

    private void attribute(YamlValue value) {
        YamlSection section = value.section("an attribute").knowing("code", "zh", "en", "synonyms");
        String code = code(section);
        if (code == null) {
            return;
        }
        List<String> synonyms = Synonyms.of(section, "synonyms");
        AttributeEntry known = attributes.get(code);
        if (known != null) {
            attributes.put(
                    code,
                    new AttributeEntry(code, known.zh(), known.en(), Synonyms.joined(known.synonyms(), synonyms)));
            return;
        }
        String zh = section.required("zh").text();
        String en = section.required("en").text();
        if (zh != null && en != null) {
            attributes.put(code, new AttributeEntry(code, zh, en, synonyms));
        }
    }

    /** A code that the file has not told before; reasons and attributes have codes apart from each other. */
    private String code(YamlSection section) {
        YamlValue value = section.required("code");
        String code = value.matching(CODE, "a code in lower case such as not_received, 40 characters at most");
        if (code != null && !told.add(code)) {
            value.problem("'" + code + "' is there twice; put all of its synonyms into one entry");
            return null;
        }
        return code;
    }

    private static Cues cues(YamlValue value) {
        if (value.isAbsent()) {
            return Cues.NONE;
        }
        YamlSection section =
                value.section("words").knowing("no_complaint", "negations", "not_negations", "doubts", "turns");
        return new Cues(
                Synonyms.of(section, "no_complaint"),
                Synonyms.of(section, "negations"),
                Synonyms.of(section, "not_negations"),
                Synonyms.of(section, "doubts"),
                Synonyms.of(section, "turns"));
    }

    private static int number(YamlValue value, int least, int most) {
        Long number = value.wholeNumber(least, most);
        return number == null ? least : number.intValue();
    }
}
