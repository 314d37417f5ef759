package io.deskpulse.ops.readers;

import io.deskpulse.ops.readers.ShopReader.Quota;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of readers says, or why it says nothing.
 *
 * @param readers null when there are problems
 * @param problems all of them, by line; empty when all is well
 */
public record ReaderFile(List<ShopReader> readers, List<YamlProblem> problems) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern SHOP = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?");
    private static final String OURS = "deskpulse";
    private static final int LEAST_PASSWORD = 12;
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(31);

    /**
     * Reads YAML or JSON; never throws.
     *
     * @param environment holds the passwords that the file names
     */
    public static ReaderFile parse(String text, Map<String, String> environment) {
        YamlFile<List<ShopReader>> file = YamlFile.read(text, root -> read(root, environment));
        return new ReaderFile(file.value(), file.problems());
    }

    private static List<ShopReader> read(YamlValue root, Map<String, String> environment) {
        List<ShopReader> readers = new ArrayList<>();
        if (root.isAbsent()) {
            root.problem("the file is empty; readers stand under 'readers'");
            return readers;
        }
        Set<String> names = new HashSet<>();
        for (YamlValue value :
                root.section("the file").knowing("readers").required("readers").elements()) {
            ShopReader reader = reader(value, environment);
            if (reader != null && !names.add(reader.name())) {
                value.problem("reader '" + reader.name() + "' is there twice");
            } else if (reader != null) {
                readers.add(reader);
            }
        }
        return readers;
    }

    /** The reader; null when it has a mistake. */
    private static ShopReader reader(YamlValue value, Map<String, String> environment) {
        YamlSection section =
                value.section("a reader").knowing("name", "shops", "password", "password_sha256", "from", "quota");
        String name = section.required("name")
                .read(
                        "a name of small letters, digits and _ that does not begin with " + OURS,
                        text -> NAME.matcher(text).matches() && !text.startsWith(OURS) && !text.equals("default")
                                ? text
                                : null);
        List<String> shops = list(section.required("shops"), SHOP, "the id of a shop");
        if (section.has("shops") && shops.isEmpty()) {
            section.key("shops").problem("a reader needs at least one shop");
        }
        String hash = password(section, environment);
        List<String> networks = list(section.optional("from"), NETWORK, "an address or a network such as 10.0.0.0/8");
        Quota quota = quota(section.optional("quota"));
        return name == null || shops.isEmpty() || hash == null || quota == null
                ? null
                : new ShopReader(name, shops, hash, networks, quota);
    }

    private static List<String> list(YamlValue value, Pattern form, String expected) {
        List<String> words = new ArrayList<>();
        for (YamlValue element : value.elements()) {
            String word = element.matching(form, expected);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /** Its hash; null when there is none. A mistake never repeats what was written, as it may be a password. */
    private static String password(YamlSection section, Map<String, String> environment) {
        if (section.has("password") == section.has("password_sha256")) {
            section.key("name").problem("a reader has either 'password' or 'password_sha256'");
            return null;
        }
        if (section.has("password_sha256")) {
            String hash = section.optional("password_sha256").text();
            if (hash == null || !HASH.matcher(hash).matches()) {
                section.key("password_sha256").problem("expected 64 hexadecimal digits in small letters");
                return null;
            }
            return hash;
        }
        String written = section.optional("password").text();
        Matcher variable = VARIABLE.matcher(written == null ? "" : written);
        if (!variable.matches()) {
            section.key("password")
                    .problem("expected a variable such as ${NORTH_PASSWORD}; passwords do not stand in the file");
            return null;
        }
        String password = environment.getOrDefault(variable.group(1), "");
        if (password.length() < LEAST_PASSWORD) {
            section.key("password")
                    .problem("the variable " + variable.group(1) + " must hold at least " + LEAST_PASSWORD
                            + " characters, got " + password.length());
            return null;
        }
        return sha256(password);
    }

    /** What is said, else the default; null when it has a mistake. */
    private static Quota quota(YamlValue value) {
        if (value.isAbsent()) {
            return Quota.DEFAULT;
        }
        YamlSection section = value.section("a quota").knowing("interval", "queries", "read_rows", "execution_seconds");
        Long millis = section.has("interval")
                ? section.optional("interval").millis(LONGEST_INTERVAL)
                : Long.valueOf(Duration.ofSeconds(Quota.DEFAULT.seconds()).toMillis());
        Long queries = limit(section, "queries", Quota.DEFAULT.queries());
        Long rows = limit(section, "read_rows", Quota.DEFAULT.readRows());
        Long seconds = limit(section, "execution_seconds", Quota.DEFAULT.executionSeconds());
        if (millis != null && millis < Duration.ofSeconds(1).toMillis()) {
            section.key("interval").problem("an interval is a second at least");
            return null;
        }
        return millis == null || queries == null || rows == null || seconds == null
                ? null
                : new Quota(Duration.ofMillis(millis).toSeconds(), queries, rows, seconds);
    }

    private static Long limit(YamlSection section, String key, long otherwise) {
        return section.has(key) ? section.optional(key).wholeNumber(0, Long.MAX_VALUE) : Long.valueOf(otherwise);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
