package io.deskpulse.streaming.events;

import io.deskpulse.streaming.deadletters.DeadLetter;
import io.deskpulse.streaming.timeline.Located;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Events of the first intake go on, those of each other one and dead letters aside; stateless. */
final class SetApart extends ProcessFunction<Decoded, Located<?>> {
    private final OutputTag<DeadLetter> rejected;
    private final List<OutputTag<Located<?>>> others;

    /**
     * A function that tells what a source has read apart.
     *
     * @param others of all intakes but the first, in their order
     */
    SetApart(OutputTag<DeadLetter> rejected, List<OutputTag<Located<?>>> others) {
        this.rejected = rejected;
        this.others = others;
    }

    @Override
    public void processElement(Decoded decoded, Context context, Collector<Located<?>> out) {
        if (decoded.rejected() != null) {
            context.output(rejected, decoded.rejected());
        } else if (decoded.intake() == 0) {
            out.collect(decoded.event());
        } else {
            context.output(others.get(decoded.intake() - 1), decoded.event());
        }
    }
}
