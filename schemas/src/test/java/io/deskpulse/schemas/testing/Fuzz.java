package io.deskpulse.schemas.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Damaged inputs for a decoder, the same for the same seed: whole samples in which bytes are flipped, cut out, doubled, put in from another
 * sample or replaced by what decoders trip over. {@code -Dfuzz.inputs=10000000} makes as many over all decoders, in place of 100,000; what
 * a night finds is found again by the number that the failure names.
 */
public final class Fuzz {
    private static final long INPUTS = Long.getLong("fuzz.inputs", 100_000);
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST = 20_000;

    /** What ends, nests, overflows or means something else in one of the formats. */
    private static final List<String> TRIPS = Stream.concat(
                    Stream.of("\0", "\n", "\r\n", "\t", ": ", "- ", "&a ", "|\n", "\uFEFF", "\u202e"),
                    Stream.of("""
                            " ' \\ { } [ ] : # *a << !! > % ? {{ }} ${ $( null true ~ .inf .nan NaN -1 0x7fffffffffffffff
                            9223372036854775808 1e999999999 1e-999999999 2026-02-30 24:60 P999999999999D -999999999-01-01
                            \u00ff\u00fe \uD83D\uDE00 杯子 ﹪ ../../etc/passwd %00 + & = ;-- Asia/Nowhere
                            """.split("\\s+")))
            .toList();

    private final SplittableRandom random;
    private final List<byte[]> samples;

    /** What becomes of one input; throws what no decoder may throw. */
    @FunctionalInterface
    public interface Decoder {
        void decode(byte[] input) throws Exception;
    }

    private Fuzz(List<byte[]> samples, long seed) {
        this.samples = samples;
        this.random = new SplittableRandom(seed);
    }

    /** Samples as they are written, in UTF-8. */
    public static List<byte[]> texts(List<String> samples) {
        return samples.stream()
                .map(sample -> sample.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Hands damaged samples to a decoder.
     *
     * @param share of all inputs that this decoder gets, in (0, 1]
     * @return how many it got
     */
    public static long each(List<byte[]> samples, double share, Decoder decoder) {
        long count = Math.max(1, Math.round(INPUTS * share));
        Fuzz fuzz = new Fuzz(samples, count * 31 + samples.size());
        for (long number = 0; number < count; number++) {
            byte[] input = fuzz.next();
            try {
                decoder.decode(input);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("input " + number + ": " + new String(input, StandardCharsets.UTF_8), e);
            }
        }
        return count;
    }

    /** How many inputs a reader got, and in how many it found a mistake. */
    public record Refused(long inputs, long refused) {}

    /**
     * Hands damaged files to a reader that answers with their mistakes, each of which must be told in words.
     *
     * @param share as in {@link #each}
     */
    public static Refused inWords(List<String> samples, double share, Function<String, ? extends List<?>> mistakes) {
        long[] refused = new long[1];
        long inputs = each(texts(samples), share, input -> {
            List<?> found = mistakes.apply(new String(input, StandardCharsets.UTF_8));
            refused[0] += found.isEmpty() ? 0 : 1;
            found.forEach(mistake -> requireWords(mistake.toString()));
        });
        return new Refused(inputs, refused[0]);
    }

    /**
     * Hands damaged inputs to a reader that takes each, or refuses it by an exception of this very class with words in it.
     *
     * @param share as in {@link #each}
     */
    public static Refused refusing(
            Class<? extends Exception> refusal, List<byte[]> samples, double share, Decoder reader) {
        long[] refused = new long[1];
        long inputs = each(samples, share, input -> {
            try {
                reader.decode(input);
            } catch (Exception e) {
                if (e.getClass() != refusal) {
                    throw e;
                }
                requireWords(e.getMessage());
                refused[0]++;
            }
        });
        return new Refused(inputs, refused[0]);
    }

    /** Fails when what somebody is told is nothing, or what Java says to itself. */
    public static void requireWords(String told) {
        if (told == null || told.isBlank() || told.contains("Exception") || told.contains("\tat ")) {
            throw new AssertionError("no words: " + told);
        }
    }

    private byte[] next() {
        byte[] input = samples.get(random.nextInt(samples.size())).clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int change = 0; change < changes; change++) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + Math.min(64, input.length)));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(input);
            case 1 -> spliced(input, from, new byte[0], to);
            case 2 -> spliced(input, from, slice(input, from, to), from);
            case 3 -> spliced(input, from, trip(), random.nextBoolean() ? from : to);
            case 4 -> spliced(input, from, piece(), to);
            default -> slice(input, 0, from);
        };
    }

    private byte[] flipped(byte[] input) {
        if (input.length > 0) {
            input[random.nextInt(input.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return input;
    }

    private byte[] trip() {
        String trip = TRIPS.get(random.nextInt(TRIPS.size()));
        int times = random.nextInt(20) == 0 ? 1 + random.nextInt(2_000) : 1;
        return trip.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] piece() {
        byte[] other = samples.get(random.nextInt(samples.size()));
        int from = random.nextInt(other.length + 1);
        return slice(other, from, Math.min(other.length, from + random.nextInt(1 + Math.min(200, other.length))));
    }

    private static byte[] slice(byte[] input, int from, int to) {
        return Arrays.copyOfRange(input, from, to);
    }

    private static byte[] spliced(byte[] input, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(input, 0, from);
        out.write(middle, 0, middle.length);
        out.write(input, to, input.length - to);
        return out.size() > LONGEST ? slice(out.toByteArray(), 0, LONGEST) : out.toByteArray();
    }
}
