package io.deskpulse.streaming.events;

import io.deskpulse.metrics.timeline.TimelineEvent;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.deadletters.DeadLetterCodec;
import io.deskpulse.streaming.timeline.Located;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link Decoded}; used only where Flink cannot chain the source to what follows it. */
final class DecodedCodec implements Codec<Decoded> {
    private static final int REJECTED = -1;

    private final List<? extends Intake<?, ?>> intakes;
    private final DeadLetterCodec letters = new DeadLetterCodec();

    DecodedCodec(List<? extends Intake<?, ?>> intakes) {
        this.intakes = intakes;
    }

    @Override
    public void write(Decoded decoded, DataOutput out) throws IOException {
        if (decoded.rejected() != null) {
            out.writeByte(REJECTED);
            letters.write(decoded.rejected(), out);
        } else {
            out.writeByte(decoded.intake());
            write(codec(decoded.intake()), decoded.event(), out);
        }
    }

    @Override
    public Decoded read(DataInput in) throws IOException {
        int intake = in.readByte();
        return intake == REJECTED
                ? Decoded.rejected(letters.read(in))
                : Decoded.event(intake, codec(intake).read(in));
    }

    private Codec<? extends Located<? extends TimelineEvent>> codec(int intake) {
        return intakes.get(intake).codec();
    }

    /** The event was made by the intake that the codec is of. */
    @SuppressWarnings("unchecked")
    private static <L> void write(Codec<L> codec, Located<?> event, DataOutput out) throws IOException {
        codec.write((L) event, out);
    }
}
