package io.deskpulse.demo.shop;

import io.deskpulse.demo.script.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What people say, in one language: lines by section, from the resource {@code demo/phrases-zh.txt} or {@code -en.txt}.
 *
 * <p>The file has sections, {@code [name]} on a line of its own, and below it one phrase a line; {@code #} begins a comment line. A
 * section {@code [name@shop]} takes the place of {@code [name]} in that shop. Immutable.
 */
public final class Phrases {

    private final Map<String, List<String>> linesBySection;

    private Phrases(Map<String, List<String>> linesBySection) {
        this.linesBySection = linesBySection;
    }

    /** The phrases of a shop. */
    public static Phrases of(ShopProfile shop) {
        String resource = "/demo/phrases-" + shop.language().name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Phrases(ofShop(parse(reader), shop.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }

    /**
     * Any line of a section, placeholders in braces still in it.
     *
     * @throws IllegalArgumentException when there is no such section
     */
    public String line(String section, Dice dice) {
        return dice.pick(section(section));
    }

    /** Names of all sections. */
    public Set<String> sections() {
        return Set.copyOf(linesBySection.keySet());
    }

    /** All lines of a section, not empty; fails as {@link #line} does. */
    public List<String> section(String section) {
        List<String> lines = linesBySection.get(section);
        if (lines == null) {
            throw new IllegalArgumentException("no phrases in a section named " + section);
        }
        return lines;
    }

    private static Map<String, List<String>> ofShop(Map<String, List<String>> sections, String shopId) {
        Map<String, List<String>> own = new HashMap<>();
        sections.forEach((name, lines) -> {
            int at = name.indexOf('@');
            if (at < 0) {
                own.putIfAbsent(name, lines);
            } else if (name.substring(at + 1).equals(shopId)) {
                own.put(name.substring(0, at), lines);
            }
        });
        return own;
    }

    private static Map<String, List<String>> parse(BufferedReader reader) throws IOException {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.indexOf(']')), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.strip());
            }
        }
        return sections;
    }
}
