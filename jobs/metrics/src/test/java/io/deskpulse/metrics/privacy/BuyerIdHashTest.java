package io.deskpulse.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BuyerIdHashTest {

    @Test
    void isTheTruncatedHmacOfTheId() {
        // printf '%s' 'what do ya want for nothing?' | openssl dgst -sha256 -hmac 'JefeJefeJefeJefe'
        BuyerIdHash hash = new BuyerIdHash("JefeJefeJefeJefe");

        assertThat(hash.of("what do ya want for nothing?")).isEqualTo("2ccd85dfc8d18cb5d84fef4b19855469");
    }

    @Test
    void equalIdsStayEqualAndKeysSeparate() {
        BuyerIdHash hash = new BuyerIdHash("0123456789abcdef");
        String first = hash.of("buyer-1");
        for (int i = 0; i < 10_000; i++) {
            hash.of("other-" + i);
        }

        assertThat(hash.of("buyer-1")).isEqualTo(first).hasSize(32).doesNotContain("buyer");
        assertThat(new BuyerIdHash("0123456789abcdeg").of("buyer-1")).isNotEqualTo(first);
    }

    @Test
    void refusesAShortKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new BuyerIdHash("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 16 bytes, got 6")
                .hasMessageNotContaining("secret");
    }
}
