package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.conversion.BuyerDayFacts.Orphan;
import io.deskpulse.metrics.conversion.BuyerEvent.Kind;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Binary form of a buyer's day, seen from another day close by. */
final class BuyerDayForm {
    private static final Kind[] KINDS = Kind.values();

    private static final int EPOCH_DAY = 1;
    private static final int VERSION = 2;
    private static final int BOUGHT_BEFORE = 3;
    private static final int ORDERED_SAME_DAY = 4;
    private static final int PAID_SAME_DAY = 5;
    private static final int PAID_NEXT_DAY = 6;
    private static final int CONSULTED = 7;
    private static final int ACCOUNT = 8;
    private static final int REPLIES_WITHOUT_ACCOUNT = 9;
    private static final int ORPHAN = 10;

    private static final int ORPHAN_ORDER = 1;
    private static final int ORPHAN_KIND = 2;

    private BuyerDayForm() {}

    /** An instant close to those of a day, milliseconds since the epoch. */
    static long sinceMillis(int epochDay) {
        return TimeUnit.DAYS.toMillis(epochDay);
    }

    static void write(BuyerDayFacts day, int today, FormWriter out) {
        out.signed(EPOCH_DAY, day.epochDay - today);
        out.number(VERSION, day.version);
        out.number(BOUGHT_BEFORE, day.boughtBefore);
        out.flag(ORDERED_SAME_DAY, day.orderedSameDay);
        out.number(PAID_SAME_DAY, day.paidSameDay);
        out.number(PAID_NEXT_DAY, day.paidNextDay);
        out.instant(CONSULTED, day.consultedAtMillis, sinceMillis(today), BuyerFacts.NONE);
        for (String account : day.accounts) {
            out.name(ACCOUNT, account);
        }
        out.number(REPLIES_WITHOUT_ACCOUNT, day.repliesWithoutAccount);
        for (Orphan orphan : day.orphans) {
            out.group(ORPHAN);
            out.name(ORPHAN_ORDER, orphan.orderId());
            out.constant(ORPHAN_KIND, orphan.kind());
            out.end();
        }
    }

    static BuyerDayFacts read(int today, FormReader in) throws IOException {
        BuyerDayFacts day = new BuyerDayFacts(today);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case EPOCH_DAY -> day.epochDay = today + in.signedInt();
                case VERSION -> day.version = in.count();
                case BOUGHT_BEFORE -> day.boughtBefore = in.count();
                case ORDERED_SAME_DAY -> day.orderedSameDay = in.flag();
                case PAID_SAME_DAY -> day.paidSameDay = in.count();
                case PAID_NEXT_DAY -> day.paidNextDay = in.count();
                case CONSULTED -> day.consultedAtMillis = in.instant(sinceMillis(today));
                case ACCOUNT -> day.accounts.add(in.name());
                case REPLIES_WITHOUT_ACCOUNT -> day.repliesWithoutAccount = in.count();
                case ORPHAN -> {
                    in.group();
                    day.orphans.add(readOrphan(in));
                }
                default -> {}
            }
        }
        return day;
    }

    private static Orphan readOrphan(FormReader in) throws IOException {
        String orderId = null;
        Kind kind = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ORPHAN_ORDER -> orderId = in.name();
                case ORPHAN_KIND -> kind = in.constant(KINDS);
                default -> {}
            }
        }
        return new Orphan(orderId, kind);
    }
}
