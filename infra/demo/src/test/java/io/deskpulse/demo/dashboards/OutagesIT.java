package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The view {@code outages_between}, on an hour of looks with holes in it, which {@code outages.sql} tells. */
class OutagesIT {
    private static SeededStack stack;

    @BeforeAll
    static void seed() throws IOException {
        stack = SeededStack.shared();
    }

    @Test
    void tellsFromWhenToWhenAndHowFar() throws IOException {
        assertThat(outages("response-time", "00:00:00", "00:30:00"))
                .containsExactly("00:12:00\t00:15:10\t00:15:00\tBEHIND\t300");
    }

    @Test
    void makesNothingUpWhereNobodyLooked() throws IOException {
        assertThat(outages("response-time", "00:15:20", "00:39:00")).isEmpty();
        assertThat(outages("response-time", "00:15:20", "01:00:00"))
                .as("ends with the last look; begins when what was visible later was two minutes old")
                .containsExactly(
                        "00:39:30\t00:40:00\t00:40:00\tRESTARTING\t45", "00:43:30\t00:50:40\t00:50:30\tBEHIND\t540");
    }

    @Test
    void goesOnThroughAHoleWhenALaterLookProvesIt() throws IOException {
        assertThat(outages("deskpulse", "00:00:00", "01:00:00"))
                .containsExactly("00:10:00\t00:20:10\t00:20:00\tRESTARTING\t660");
    }

    @Test
    void staysOpenWhileItIsSeenToGoOn() throws IOException {
        assertThat(outages("conversion", "00:00:00", "01:00:00"))
                .containsExactly("00:30:00\t\\N\t01:00:00\tFAILED\t1815");
        assertThat(outages("response-time", "00:00:00", "00:13:00"))
                .containsExactly("00:12:00\t\\N\t00:13:00\tBEHIND\t180");
    }

    @Test
    void endsWithTheLastLookAtAJobThatIsForgotten() throws IOException {
        assertThat(outages("resolution", "00:00:00", "01:00:00"))
                .containsExactly("00:04:00\t00:05:00\t00:05:00\tCANCELED\t\\N");
    }

    @Test
    void readsTheDaysOfTheRange() throws IOException {
        assertThat(Plan.of(stack.reader(), select("*", "00:00:00", "01:00:00")))
                .isNotEmpty()
                .allSatisfy(read -> assertThat(read)
                        .isEqualTo(new Plan.Read("job_samples", Set.of("sampled_at", "toDate(sampled_at, 'UTC')"))));
    }

    private static List<String> outages(String job, String from, String to) throws IOException {
        String columns =
                "formatDateTime(started_at, '%T'), formatDateTime(ended_at, '%T'), formatDateTime(last_look_at, '%T'), "
                        + "reason, worst_visible_age_s";
        return stack.reader()
                .query(select(columns, from, to) + " WHERE job = '" + job + "' ORDER BY started_at")
                .lines()
                .toList();
    }

    private static String select(String columns, String from, String to) {
        return "SELECT " + columns + " FROM outages_between(from_at = '2026-09-30 " + from + "', to_at = '2026-09-30 "
                + to + "')";
    }
}
