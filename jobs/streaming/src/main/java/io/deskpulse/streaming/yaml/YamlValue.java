package io.deskpulse.streaming.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a file at its place, or the absence of one.
 *
 * <p>Words are read as written: YAML by itself would make a number of {@code 08:00:00} and a date of a version. What cannot be
 * read is noted as a problem and reads as null, as an absent value does, so that one reading finds every mistake.
 */
public final class YamlValue {
    private final Node node;
    private final Problems problems;

    YamlValue(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** Whether the file says nothing here. */
    public boolean isAbsent() {
        return node == null;
    }

    /** Notes a mistake here. */
    public void problem(String text) {
        problems.at(node == null ? null : node.getStartMark(), text);
    }

    /** A word or a text that is not blank. */
    public String text() {
        if (isWord()) {
            return ((ScalarNode) node).getValue();
        }
        if (node != null) {
            problem("expected a word");
        }
        return null;
    }

    /** Whether it is a word, and no list or mapping. */
    public boolean isWord() {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank();
    }

    /**
     * A word that means something.
     *
     * @param expected ends the sentence "expected …" of the mistake
     * @param meaning of a word; null, {@link DateTimeException} or {@link IllegalArgumentException} when it means nothing
     */
    public <T> T read(String expected, Function<String, T> meaning) {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            T value = meaning.apply(text);
            if (value != null) {
                return value;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Said below, together with what is out of range.
        }
        problem("expected " + expected + ", got " + text);
        return null;
    }

    /** A word of a form. */
    public String matching(Pattern form, String expected) {
        return read(expected, text -> form.matcher(text).matches() ? text : null);
    }

    /** One of several words. */
    public String oneOf(List<String> allowed) {
        return read("one of " + String.join(", ", allowed), text -> allowed.contains(text) ? text : null);
    }

    /** The name of a time zone. */
    public ZoneId zone() {
        return read("an IANA time zone such as Asia/Shanghai", ZoneId::of);
    }

    /** A calendar day. */
    public LocalDate date() {
        return read("a date such as 2026-10-01", LocalDate::parse);
    }

    /** True or false. */
    public Boolean flag() {
        return read("true or false", text -> text.matches("true|false") ? Boolean.valueOf(text) : null);
    }

    /** A whole number from {@code least} to {@code most}, both inclusive. */
    public Long wholeNumber(long least, long most) {
        return read("a whole number from " + least + " to " + most, text -> {
            long number = Long.parseLong(text);
            return number >= least && number <= most ? number : null;
        });
    }

    /** Milliseconds of an ISO-8601 duration above zero, {@code most} at most. */
    public Long millis(Duration most) {
        String expected = "an ISO-8601 duration such as PT4H, longer than zero, at most P" + most.toDays() + "D";
        return read(expected, text -> {
            Duration duration = Duration.parse(text);
            boolean fits = duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(most) <= 0;
            return fits ? duration.toMillis() : null;
        });
    }

    /** The elements of a list, none when it is absent; a single word is a list of one. */
    public List<YamlValue> elements() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new YamlValue(element, problems))
                    .toList();
        }
        return isAbsent() ? List.of() : List.of(this);
    }

    /**
     * The keys and values of a mapping; a value that is none is a problem and reads as an empty one.
     *
     * @param what names the mapping in the text of mistakes, such as {@code a policy}
     */
    public YamlSection section(String what) {
        return new YamlSection(this, node, what, problems);
    }
}
