package io.deskpulse.ops.forecasts.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.forecasts.ForecastRow;
import io.deskpulse.ops.forecasts.Regrid;
import io.deskpulse.ops.forecasts.Rows;
import io.deskpulse.ops.forecasts.calendar.CalendarFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** Every form against the file that is kept of it, and by a reader that others wrote. */
class ExportsTest {
    private static final List<ForecastRow> ONE = Rows.chats("Asia/Shanghai", "2026-11-11T12:00:00Z", 30, 200);

    @Test
    void everyFormIsTheOneThatIsKept() throws IOException {
        assertThat(Canonical.csv(ONE)).isEqualTo(kept("canonical.csv"));
        assertThat(Calabrio.of(ONE)).isEqualTo(kept("calabrio.csv"));
        assertThat(NiceIex.of(ONE)).isEqualTo(kept("nice.txt"));
        assertThat(AmazonConnect.of(ONE, Map.of("CHAT", "q-1"), List.of("Contact volume", "Average handle time")))
                .isEqualTo(kept("amazon-connect.csv"));
    }

    @Test
    void aLibraryReadsTheSameFromCsvAsFromJson() throws IOException {
        List<ForecastRow> rows = Rows.chats("Asia/Shanghai", "2026-11-11T12:00:00Z", 30, 212.4, 0, 1e-7, 31234.5678901);
        MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Canonical.csv(rows));
        JsonNode array = new ObjectMapper().readTree(Canonical.json(rows));

        List<Map<String, String>> read = lines.readAll();
        assertThat(read).hasSize(4);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> line = read.get(i);
            assertThat(line.keySet()).containsExactlyElementsOf(Canonical.COLUMNS);
            assertThat(Double.parseDouble(line.get("mean")))
                    .isEqualTo(rows.get(i).volume().mean());
            assertThat(array.get(i).get("mean").asDouble())
                    .isEqualTo(rows.get(i).volume().mean());
            assertThat(array.get(i).get("interval_start").asText()).isEqualTo(line.get("interval_start"));
            assertThat(array.get(i).get("override").isNull()).isTrue();
        }
        assertThat(new CsvMapper()
                        .readerForListOf(String.class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .<List<String>>readValues(Calabrio.of(rows))
                        .readAll())
                .allSatisfy(cells -> assertThat(cells).hasSize(7));
    }

    @Test
    void theTwoHoursOfAChangeOfClocksDiffer() {
        List<ForecastRow> night = Rows.chats("Europe/Berlin", "2026-10-25T00:00:00Z", 60, 5, 6);

        assertThat(Canonical.csv(night)).contains("2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00");
    }

    @Test
    void numbersLookTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        String usual = all();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(all()).as(tag).isEqualTo(usual);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aWeekForGenesysFitsItsSchemaAndKeepsTheTotal() throws IOException {
        List<ForecastRow> rows =
                Regrid.to(15, Rows.chats("Asia/Shanghai", "2026-11-11T12:00:00Z", 30, 10.333, 20.777, 7.1));
        String json = unzipped(GenesysCloud.of(rows, LocalDate.of(2026, 11, 9), Map.of("CHAT", "group-1")));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(kept("genesys.schema.json"), InputFormat.JSON);

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        JsonNode group = new ObjectMapper().readTree(json).get("planningGroups").get(0);
        double sum = 0;
        for (JsonNode each : group.get("offeredPerInterval")) {
            sum += each.asDouble();
        }
        assertThat(sum).isEqualTo(38.21, within(0.011));
        int quarter = 2 * 96 + 80;
        assertThat(group.get("offeredPerInterval").get(quarter - 1).asDouble()).isZero();
        assertThat(group.get("offeredPerInterval").get(quarter).asDouble()).isPositive();
        assertThat(group.get("averageHandleTimeSecondsPerInterval").get(quarter).asInt())
                .isEqualTo(540);
        assertThatThrownBy(() -> GenesysCloud.of(rows, LocalDate.of(2026, 11, 23), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--week-start");
    }

    @Test
    void anotherProgramReadsTheCalendar() throws Exception {
        CalendarFile.Entry shift = new CalendarFile.Entry(
                "s1-a17-20261111@deskpulse",
                LocalDateTime.of(2026, 11, 11, 18, 0),
                LocalDateTime.of(2026, 11, 12, 2, 0),
                "Chat, peak night; 大促晚班，需要更多的客服人员到岗支援并且提前半小时签到参加班前会",
                1,
                false);
        CalendarFile.Entry off = new CalendarFile.Entry(
                "s1-e1-peak@deskpulse",
                LocalDate.of(2026, 12, 12).atStartOfDay(),
                LocalDate.of(2026, 12, 13).atStartOfDay(),
                "1212: peak",
                2,
                true);
        String text = new CalendarFile(
                        ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-01T00:00:00Z"), List.of(shift, off))
                .text();

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        List<VEvent> events = read.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        assertThat(value(events.get(0), Property.UID)).isEqualTo("s1-a17-20261111@deskpulse");
        assertThat(value(events.get(0), Property.SUMMARY)).isEqualTo(shift.summary());
        assertThat(value(events.get(0), Property.DTSTART)).isEqualTo("20261111T180000");
        assertThat(value(events.get(0), Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(events.get(1), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(read.getComponents(Component.VTIMEZONE)).hasSize(1);
        assertThat(text).contains("TZOFFSETTO:+0200", "TZOFFSETTO:+0100");
    }

    @Test
    void chartsAreImages() throws IOException {
        List<ForecastRow> rows = Rows.chats("Asia/Shanghai", "2026-11-10T16:00:00Z", 30, 3, 8, 21, 13, 5);

        assertThat(new Plot(rows).svg()).startsWith("<svg ").contains("id=\"band80\"", "id=\"mean\"", "11-11");
        assertThat(ImageIO.read(new ByteArrayInputStream(new Plot(rows).png())).getWidth())
                .isEqualTo(1200);
        assertThat(ForecastText.sparklines(rows)).isEqualTo("CHAT 2026-11-11 ▂▄█▅▃ 50.0\n");
        assertThat(ForecastText.of(rows)).contains("2026-11-11 01:00 +08:00", "21.0", "15.8–26.3", "80 %");
    }

    private static String all() {
        return Canonical.csv(ONE)
                + Canonical.json(ONE)
                + Calabrio.of(ONE)
                + NiceIex.of(ONE)
                + AmazonConnect.of(ONE, Map.of(), List.of("a", "b"))
                + ForecastText.of(ONE)
                + new Plot(ONE).svg();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String unzipped(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String kept(String name) throws IOException {
        return new String(
                ExportsTest.class.getResourceAsStream("/forecasts/" + name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
