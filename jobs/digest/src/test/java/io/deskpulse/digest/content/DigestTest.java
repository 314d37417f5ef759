package io.deskpulse.digest.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.deskpulse.digest.content.MovedNumber.Counted;
import io.deskpulse.digest.content.MovedNumber.Part;
import io.deskpulse.digest.content.ServicePart.Promises;
import io.deskpulse.metrics.defects.RateChange.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Path GOLDEN = Path.of("src/test/resources/digests/week.json");

    @Test
    void isTheGoldenJson() throws IOException {
        String json = DigestJson.pretty(Digests.week());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, json);
        }

        assertThat(json).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void isReadAsItWasWritten() {
        Digest digest = Digests.corrected();

        assertThat(DigestJson.read(DigestJson.compact(digest))).isEqualTo(digest);
        assertThatThrownBy(() -> DigestJson.read("[]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a digest");
    }

    @Test
    void aWeekIsFromMondayToSundayOfTheShop() {
        LocalDate sunday = LocalDate.parse("2026-11-22");

        assertThat(Cadence.WEEK.of(sunday)).isEqualTo(Digests.WEEK);
        assertThat(Cadence.WEEK.lastBefore(LocalDate.parse("2026-11-23"))).isEqualTo(Digests.WEEK);
        assertThat(Cadence.WEEK.lastBefore(sunday).from()).isEqualTo("2026-11-09");
        assertThat(Cadence.DAY.lastBefore(sunday).from()).isEqualTo("2026-11-21");
        assertThat(Digests.WEEK.ends(ZoneId.of("America/Chicago"))).isEqualTo("2026-11-23T06:00:00Z");
    }

    @Test
    void thinEvidenceHasNoRate() {
        assertThat(Rate.of(2, 5_000).perThousand()).isNull();
        assertThat(Rate.of(9, 29).perThousand()).isNull();
        assertThat(Rate.of(3, 1_000).perThousand()).isEqualTo(3);
        assertThat(Change.of(Rate.of(2, 100), Rate.of(2, 100)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void theSumsAreOfItemsThatAreNotListedToo() {
        Digest digest = Digests.week();

        assertThat(digest.more()).isEqualTo(2);
        assertThat(digest.withItems(1).more()).isEqualTo(4);
        assertThat(digest.withItems(1).totals()).isEqualTo(digest.totals());
    }

    @Test
    void whatWasKeptByAReleaseWithoutSumsIsSummedUp() {
        String old = DigestJson.compact(Digests.week()).replaceFirst("\"totals\":\\{[^}]*},", "\"more\":2,");

        assertThat(old).contains("\"more\":2,");
        assertThat(DigestJson.read(old).totals())
                .isEqualTo(Digest.Totals.of(Digests.week().items()));
    }

    @Test
    void whatWasKeptByAReleaseWithoutAKnowledgeBaseIsRead() {
        String old = DigestJson.compact(Digests.week())
                .replaceFirst("\"knowledge\":.*,\"promises\"", "\"promises\"")
                .replaceFirst("\"as_of\":\"[^\"]*\",", "")
                .replaceFirst(",\"moved\":\\[],\"moved_numbers\":\\[]", "");

        assertThat(old).doesNotContain("knowledge", "moved", "as_of");
        assertThat(DigestJson.read(old).moved()).isEmpty();
        assertThat(DigestJson.read(old).movedNumbers()).isEmpty();
        assertThat(DigestJson.read(old).serviceAsOf()).isEqualTo(Digests.week().madeAt());
        assertThat(DigestJson.read(old).service().knowledge()).isNull();
        assertThat(DigestJson.read(old).service().promises())
                .isEqualTo(Digests.week().service().promises());
    }

    @Test
    void anItemThatLeavesTheListIsNotOneWithoutCases() {
        Digest all = Digests.week();
        Digest fewer = all.withItems(2);

        assertThat(Corrections.of(20, 2).between(all, fewer)).isEmpty();
        assertThat(Corrections.of(20, 2).between(fewer, all)).isEmpty();
    }

    @Test
    void aRateThatMovedByItsDeliveriesIsTold() {
        assertThat(Corrections.of(20, 2).between(Digests.week(), Digests.withExposures(1_000)))
                .isEmpty();
        assertThat(Corrections.of(20, 2).between(Digests.week(), Digests.withExposures(1_100)))
                .extracting(Moved::id, Moved::cases, Moved::exposuresTold, Moved::exposures)
                .containsExactly(tuple("3f2a9c01de", 24L, 810L, 1_100L));
    }

    @Test
    void anItemThatWasNotListedIsToldWhenItIsCostlierByTooMuchThanTheLastThatWas() {
        Digest told = Digests.week().withItems(2);
        long last = told.items().get(1).loss().total();

        assertThat(Corrections.of(20, 2).between(told, Digests.withOneMore("risen", last + 5_000)))
                .extracting(Moved::id)
                .doesNotContain("risen");
        assertThat(Corrections.of(20, 2).between(told, Digests.withOneMore("risen", 2 * last + 50_000)))
                .extracting(Moved::id, Moved::lostTold, Moved::lost)
                .contains(tuple("risen", 0L, 2 * last + 50_000));
    }

    @Test
    void whoAskedIsComparedWithWhoDidNot() {
        assertThat(DigestItem.Questions.of(28, 120, 14, 2_680, 62).change().verdict())
                .isEqualTo(Verdict.UP);
        assertThat(DigestItem.Questions.of(28, 20, 14, 2_680, 62).change().verdict())
                .isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void numbersOfTheSecondPartThatMoveAreACorrectionToo() {
        Digest now = Digests.withService(40, 70, new Promises(57, 41, 9, 12));

        assertThat(Corrections.of(20, 2).numbersBetween(Digests.week(), now))
                .containsExactly(
                        new MovedNumber(Part.KNOWLEDGE, "SIZE", Counted.CONTACTS, 84, 40),
                        new MovedNumber(Part.ARTICLES, "Where is my <parcel>?", Counted.CONTACTS_AFTER, 99, 70),
                        new MovedNumber(Part.PROMISES, "", Counted.OVERDUE, 7, 12));
        assertThat(Corrections.of(60, 2).numbersBetween(Digests.week(), now)).isEmpty();
        assertThat(Corrections.of(20, 2)
                        .numbersBetween(Digests.week(), Digests.withService(70, 80, new Promises(60, 48, 9, 9))))
                .as("by less than a fifth, or by two")
                .isEmpty();
    }

    @Test
    void numbersThatMoveByMoreThanTheThresholdAreACorrection() {
        Corrections corrections = Corrections.of(20, 2);

        assertThat(corrections.between(Digests.week(), Digests.withCases(28))).isEmpty();
        assertThat(corrections.between(Digests.week(), Digests.withCases(34)))
                .containsExactly(
                        new Moved("*", null, null, 33, 43, 279_300, 279_300, 0, 0),
                        new Moved(
                                "3f2a9c01de",
                                "duvet-200x230-white",
                                "workmanship",
                                24,
                                34,
                                248_700,
                                248_700,
                                810,
                                810));
        assertThat(corrections.between(Digests.withCases(34), Digests.week()))
                .extracting(Moved::id, Moved::casesTold, Moved::cases)
                .containsExactly(tuple("*", 43L, 33L), tuple("3f2a9c01de", 34L, 24L));
        assertThat(Corrections.of(50, 2).between(Digests.week(), Digests.withCases(34)))
                .isEmpty();
    }
}
