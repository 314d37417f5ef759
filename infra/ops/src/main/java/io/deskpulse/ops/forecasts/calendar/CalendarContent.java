package io.deskpulse.ops.forecasts.calendar;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserFactory;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.DefaultContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;

/**
 * What the library reads in a file, with the lines where it stands: each property that is read has a parameter, and each event
 * a property, {@value #LINE}. Properties and components that forecasts have no use for do not reach the library, so that a mistake in them does no harm.
 */
final class CalendarContent implements ContentHandler {
    static final String LINE = "X-DESKPULSE-LINE";
    static final String CLOCK = "X-DESKPULSE-CLOCK";

    private static final String EVENT = "VEVENT";
    private static final String ZONE = "VTIMEZONE";
    private static final String RULE = "RRULE";
    private static final Map<String, Integer> MOST = Map.of(EVENT, 50_000, ZONE, 500);
    private static final Map<String, Set<String>> READ = Map.of(
            EVENT,
            Set.of("UID DTSTART DTEND DURATION SUMMARY CATEGORIES STATUS SEQUENCE RRULE RDATE EXDATE RECURRENCE-ID"
                    .split(" ")),
            ZONE,
            Set.of("TZID DTSTART TZOFFSETFROM TZOFFSETTO RRULE RDATE".split(" ")),
            "",
            Set.of("METHOD"));
    private static final Set<String> DELIMITERS = Set.of("BEGIN", "END");
    private static final Set<String> PARAMETERS = Set.of("TZID", "VALUE");
    private static final int DEEPEST = 8;
    private static final int MOST_SHOWN = 80;

    private static final Pattern UNEXPECTED_END = Pattern.compile("Expected \\[[A-Z-]{2,}\\], read \\[([A-Z-]+)\\]");

    private final LineNumberReader lines;
    private final List<String> problems;
    private final List<Calendar> calendars = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final DefaultContentHandler model;
    private final Deque<String> open = new ArrayDeque<>();
    private final int[] seen = new int[2];
    private String begin = "";
    private String line = "";
    private String value = "";
    private boolean passedOver;

    private CalendarContent(String text, List<String> problems) {
        this.lines = new LineNumberReader(new StringReader(text));
        this.problems = problems;
        this.model = new DefaultContentHandler(
                calendars::add, TimeZoneRegistryFactory.getInstance().createRegistry());
    }

