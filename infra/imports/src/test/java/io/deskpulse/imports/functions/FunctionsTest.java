package io.deskpulse.imports.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.ops.UserError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void moneyIsExact() {
        assertThat(Money.minor("19.99", "EUR")).isEqualTo(1999);
        assertThat(Money.minor("5000", "JPY")).isEqualTo(5000);
        assertThat(Money.minor("1.234", "KWD")).isEqualTo(1234);
        assertThat(Money.minor("50.00", "BRL", "3")).isEqualTo(1667);
        assertThat(Money.converted("40.00", "JPY", "5000", "40.00")).isEqualTo(5000);
        assertThatThrownBy(() -> Money.minor("19.999", "EUR")).hasMessageContaining("at most 2 digits");
        assertThatThrownBy(() -> Money.minor("1,250.00", "EUR")).hasMessageContaining("amount");
        assertThatThrownBy(() -> Money.minor("1.00", "XYZ1")).hasMessageContaining("currency");
        assertThatThrownBy(() -> Money.minor("1.00", "EUR", "0")).hasMessageContaining("pieces");
    }

    @Test
    void timesAreReadAsWritten() {
        Instants instants = new Instants(BERLIN, false);

        assertThat(instants.millis("1794362401.25", null)).isEqualTo(1794362401250L);
        assertThat(instants.millis("1794362401250", null)).isEqualTo(1794362401250L);
        assertThat(at(instants, "2020-03-03 13:05:57 UTC")).isEqualTo("2020-03-03T13:05:57Z");
        assertThat(at(instants, "2026-05-01 10:00:00 +0200")).isEqualTo("2026-05-01T08:00:00Z");
        assertThat(at(instants, "2026-11-11T09:00:00.120999")).isEqualTo("2026-11-11T08:00:00.120Z");
        assertThat(instants.millis("2026-11-11T09:00:00", ZoneId.of("UTC")))
                .isEqualTo(Instant.parse("2026-11-11T09:00:00Z").toEpochMilli());
    }

    @Test
    void timesThatDoNotExistAreRefusedAndThoseThatExistTwiceAreCounted() {
        Instants earlier = new Instants(BERLIN, false);
        Instants later = new Instants(BERLIN, true);

        assertThatThrownBy(() -> earlier.millis("2026-03-29T02:30:00", null)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> earlier.millis("2026-11-31T02:30:00Z", null)).isInstanceOf(DateTimeException.class);
        assertThat(at(earlier, "2026-10-25T02:30:00")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(at(later, "2026-10-25T02:30:00")).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(earlier.twice()).isEqualTo(1);
        assertThatThrownBy(() -> new Instants(null, false).millis("2026-11-11T09:00:00", null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--zone");
    }

    @Test
    void textLosesItsTags() {
        assertThat(PlainText.of("<p>Hi&nbsp;<b>you</b> &amp; me</p>\n 3 < 4 &unknown; <"))
                .isEqualTo("Hi you & me 3 < 4 &unknown; <");
        assertThat(PlainText.of("")).isEmpty();
    }

    @Test
    void theStrongestNameOfABuyerCountsWhereverItWasSeen() {
        Environment environment = new Environment(new Instants(null, false));
        environment.source("cw", null);
        environment
                .contacts()
                .add(io.deskpulse.imports.input.Json.parse("{\"id\": 5, \"email\": \" Kim@Example.com \"}"));

        assertThat(environment.buyer("5", null, "x-1", null)).isEqualTo("kim@example.com");
        assertThat(environment.buyer("6", null, "x-2", null)).isEqualTo("x-2");
        assertThat(environment.buyer("7", "none", null, null)).isEqualTo("cw-contact-7");
        environment.settings().put("buyer", com.fasterxml.jackson.databind.node.TextNode.valueOf("id"));
        assertThat(environment.buyer("5", null, "x-1", null)).isEqualTo("cw-contact-5");
        assertThat(environment.buyer(null, null, null, null)).isNull();
    }

    private static String at(Instants instants, String text) {
        return Instant.ofEpochMilli(instants.millis(text, null)).toString();
    }
}
