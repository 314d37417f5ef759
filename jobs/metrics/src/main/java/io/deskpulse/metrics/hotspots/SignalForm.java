package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.Signal;
import java.io.IOException;

/** Binary form of a signal: a group in the form of its kind. */
public final class SignalForm {
    private static final int COMPLAINT = 1;
    private static final int EXPOSURE = 2;

    private SignalForm() {}

    /** Writes the fields of a signal into the form or group that was begun. */
    public static void write(Signal signal, FormWriter out) {
        if (signal instanceof Complaint complaint) {
            out.group(COMPLAINT);
            ComplaintForm.write(complaint, out);
        } else if (signal instanceof Exposure exposure) {
            out.group(EXPOSURE);
            ExposureForm.write(exposure, out);
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote, to the end of the form or group.
     *
     * @throws IOException when there is no signal in it
     */
    public static Signal read(FormReader in) throws IOException {
        Signal signal = null;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case COMPLAINT -> {
                    in.group();
                    signal = ComplaintForm.read(in);
                }
                case EXPOSURE -> {
                    in.group();
                    signal = ExposureForm.read(in);
                }
                default -> {}
            }
        }
        if (signal == null) {
            throw in.damaged("there is no signal in it");
        }
        return signal;
    }
}