    /**
     * Reads a file.
     *
     * @param problems gets {@code LINE: problem} for each part that cannot be read
     * @throws IllegalArgumentException {@code LINE: problem} when the file is none that can be read at all
     */
    static CalendarContent of(byte[] file, List<String> problems) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("1: is not text in UTF-8", e);
        }
        if (!text.stripLeading().startsWith("BEGIN:VCALENDAR")) {
            throw new IllegalArgumentException("1: is no calendar; it must begin with BEGIN:VCALENDAR");
        }
        // Lines that are empty become the empty rest of the line before, so that numbers of lines stay what they are.
        text = (text.stripTrailing() + "\n").replace("\r\n", "\n").replaceAll("\n[ \t]*(?=\n)", "\n ");
        requireColons(text);
        CalendarContent content = new CalendarContent(text, problems);
        try {
            CalendarParserFactory.getInstance().get().parse(new UnfoldingReader(content.lines, true), content);
        } catch (ParserException e) {
            throw new IllegalArgumentException(content.structure(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(content.ended() + ": the file cannot be read", e);
        }
        return content;
    }

    /** The library takes a line without a colon and the next one for a single line. */
    private static void requireColons(String text) {
        int number = 0;
        int began = 1;
        boolean colon = true;
        for (String line : (text + ":").split("\n")) {
            number++;
            if (!line.startsWith(" ") && !line.startsWith("\t")) {
                if (!colon) {
                    throw new IllegalArgumentException(began + ": is no NAME:VALUE");
                }
                began = number;
                colon = false;
            }
            colon |= line.indexOf(':') >= 0;
        }
    }

    /** Those of the file whose end was read. */
    List<Calendar> calendars() {
        return calendars;
    }

    /** Whether part of the event that begins on a line could not be read. */
    boolean broken(String line) {
        return broken.contains(line);
    }

    /** What is shown of a text of whatever length. */
    static String shown(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    /** What is wrong with the lines themselves; the library's own count goes astray in files with two kinds of line ends. */
    private String structure(ParserException e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        Matcher ends = UNEXPECTED_END.matcher(message);
        if (ends.find()) {
            return ended() + ": END:" + shown(ends.group(1)) + " ends what does not begin there";
        }
        if (message.contains("Unexpected end of file")) {
            return ended() + ": the file ends within a calendar";
        }
        boolean unnamed = message.contains("Expected [") || message.contains("Invalid property name");
        return unnamed ? at() + ": is no NAME:VALUE" : ended() + ": " + shown(message);
    }

    @Override
    public void startCalendar() {
        model.startCalendar();
    }

    @Override
    public void endCalendar() throws IOException {
        model.endCalendar();
    }

    @Override
    public void startComponent(String name) {
        if (open.size() == DEEPEST) {
            throw new IllegalArgumentException("components are nested too deep");
        }
        open.addLast(name.toUpperCase(Locale.ROOT));
        if (!read()) {
            return;
        }
        model.startComponent(open.getLast());
        if (open.size() == 1) {
            count(open.getLast());
            begin = ended();
            model.startProperty(LINE);
            model.propertyValue(begin);
            attempt(LINE, () -> model.endProperty(LINE));
        }
    }

    @Override
    public void endComponent(String name) {
        if (read()) {
            line = begin;
            value = "";
            attempt(open.getLast(), () -> model.endComponent(open.getLast()));
        }
        open.removeLast();
    }

    @Override
    public void startProperty(String name) {
        line = at();
        value = "";
        passedOver =
                !read() || !READ.get(open.isEmpty() ? "" : open.getFirst()).contains(name.toUpperCase(Locale.ROOT));
        if (DELIMITERS.contains(name.toUpperCase(Locale.ROOT))) {
            problems.add(at() + ": " + name + " must be in capital letters");
        }
        if (!passedOver) {
            model.startProperty(name.toUpperCase(Locale.ROOT));
            attempt(LINE, () -> model.parameter(LINE, line));
        }
    }

    @Override
    public void parameter(String name, String text) {
        String known = name.toUpperCase(Locale.ROOT);
        if (!passedOver && PARAMETERS.contains(known)) {
            boolean clock = known.equals("TZID") && knownClock(text.replace("\"", ""));
            attempt(known, () -> model.parameter(clock ? CLOCK : known, text));
        }
    }

    @Override
    public void propertyValue(String text) {
        value = text;
        if (!passedOver) {
            attempt("the value", () -> model.propertyValue(text.strip()));
        }
    }

    @Override
    public void endProperty(String name) {
        if (!passedOver) {
            String known = name.toUpperCase(Locale.ROOT);
            attempt(known, () -> {
                if (known.equals(RULE)) {
                    RuleDates.require(value.strip());
                }
                model.endProperty(known);
            });
        }
    }

    private interface Part {
        void read() throws Exception;
    }

    /** A part that is wrong is told, and the file read on, so that all that is wrong is told at once. */
    private void attempt(String name, Part part) {
        try {
            part.read();
        } catch (Exception e) {
            passedOver = true;
            broken.add(begin);
            problems.add(line + ": " + words(name, e));
        }
    }

    private String words(String name, Exception e) {
        return switch (name) {
            case RULE ->
                String.valueOf(e.getMessage()).startsWith(RULE)
                        ? e.getMessage()
                        : "RRULE is no rule: " + shown(value) + ": " + shown(String.valueOf(e.getMessage()));
            case "DURATION" -> "DURATION is no length of time: " + shown(value);
            case "DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID" ->
                name + " is no day or time that can be told: " + shown(value);
            default -> name + " cannot be read" + (value.isEmpty() ? "" : ": " + shown(value));
        };
    }

    /** The library has zones of its own, among them some that have had no such summer time for years. */
    private static boolean knownClock(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void count(String component) {
        int most = MOST.get(component);
        if (++seen[component.equals(EVENT) ? 0 : 1] > most) {
            throw new IllegalArgumentException("the file has more than " + most + " of " + component);
        }
    }

    /** Events without what they hold, zones with it. */
    private boolean read() {
        return open.isEmpty() || open.getFirst().equals(ZONE) || open.getFirst().equals(EVENT) && open.size() == 1;
    }

    /** Where the line stands whose end was read. */
    private String ended() {
        return String.valueOf(lines.getLineNumber());
    }

    /** Where the line stands of which a part was read. */
    private String at() {
        return String.valueOf(lines.getLineNumber() + 1);
    }
}
