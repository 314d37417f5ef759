package io.deskpulse.metrics.conversion;

import static io.deskpulse.metrics.conversion.BuyerFacts.NONE;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.IOException;

/** Binary form of a trouble of an order, seen from a day close by. */
final class TroubleForm {
    private static final int ID = 1;
    private static final int VERSION = 2;
    private static final int KIND = 3;
    private static final int DETECTED = 4;
    private static final int DETECTED_DAY = 5;
    private static final int FIRST_WORD = 6;
    private static final int PROACTIVE = 7;
    private static final int FIRST_WORD_ACCOUNT = 8;
    private static final int FIXED = 9;

    private TroubleForm() {}

    static void write(TroubleFacts trouble, int today, FormWriter out) {
        long since = BuyerDayForm.sinceMillis(today);
        out.text(ID, trouble.troubleId);
        out.number(VERSION, trouble.version);
        out.name(KIND, trouble.kind);
        if (trouble.isDetected()) {
            out.instant(DETECTED, trouble.detectedAtMillis, since, NONE);
            out.signed(DETECTED_DAY, trouble.detectedDay - today);
        }
        out.instant(FIRST_WORD, trouble.firstWordAtMillis, since, NONE);
        out.flag(PROACTIVE, trouble.proactive);
        out.name(FIRST_WORD_ACCOUNT, trouble.firstWordAccount);
        out.instant(FIXED, trouble.fixedAtMillis, since, NONE);
    }

    static TroubleFacts read(String orderId, int today, FormReader in) throws IOException {
        long since = BuyerDayForm.sinceMillis(today);
        in.require(ID);
        TroubleFacts trouble = new TroubleFacts(orderId, in.text());
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case VERSION -> trouble.version = in.count();
                case KIND -> trouble.kind = in.name();
                case DETECTED -> {
                    trouble.detectedAtMillis = in.instant(since);
                    trouble.detectedDay = today;
                }
                case DETECTED_DAY -> trouble.detectedDay = today + in.signedInt();
                case FIRST_WORD -> trouble.firstWordAtMillis = in.instant(since);
                case PROACTIVE -> trouble.proactive = in.flag();
                case FIRST_WORD_ACCOUNT -> trouble.firstWordAccount = in.name();
                case FIXED -> trouble.fixedAtMillis = in.instant(since);
                default -> {}
            }
        }
        return trouble;
    }
}
