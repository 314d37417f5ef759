package io.deskpulse.streaming.hotspots.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.Exposure;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Signal;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopSignalCodecTest {
    static Signal[] signals() {
        return new Signal[] {
            new Complaint(1_700_000_000_000L, "t-1", 3, -7L, 1_699_000_000_000L, "sku-1", "浙江", "SF", "night"),
            new Complaint(1_700_000_000_000L, "t-1", 0, 0L, Complaint.UNKNOWN, null, null, null, null),
            new Exposure(1_700_000_000_000L, ExposureType.CONVERSATION, Dimension.AGENT_GROUP, "night", 12),
            new Exposure(1_700_000_000_000L, ExposureType.SIGNED, Dimension.SHOP, Complaint.WHOLE_SHOP, 1)
        };
    }

    @ParameterizedTest
    @MethodSource("signals")
    void readsWhatItWrote(Signal signal) throws IOException {
        ShopSignal sent = new ShopSignal("shop-1", signal);
        DataOutputSerializer out = new DataOutputSerializer(16);

        new ShopSignalCodec().write(sent, out);

        assertThat(new ShopSignalCodec().read(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(sent);
    }

    @Test
    void tellsWhenThereIsNothingInIt() {
        byte[] onlyAForm = {1, (byte) 0x81};

        assertThatThrownBy(() -> new ShopSignalCodec().read(new DataInputDeserializer(onlyAForm)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shop-signal/1");
    }
}
