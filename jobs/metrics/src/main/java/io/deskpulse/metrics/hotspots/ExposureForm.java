package io.deskpulse.metrics.hotspots;

import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.io.IOException;

/** Binary form of exposures, on their way and while they wait for their tick. */
final class ExposureForm {
    private static final ExposureType[] TYPES = ExposureType.values();
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private static final int TIME = 1;
    private static final int TYPE = 2;
    private static final int DIMENSION = 3;
    private static final int VALUE = 4;
    private static final int COUNT = 5;

    private ExposureForm() {}

    static void write(Exposure exposure, FormWriter out) {
        out.number(TIME, exposure.timeMillis());
        out.constant(TYPE, exposure.type());
        out.constant(DIMENSION, exposure.dimension());
        out.name(VALUE, exposure.value());
        out.number(COUNT, exposure.count());
    }

    static Exposure read(FormReader in) throws IOException {
        long timeMillis = 0;
        ExposureType type = ExposureType.SIGNED;
        Dimension dimension = Dimension.SHOP;
        String value = Complaint.WHOLE_SHOP;
        int count = 1;
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case TIME -> timeMillis = in.number();
                case TYPE -> type = in.constant(TYPES);
                case DIMENSION -> dimension = in.constant(DIMENSIONS);
                case VALUE -> value = in.name();
                case COUNT -> count = in.count();
                default -> {}
            }
        }
        if (count < 1) {
            throw in.damaged("it has " + count + " exposures");
        }
        return new Exposure(timeMillis, type, dimension, value, count);
    }
}
