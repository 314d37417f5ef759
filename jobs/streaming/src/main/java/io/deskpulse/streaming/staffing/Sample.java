package io.deskpulse.streaming.staffing;

import io.deskpulse.metrics.binary.Hash64;
import io.deskpulse.metrics.planning.SeriesInput;
import io.deskpulse.streaming.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some series of a channel, which teach what its shops share: the same ones in whatever order they come.
 *
 * @param channel as in conversations
 * @param series in the order of their shops' hashes
 */
record Sample(String channel, List<SeriesInput> series) {
    private static final Comparator<SeriesInput> BY_HASH = Comparator.comparingLong(
                    (SeriesInput one) -> Hash64.of(one.shopId(), Hash64.NOTHING))
            .thenComparing(SeriesInput::shopId);

    static Sample of(SeriesInput one) {
        return new Sample(one.channel(), List.of(one));
    }

    /** Both together, as many as are wanted. */
    Sample with(Sample other, int most) {
        List<SeriesInput> all = new ArrayList<>(series);
        all.addAll(other.series);
        all.sort(BY_HASH);
        return new Sample(channel, List.copyOf(all.subList(0, Math.min(most, all.size()))));
    }

    /** How it travels within a run. */
    static final class Form implements Codec<Sample> {
        private static final long serialVersionUID = 1L;

        private final SeriesInputCodec form = new SeriesInputCodec();

        @Override
        public void write(Sample sample, DataOutput out) throws IOException {
            out.writeUTF(sample.channel);
            out.writeInt(sample.series.size());
            for (SeriesInput one : sample.series) {
                form.write(one, out);
            }
        }

        @Override
        public Sample read(DataInput in) throws IOException {
            String channel = in.readUTF();
            List<SeriesInput> series = new ArrayList<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                series.add(form.read(in));
            }
            return new Sample(channel, series);
        }
    }
}
