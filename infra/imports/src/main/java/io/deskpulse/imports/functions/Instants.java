package io.deskpulse.imports.functions;

import io.deskpulse.ops.UserError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as other systems write them, as milliseconds since 1970-01-01 UTC; fractions beyond milliseconds are cut. */
public final class Instants {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,9})?");
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?");
    private static final BigDecimal SECONDS_BELOW = new BigDecimal("1E+11");

    private final ZoneId zone;
    private final boolean later;
    private long twice;

    /**
     * A reader.
     *
     * @param zone of times that carry no offset; null when none was named
     * @param later whether a time that exists twice, when the clock is put back, is the later one
     */
    public Instants(ZoneId zone, boolean later) {
        this.zone = zone;
        this.later = later;
    }

    /** How many times existed twice. */
    public synchronized long twice() {
        return twice;
    }

    /**
     * A time.
     *
     * @param ofSource zone of times without an offset in this source; null to take the one that was named
     * @throws DateTimeException when it is none, or does not exist
     * @throws UserError when it carries no offset and nobody named a zone
     */
    public long millis(String text, ZoneId ofSource) {
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            BigDecimal millis = number.abs().compareTo(SECONDS_BELOW) < 0 ? number.movePointRight(3) : number;
            return millis.setScale(0, RoundingMode.FLOOR).longValueExact();
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("expected a time such as 2026-11-11T10:00:00Z or seconds since 1970");
        }
        LocalDateTime local = LocalDateTime.of(
                        part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4), part(parts, 5), part(parts, 6))
                .plusNanos(nanos(parts.group(7)));
        String offset = parts.group(8);
        return offset == null
                ? local(local, ofSource)
                : local.toInstant(offset(offset)).toEpochMilli();
    }

    /** A time in a pattern of {@link DateTimeFormatter}, which carries no offset. */
    public long millis(String text, DateTimeFormatter pattern, ZoneId ofSource) {
        return local(LocalDateTime.parse(text, pattern), ofSource);
    }

    private long local(LocalDateTime local, ZoneId ofSource) {
        ZoneId named = ofSource == null ? zone : ofSource;
        if (named == null) {
            throw new UserError("Times of this source carry no offset: name their zone, such as --zone Europe/Berlin.");
        }
        ZoneRules rules = named.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new DateTimeException("a time that does not exist, since the clock was put forward");
        }
        if (offsets.size() > 1) {
            count();
        }
        return local.toInstant(offsets.get(later ? offsets.size() - 1 : 0)).toEpochMilli();
    }

    private synchronized void count() {
        twice++;
    }

    private static int part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static long nanos(String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(String text) {
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
