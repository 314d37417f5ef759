package io.deskpulse.streaming.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.facts.FactTable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobCatalogueTest {
    @Test
    void jobsHaveNamesOfTheirOwnAndAMain() throws NoSuchMethodException {
        assertThat(JobCatalogue.names())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"))
                .contains("response-time", "resolution", "conversion", "dead-letters");
        for (DeskpulseJob job : JobCatalogue.JOBS) {
            assertThat(job.getClass().getMethod("main", String[].class)).isNotNull();
            assertThat(JobCatalogue.job(job.name())).containsSame(job);
        }
        assertThat(JobCatalogue.job("word-count")).isEmpty();
    }

    @Test
    void eachStreamThatIsReadHasOneJobThatReportsWhatItRefuses() {
        Set<EventStream> read = JobCatalogue.JOBS.stream()
                .flatMap(job -> job.topics().stream())
                .map(EventStream::ofTopic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (EventStream stream : read) {
            List<DeskpulseJob> reporters = JobCatalogue.JOBS.stream()
                    .filter(job -> job.reports().contains(stream))
                    .toList();
            assertThat(reporters).as(stream.jsonName()).hasSize(1);
            assertThat(reporters.get(0).topics()).contains(stream.topic());
        }
    }

    @Test
    void noTwoJobsFillOneTable() {
        assertThat(JobCatalogue.JOBS.stream()
                        .flatMap(job -> job.tables().stream())
                        .map(FactTable::name))
                .doesNotHaveDuplicates();
    }
}
