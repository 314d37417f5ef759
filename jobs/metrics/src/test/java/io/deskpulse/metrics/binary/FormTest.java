package io.deskpulse.metrics.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The compact form to the byte, as its description says. */
class FormTest {
    private static final FormId ID = new FormId("test-form", 5);
    private static final TimeUnit[] UNITS = TimeUnit.values();

    private final FormWriter out = new FormWriter().begin(ID);

    @Test
    void aFormBeginsWithItsNumberAndTellsFieldsByTag() {
        out.number(1, 300);
        out.text(2, "hi");
        out.group(3);
        out.flag(31, true);
        out.end();
        out.number(32, 1);

        assertThat(hex()).isEqualTo("85" + "04ac02" + "09026869" + "0f" + "7c01" + "00" + "800101");
        assertThat(FormReader.isForm(out.toBytes())).isTrue();
        assertThat(FormReader.isForm(new byte[] {0x00, (byte) 0x85})).isFalse();
        assertThat(FormReader.isForm(new byte[0])).isFalse();
    }

    @Test
    void defaultsAreNotWritten() {
        out.number(1, 0);
        out.signed(2, 0);
        out.flag(3, false);
        out.answer(4, null);
        out.constant(5, null);
        out.constant(6, TimeUnit.DAYS, TimeUnit.DAYS);
        out.instant(7, -1, 0, -1);
        out.text(8, null);
        out.text(9, "same", "same");
        out.text(10, null, null);
        out.name(11, null);
        out.group(12);
        out.endUnlessEmpty();

        assertThat(hex()).isEqualTo("85");
    }

    @Test
    void aGroupStandsWhenItHasContentOrIsOneOfSeveral() {
        out.group(1);
        out.end();
        out.group(1);
        out.group(2);
        out.endUnlessEmpty();
        out.flag(3, true);
        out.endUnlessEmpty();

        assertThat(hex()).isEqualTo("85" + "0700" + "070c0100");
    }

    @Test
    void aNameIsWrittenOnce() {
        out.name(1, "a");
        out.name(2, "b");
        out.name(3, "a");

        assertThat(hex()).isEqualTo("85" + "060261" + "0a0262" + "0e01");
    }

    @Test
    void wordsThatComeAgainAreOneStringWhateverElseIsReadBetween() throws IOException {
        FormReader in = new FormReader(ID);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            words.add(List.of("sku-", "浙江", "x".repeat(70)).get(i % 3) + i % 1_000);
        }
        Map<String, Integer> read = new HashMap<>();
        for (String word : words) {
            out.begin(ID);
            out.text(1, word);
            out.name(2, "same");
            in.begin(out.toBytes());
            in.require(1);
            assertThat(in.word()).isEqualTo(word);
            in.require(2);
            read.merge("" + System.identityHashCode(in.name()), 1, Integer::sum);
        }
        assertThat(read).hasSizeLessThan(words.size() / 100);
    }

    @Test
    void everyValueIsReadAsItWasWritten() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            String text = "文".repeat(random.nextInt(3)) + "x".repeat(random.nextInt(200)) + "😀";
            TimeUnit unit = random.nextBoolean() ? null : UNITS[random.nextInt(UNITS.length)];
            out.begin(ID);
            out.number(1, number);
            out.signed(2, number);
            out.instant(3, number, 1_794_000_000_000L, Long.MIN_VALUE);
            out.text(4, text);
            out.constant(5, unit);
            out.answer(6, number > 0);
            out.text(7, null, text);

            FormReader in = new FormReader(ID).begin(out.toBytes());
            if (number != 0) {
                in.require(1);
                assertThat(in.number()).isEqualTo(number);
                in.require(2);
                assertThat(in.signed()).isEqualTo(number);
            }
            in.require(3);
            assertThat(in.instant(1_794_000_000_000L)).isEqualTo(number);
            in.require(4);
            assertThat(in.text()).isEqualTo(text);
            if (unit != null) {
                in.require(5);
                assertThat(in.constant(UNITS)).isEqualTo(unit);
            }
            in.require(6);
            assertThat(in.answer()).isEqualTo(number > 0);
            in.require(7);
            assertThat(in.text()).isNull();
            assertThat(in.next()).isEqualTo(FormReader.END);
        }
    }

    @Test
    void manyNamesAreAllReadBackAlsoWhenSomeArePassedOver() throws IOException {
        for (int i = 0; i < 500; i++) {
            out.name(1 + i % 2, "account " + i % 90);
        }

        FormReader in = new FormReader(ID).begin(out.toBytes());
        for (int i = 0; i < 500; i++) {
            int tag = in.next();
            if (tag == 1) {
                assertThat(in.name()).isEqualTo("account " + i % 90);
            }
        }
        assertThat(in.next()).isEqualTo(FormReader.END);
    }

    @Test
    void aFormIsReadFromAmongOthers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        out.text(1, "x".repeat(100_000));
        out.writeFramed(new DataOutputStream(bytes));
        out.begin(ID).number(1, 7);
        out.writeFramed(new DataOutputStream(bytes));
        DataInputStream both = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

        FormReader first = FormReader.framed(ID, both);
        first.next();
        assertThat(first.text()).hasSize(100_000);
        FormReader second = FormReader.framed(ID, both);
        second.next();
        assertThat(second.number()).isEqualTo(7);
        assertThat(both.available()).isZero();
    }

    @Test
    void whatCannotBeIsToldWithFormAndTag() {
        out.number(9, 1);
        assertBroken("form test-form/5, tag 9", FormReader::text, out.toBytes());
        assertBroken("tag 9: there is no constant 200", in -> in.constant(UNITS), 0x85, 0x24, 0xC8, 0x01);
        assertBroken("tag 9: -1 is no count", FormReader::count, 0x85, 0x24, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0x01);
        assertBroken("more than ten bytes", FormReader::number, 0x85, 0x24, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1);
        assertBroken("tag 9: 100 bytes, of which 1 are left", FormReader::text, 0x85, 0x25, 100, 0x61);
        assertBroken("tag 9: there is no name 0", FormReader::name, 0x85, 0x26, 0x01);
        assertBroken("tag 9: cut off", FormReader::number, 0x85, 0x24, 0x80);
        assertBroken("is no tag", FormReader::number, 0x85, 0x01, 0x01);
        assertBroken("a group ends that never began", FormReader::number, 0x85, 0x00);
        assertBroken("it begins with 134", FormReader::number, 0x86);
        assertBroken("it begins with 0", FormReader::number);
        assertThatThrownBy(() -> new FormReader(ID).begin(out.toBytes()).require(8))
                .hasMessageContaining("there is no tag 8");
    }

    @Test
    void idsAreWords() {
        assertThat(ID).hasToString("test-form/5");
        assertThatThrownBy(() -> new FormId("a/b", 1)).hasMessageContaining("'a/b'");
        assertThatThrownBy(() -> new FormId("", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormId("a", 0)).hasMessageContaining("1 to 127, got 0");
        assertThatThrownBy(() -> new FormId("a", 128)).hasMessageContaining("got 128");
    }

    private interface Read {
        Object from(FormReader in) throws IOException;
    }

    private static void assertBroken(String message, Read read, int... bytes) {
        byte[] form = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            form[i] = (byte) bytes[i];
        }
        assertBroken(message, read, form);
    }

    private static void assertBroken(String message, Read read, byte[] form) {
        assertThatThrownBy(() -> {
                    FormReader in = new FormReader(ID).begin(form);
                    in.next();
                    read.from(in);
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private String hex() {
        return HexFormat.of().formatHex(out.toBytes());
    }
}
