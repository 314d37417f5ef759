package io.deskpulse.metrics.conversion;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Binary form of the rows of one buyer on their way to their tables, one form for all three kinds. */
public final class BuyerFactsCodec {
    private static final FormId ID = new FormId("buyer-facts", 1);

    private static final int DAY = 1;
    private static final int ORDER = 2;
    private static final int TROUBLE_OF_ORDER = 3;
    private static final int TROUBLE = 4;

    /** A row stands alone: no day is close by. */
    private static final int NO_DAY = 0;

    private BuyerFactsCodec() {}

    /** Writes a row of any kind. */
    public static void write(BuyerFacts facts, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(ID);
        if (facts instanceof BuyerDayFacts day) {
            form.group(DAY);
            BuyerDayForm.write(day, NO_DAY, form);
        } else if (facts instanceof OrderFacts order) {
            form.group(ORDER);
            OrderForm.write(order, NO_DAY, form);
        } else if (facts instanceof TroubleFacts trouble) {
            form.text(TROUBLE_OF_ORDER, trouble.orderId);
            form.group(TROUBLE);
            TroubleForm.write(trouble, NO_DAY, form);
        }
        form.end();
        form.writeFramed(out);
    }

    /** Reads what {@link #write} wrote. */
    public static BuyerFacts read(DataInput in) throws IOException {
        FormReader form = FormReader.framed(ID, in);
        int kind = form.next();
        String orderId = null;
        if (kind == TROUBLE_OF_ORDER) {
            orderId = form.text();
            kind = form.next();
        }
        form.group();
        return switch (kind) {
            case DAY -> BuyerDayForm.read(NO_DAY, form);
            case ORDER -> OrderForm.read(NO_DAY, form);
            case TROUBLE -> TroubleForm.read(orderId, NO_DAY, form);
            default -> throw form.damaged("there is no such kind of row");
        };
    }
}
