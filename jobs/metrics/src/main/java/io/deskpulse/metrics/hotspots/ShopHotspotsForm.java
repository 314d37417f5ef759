package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.hotspots.alarms.AlarmsForm;
import io.deskpulse.metrics.hotspots.cells.CellsForm;
import io.deskpulse.metrics.hotspots.expected.ExpectationForm;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Binary form of a shop's hotspots between two watermarks: what is read goes on as if it had never been written.
 *
 * <p>The same events in any order give the same bytes. Settings, pool and campaigns are no part of it.
 */
public final class ShopHotspotsForm {
    /** Identity of the form; savepoints name it. */
    public static final FormId ID = new FormId("shop-hotspots", 1);

    private static final int DECIDED = 1;
    private static final int BIN_END = 2;
    private static final int LATE_COMPLAINTS = 3;
    private static final int LATE_EXPOSURES = 4;
    private static final int EXPECTATION = 5;
    private static final int CELLS = 6;
    private static final int ALARMS = 7;
    private static final int COMPLAINT = 8;
    private static final int EXPOSURE = 9;

    private ShopHotspotsForm() {}

    /** Writes a shop behind the length of its form. */
    public static void write(ShopHotspots shop, DataOutput out) throws IOException {
        FormWriter form = new FormWriter().begin(ID);
        form.instant(DECIDED, shop.decidedMillis, 0, ShopHotspots.NONE);
        form.instant(BIN_END, shop.binEndMillis, 0, ShopHotspots.NONE);
        form.number(LATE_COMPLAINTS, shop.lateComplaints);
        form.number(LATE_EXPOSURES, shop.lateExposures);
        form.group(EXPECTATION);
        ExpectationForm.write(shop.expectation, form);
        form.end();
        form.group(CELLS);
        CellsForm.write(shop.cells, form);
        form.end();
        form.group(ALARMS);
        AlarmsForm.write(shop.alarms, form);
        form.end();
        shop.complaints.sort(ShopHotspots.ORDER);
        for (Complaint complaint : shop.complaints) {
            form.group(COMPLAINT);
            ComplaintForm.write(complaint, form);
            form.end();
        }
        for (int i : shop.exposures.sorted()) {
            form.group(EXPOSURE);
            ExposureForm.write(shop.exposures.get(i), form);
            form.end();
        }
        form.writeFramed(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param shop of the same settings, of which nothing is known yet
     * @throws IOException when the bytes are damaged or of another form
     */
    public static void read(ShopHotspots shop, DataInput from) throws IOException {
        FormReader in = FormReader.framed(ID, from);
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case DECIDED -> shop.decidedMillis = in.instant(0);
                case BIN_END -> shop.binEndMillis = in.instant(0);
                case LATE_COMPLAINTS -> shop.lateComplaints = in.number();
                case LATE_EXPOSURES -> shop.lateExposures = in.number();
                case EXPECTATION -> {
                    in.group();
                    ExpectationForm.read(shop.expectation, in);
                }
                case CELLS -> {
                    in.group();
                    CellsForm.read(shop.cells, in);
                }
                case ALARMS -> {
                    in.group();
                    AlarmsForm.read(shop.alarms, shop.cells.size(), in);
                }
                case COMPLAINT -> {
                    in.group();
                    shop.complaints.add(ComplaintForm.read(in));
                }
                case EXPOSURE -> {
                    in.group();
                    shop.exposures.add(ExposureForm.read(in));
                }
                default -> {}
            }
        }
        if (shop.decidedMillis != ShopHotspots.NONE) {
            shop.expectation.moveTo(shop.decidedMillis);
        }
    }
}
