package io.deskpulse.ops.replay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipMembersTest {
    /** Compresses badly, so that a member is longer than any buffer. */
    private static final String LONG = randomText(300_000);

    @Test
    void readsMembersOneAfterAnotherEmptyOnesIncluded() throws IOException {
        assertThat(read(joined(member(""), member("a\n"), member(""), member(LONG), member("b\n"), member(""))))
                .isEqualTo("a\n" + LONG + "b\n");
    }

    @Test
    void readsNothingOfAnEmptyMember() throws IOException {
        assertThat(read(member(""))).isEmpty();
    }

    @Test
    void ignoresZeroBytesUpToTheEnd() throws IOException {
        assertThat(read(joined(member("a"), member("b"), new byte[100_000]))).isEqualTo("ab");
    }

    /** Name; comment; extra field; checksum of the header; all of them. */
    @ParameterizedTest
    @CsvSource({"08, 6100", "10, 6300", "04, 02007878", "02, 0000", "1e, 020078786100630000 00"})
    void readsEveryHeader(String flags, String fields) throws IOException {
        byte[] plain = member("text");
        byte[] header = HexFormat.of().parseHex("1f8b08" + flags + "000000000003" + fields.replace(" ", ""));

        assertThat(read(joined(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource({"78", "2d2d20726f7461746564", "0000000041", "1f78", "7b226964223a317d0a"})
    void refusesWhatFollowsAMemberAndIsNone(String hex) {
        byte[] file = joined(member("a"), member("b"), HexFormat.of().parseHex(hex), member("c"));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ZipException.class)
                .hasMessage("what follows member 2 of the gzip file is no gzip");
    }

    @Test
    void refusesAFileThatIsCutAnywhereButBetweenMembers() throws IOException {
        byte[] first = member("first");
        byte[] file = joined(first, member("second"));

        for (int length = 2; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (length == first.length) {
                assertThat(read(cut)).isEqualTo("first");
            } else {
                assertThatThrownBy(() -> read(cut))
                        .isInstanceOf(EOFException.class)
                        .hasMessageContaining("cut short");
            }
        }
    }

    /** Flags, method, data and trailer; the stamp and the other two bytes of a header say nothing about the content. */
    @Test
    void neverReadsADamagedMemberAsSomethingElse() throws IOException {
        byte[] file = joined(member("first"), member("second"));
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            String read;
            try {
                read = read(damaged);
            } catch (IOException e) {
                continue;
            }
            assertThat(read).as("bit %d", bit).isEqualTo("firstsecond");
        }
    }

    @Test
    void saysWhichMemberIsDamaged() {
        byte[] second = member("second");
        second[second.length - 8] ^= 1;

        assertThatThrownBy(() -> read(joined(member("first"), second)))
                .isInstanceOf(ZipException.class)
                .hasMessage("member 2 of the gzip file is damaged: its checksum is another one");
    }

    @Test
    void readsByteByByteWhatItReadsAtOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(joined(member("ab"), member("é"))))) {
            for (int value = in.read(); value >= 0; value = in.read()) {
                text.append((char) value);
            }
        }

        assertThat(text.toString().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo("abé".getBytes(StandardCharsets.UTF_8));
    }

    private static String read(byte[] file) throws IOException {
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] member(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static String randomText(int length) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(90)));
        }
        return text.toString();
    }
}
