package io.deskpulse.ops.replay.files;

import io.deskpulse.schemas.jsonl.ForeignEncoding;
import io.deskpulse.schemas.jsonl.Utf8;
import java.io.ByteArrayOutputStream;

/**
 * Tells a file in another encoding from one in UTF-8 in which a line here and there is not.
 *
 * <p>It is another encoding when more lines are not UTF-8 than speak for it, and either their bytes look like text of an encoding that is
 * known here, or there are too many of them to be damage. Not thread-safe.
 */
public final class EncodingCheck {
    private static final int SAMPLE_BYTES = 1 << 16;
    /** One bad line in so many is damage. */
    private static final int RARE = 100;

    private final ByteArrayOutputStream foreignSample = new ByteArrayOutputStream();
    private long lines;
    private long utf8;
    private long utf8Chinese;
    private long foreign;
    private String firstForeign;

    void add(Line line) {
        lines++;
        // A cut line may end within a character.
        if (line.isCut() || isAscii(line.bytes())) {
            return;
        }
        int bad = Utf8.firstBad(line.bytes());
        if (bad < 0) {
            utf8++;
            utf8Chinese += holdsLongSequence(line.bytes()) ? 1 : 0;
        } else {
            addForeign(line, bad);
        }
    }

    /** What is wrong with the encoding of all lines together, or null. */
    String problem() {
        if (foreign == 0 || lines == 1) {
            return null; // one line alone is told and kept as any bad line is: nothing is read of it
        }
        String encoding = ForeignEncoding.of(foreignSample.toByteArray());
        boolean chinese = encoding != null && encoding.startsWith("GB");
        if (foreign <= (chinese ? utf8Chinese : utf8)) {
            return null;
        }
        String where = "it is not UTF-8, first in " + firstForeign;
        if (encoding != null) {
            return where + "; looks like " + encoding + ": convert it with iconv -f " + encoding + " -t UTF-8";
        }
        boolean damage = foreign == 1 || foreign * RARE < lines;
        return damage ? null : where + "; convert it with iconv -f ENCODING -t UTF-8";
    }

    private void addForeign(Line line, int bad) {
        foreign++;
        if (foreign == 1) {
            firstForeign = "line " + line.number() + " at byte " + (bad + 1);
        }
        if (foreign == 1 || foreignSample.size() + line.bytes().length <= SAMPLE_BYTES) {
            foreignSample.writeBytes(line.bytes());
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has characters of three or four bytes, as Chinese has; one of two may be a pair of GBK that is UTF-8 by accident. */
    private static boolean holdsLongSequence(byte[] utf8) {
        for (byte b : utf8) {
            if ((b & 0xff) >= 0xe0) {
                return true;
            }
        }
        return false;
    }
}
