package io.deskpulse.metrics.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A set of hashes as it grows, written and read. */
class LongSetTest {
    private static final FormId ID = new FormId("hashes", 1);

    @Test
    void itHoldsWhatWasAddedAndNothingElse() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Set<Long> expected = new HashSet<>();
            LongSet set = new LongSet();
            for (int i = 0; i < seed * 3; i++) {
                long value = hash(random.nextInt(seed * 4));
                assertThat(set.add(value)).isEqualTo(expected.add(value));
            }

            assertSame(set, expected);
            assertSame(reread(set), expected);
        }
    }

    @Test
    void hashesThatCollideInEveryLowBitAreToldApart() {
        LongSet set = new LongSet();
        for (long i = 0; i < 300; i++) {
            assertThat(set.add(i << 32)).isTrue();
            assertThat(set.add(i << 32)).isFalse();
        }

        assertThat(set.size()).isEqualTo(300);
        assertThat(set.contains(300L << 32)).isFalse();
    }

    @Test
    void anEmptyOneIsNotWritten() {
        FormWriter out = new FormWriter().begin(ID);

        new LongSet().write(1, out);

        assertThat(out.toBytes()).hasSize(1);
    }

    @Test
    void bytesThatAreNoHashesAreRefused() {
        FormWriter out = new FormWriter().begin(ID);
        out.bytes(1, new byte[12]);

        assertThatThrownBy(() -> read(out.toBytes()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form hashes/1, tag 1: 12 bytes are no hashes");
    }

    @Test
    void hashesNeverChangeAsStatesKeepThem() {
        long chat = Hash64.of("chat", Hash64.NOTHING);

        assertThat(Stream.of("", "a", "501", "msg-0001", "在吗-42").map(text -> Hash64.of(text, chat)))
                .containsExactly(
                        -8_956_165_397_450_016_534L,
                        200_796_586_637_903_582L,
                        3_630_066_750_512_449_422L,
                        6_232_890_023_786_032_017L,
                        6_799_358_398_162_474_869L);
        assertThat(Hash64.of("b", Hash64.of("a", Hash64.NOTHING)))
                .as("the place between two texts counts")
                .isNotEqualTo(Hash64.of("", Hash64.of("ab", Hash64.NOTHING)));
    }

    private static void assertSame(LongSet set, Set<Long> expected) {
        assertThat(set.size()).isEqualTo(expected.size());
        for (int i = 0; i < 4 * expected.size() + 4; i++) {
            assertThat(set.contains(hash(i))).isEqualTo(expected.contains(hash(i)));
        }
    }

    private static LongSet reread(LongSet set) throws IOException {
        FormWriter out = new FormWriter().begin(ID);
        set.write(1, out);
        return set.size() == 0 ? set : read(out.toBytes());
    }

    private static LongSet read(byte[] bytes) throws IOException {
        FormReader in = new FormReader(ID).begin(bytes);
        in.next();
        return LongSet.read(in);
    }

    private static long hash(int number) {
        return Hash64.of(Integer.toString(number), Hash64.NOTHING);
    }
}
