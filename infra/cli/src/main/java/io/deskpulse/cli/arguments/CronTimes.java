package io.deskpulse.cli.arguments;

import io.deskpulse.ops.UserError;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * When something is started again and again, as crontab has it: minute, hour, and three stars.
 *
 * @param minutes of an hour
 * @param hours of a day
 */
public record CronTimes(BitSet minutes, BitSet hours) {
    private static final int FIELDS = 5;
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    /**
     * Reads five fields; minute and hour are a star, a number, numbers with commas, or a star with a step.
     *
     * @throws UserError when it cannot be read
     */
    public static CronTimes parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != FIELDS || !fields[2].equals("*") || !fields[3].equals("*") || !fields[4].equals("*")) {
            throw unreadable(text, null);
        }
        try {
            return new CronTimes(field(fields[0], MINUTES), field(fields[1], HOURS));
        } catch (IllegalArgumentException e) {
            throw unreadable(text, e);
        }
    }

    /** The next time after another, to the minute. */
    public ZonedDateTime after(ZonedDateTime last) {
        ZonedDateTime at = last.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (!minutes.get(at.getMinute()) || !hours.get(at.getHour())) {
            at = at.plusMinutes(1);
        }
        return at;
    }

    private static BitSet field(String text, int size) {
        BitSet set = new BitSet(size);
        if (text.equals("*")) {
            set.set(0, size);
        } else if (text.startsWith("*/")) {
            int step = number(text.substring(2), size);
            if (step == 0) {
                throw new IllegalArgumentException("a step of 0");
            }
            for (int i = 0; i < size; i += step) {
                set.set(i);
            }
        } else {
            for (String each : text.split(",", -1)) {
                set.set(number(each, size));
            }
        }
        return set;
    }

    private static int number(String text, int size) {
        int number = Integer.parseInt(text);
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException(text + " is out of range");
        }
        return number;
    }

    private static UserError unreadable(String text, Exception cause) {
        return new UserError(
                "--cron must be MINUTE HOUR * * *, such as \"10 2 * * *\" or \"5 */1 * * *\", got \"" + text + "\".",
                cause);
    }
}
