package io.deskpulse.metrics.complaints;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link OrderSignals}. */
public final class OrderSignalsForm implements StateForm<OrderSignals> {
    /** The form; it has no state. */
    public static final OrderSignalsForm INSTANCE = new OrderSignalsForm();

    private static final FormId ID = new FormId("order-signals", 1);

    private static final int ORDER = 1;
    private static final int SIGNED_SKU = 2;

    private OrderSignalsForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public List<ReleasedForm<OrderSignals>> released() {
        return List.of();
    }

    @Override
    public void write(OrderSignals signals, FormWriter out) {
        out.group(ORDER);
        ComplaintStateForm.INSTANCE.write(signals.order, out);
        out.end();
        signals.signedSkuIds.forEach(sku -> out.name(SIGNED_SKU, sku));
    }

    @Override
    public OrderSignals read(FormReader in) throws IOException {
        OrderSignals signals = new OrderSignals();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case ORDER -> {
                    in.group();
                    signals.order = ComplaintStateForm.INSTANCE.read(in);
                }
                case SIGNED_SKU -> signals.signedSkuIds.add(in.name());
                default -> {}
            }
        }
        return signals;
    }
}
