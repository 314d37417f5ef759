package io.deskpulse.digest.rendering;

import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicVersion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of one language, and how it writes numbers, money and days. */
public final class Words {
    /** Languages that there are words in. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    /** Of what no topic was found in. */
    private static final String OTHER = "OTHER";

    private static final Map<String, String> SIGNS =
            Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£", "JPY", "JP¥");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final String language;
    private final Properties texts = new Properties();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> topicNames = new HashMap<>();

    /**
     * The words of a language.
     *
     * @param language one of {@link #LANGUAGES}
     * @param taxonomy names of attributes and reasons
     * @param topics names of topics
     */
    public Words(String language, ReasonTaxonomy taxonomy, TopicVersion topics) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language must be one of " + LANGUAGES + ", got " + language);
        }
        this.language = language;
        try (Reader file = new InputStreamReader(
                Words.class.getResourceAsStream(language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the words of " + language, e);
        }
        boolean isChinese = language.equals("zh");
        taxonomy.attributes().forEach(entry -> names.put(entry.code(), isChinese ? entry.zh() : entry.en()));
        taxonomy.entries().forEach(entry -> names.putIfAbsent(entry.code(), isChinese ? entry.zh() : entry.en()));
        topics.entries().forEach(entry -> topicNames.put(entry.code(), isChinese ? entry.zh() : entry.en()));
    }

    /** The language, {@code en} or {@code zh}. */
    public String language() {
        return language;
    }

    /** What a code of the taxonomy is called; itself when it is none. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** What a topic of questions is called; its code when the taxonomy does not know it. */
    String topic(String code) {
        return code.equals(OTHER) ? text("topic.other") : topicNames.getOrDefault(code, code);
    }

    /** Names of all texts. */
    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /** A text with its values. */
    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key + " in " + language);
        }
        return values.length == 0 ? text.replace("%%", "%") : String.format(Locale.ROOT, text, values);
    }

    /** A number with two significant decimals at most. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An amount in the smallest unit of a currency, as people write it. */
    static String money(long amount, String currency, int minorDigits) {
        DecimalFormat format = new DecimalFormat(
                minorDigits == 0 ? "#,##0" : "#,##0." + "0".repeat(minorDigits),
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        String sign = SIGNS.getOrDefault(currency, currency + " ");
        return (amount < 0 ? "-" : "") + sign + format.format(BigDecimal.valueOf(Math.abs(amount), minorDigits));
    }

    /** A day and minute on the clock of a zone. */
    static String minute(Instant at, String zone) {
        return MINUTES.format(at.atZone(ZoneId.of(zone)));
    }

    /** A day on the clock of a zone. */
    static LocalDate day(Instant at, String zone) {
        return at.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
