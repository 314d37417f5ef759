package io.deskpulse.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskpulse.metrics.forecast.daymodel.AdaptiveLevel;
import io.deskpulse.metrics.forecast.daymodel.CalendarRegression;
import io.deskpulse.metrics.forecast.daymodel.FactorModel;
import io.deskpulse.metrics.forecast.daymodel.LevelProfile;
import io.deskpulse.metrics.forecast.daymodel.SameWeekday;
import io.deskpulse.metrics.forecast.daymodel.SlotModel;
import io.deskpulse.metrics.forecast.events.EventCalendar;
import io.deskpulse.metrics.forecast.score.Accuracy;
import io.deskpulse.metrics.forecast.series.History;
import io.deskpulse.metrics.forecast.series.WorkCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forecasts of a bank's real calls of 2003 by half-hour, in its last six weeks; other programs reached the same errors by the same methods. */
class BankCallsTest {
    private static final Path FILE = sharedData().resolve("calls").resolve("bank_calls_5min.csv.gz");
    private static final LocalDate FIRST = LocalDate.of(2003, 3, 3);
    private static final LocalDate TEST = LocalDate.of(2003, 9, 15);
    private static final LocalDate END = LocalDate.of(2003, 10, 24);

    private History history;
    private WorkCalendar calendar;

    private static Path sharedData() {
        String folder = System.getenv("DESKPULSE_SHARED_DATA");
        return Path.of(folder == null ? "shared-data" : folder);
    }

    @BeforeEach
    void readsTheCalls() throws IOException {
        assumeTrue(
                Files.isRegularFile(FILE), () -> FILE + " is absent; set DESKPULSE_SHARED_DATA to where calls/ lies");
        double[][] counts = new double[236][];
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                LocalDateTime start = LocalDateTime.parse(cells[0]);
                int day = (int) (start.toLocalDate().toEpochDay() - FIRST.toEpochDay());
                int slot = (start.getHour() * 60 + start.getMinute() - 420) / 30;
                if (slot < 28) {
                    counts[day] = counts[day] == null ? new double[28] : counts[day];
                    counts[day][slot] += Double.parseDouble(cells[1]);
                }
            });
        }
        history = new History(FIRST, counts);
        calendar = new WorkCalendar(history, 15);
    }

    @Test
    void methodsReachTheErrorsKnownForThem() {
        CalendarRegression regression = new CalendarRegression(history, calendar);
        SlotModel factors = new FactorModel(history, calendar);
        int[] leads = {1, 7, 14};
        double[][] known = {
            {6.93, 6.93, 7.05},
            {6.26, 6.26, 6.30},
            {5.73, 6.51, 6.79},
            {5.50, 6.19, 6.10},
            {5.44, 5.41, 5.56},
            {4.80, 5.13, 5.50}
        };
        for (int i = 0; i < leads.length; i++) {
            List<SlotModel> models = List.of(
                    new SameWeekday(history, 8, false),
                    new SameWeekday(history, 8, true),
                    new LevelProfile(history, calendar, LevelProfile.Rates.atLead(leads[i])),
                    factors,
                    regression,
                    AdaptiveLevel.atLead(history, regression, leads[i]));
            for (int m = 0; m < known.length; m++) {
                assertThat(wape(models.get(m), leads[i]))
                        .as("method %d at %d days", m, leads[i])
                        .isCloseTo(known[m][i], within(0.05));
            }
        }
    }

    @Test
    void theForecastIsBetterThanWhatIsAskedOfIt() {
        SeriesForecaster forecaster = new SeriesForecaster(
                history, EventCalendar.NONE, Knowledge.NONE, List.of(1, 7, 14), history.days() - 1);
        double[][] bars = {{5.0, 2.9}, {5.2, 3.05}, {5.5, 3.4}};
        int[] leads = {1, 7, 14};
        for (int i = 0; i < leads.length; i++) {
            Accuracy accuracy = new Accuracy();
            for (int day = history.day(TEST); day <= history.day(END); day++) {
                if (history.has(day)) {
                    SlotForecast forecast = forecaster.forecast(day - leads[i], day);
                    for (int slot = 0; slot < 28; slot++) {
                        accuracy.add(history.day(day)[slot], forecast.mean()[slot], forecast.quantiles()[slot]);
                    }
                }
            }
            assertThat(accuracy.wapePercent()).isLessThanOrEqualTo(bars[i][0]);
            assertThat(accuracy.wqlPercent()).isLessThanOrEqualTo(bars[i][1]);
            assertThat(accuracy.coverage80Percent()).isBetween(74.0, 86.0);
            assertThat(accuracy.coverage95Percent()).isBetween(92.0, 98.0);
            assertThat(accuracy.noiseFloorPercent()).isCloseTo(2.37, within(0.005));
        }
    }

    private double wape(SlotModel model, int lead) {
        Accuracy accuracy = new Accuracy();
        for (int day = history.day(TEST); day <= history.day(END); day++) {
            if (history.has(day)) {
                double[] forecast = model.forecast(day - lead, day);
                for (int slot = 0; slot < 28; slot++) {
                    accuracy.addPoint(history.day(day)[slot], forecast[slot]);
                }
            }
        }
        return accuracy.wapePercent();
    }
}
