package io.deskpulse.digest.content;

import io.deskpulse.digest.content.DigestItem.Asked;
import io.deskpulse.digest.content.DigestItem.Fix;
import io.deskpulse.digest.content.DigestItem.Incident;
import io.deskpulse.digest.content.DigestItem.Life;
import io.deskpulse.digest.content.DigestItem.Loss;
import io.deskpulse.digest.content.DigestItem.Peers;
import io.deskpulse.digest.content.DigestItem.Questions;
import io.deskpulse.digest.content.KnowledgePart.ArticleEffect;
import io.deskpulse.digest.content.KnowledgePart.ContactRate;
import io.deskpulse.digest.content.KnowledgePart.TopicGap;
import io.deskpulse.digest.content.ServicePart.Escalations;
import io.deskpulse.digest.content.ServicePart.Gap;
import io.deskpulse.digest.content.ServicePart.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Digests for tests: of shop {@code s1}, the week of 2026-11-16. */
public final class Digests {
    public static final DigestPeriod WEEK = new DigestPeriod(Cadence.WEEK, LocalDate.parse("2026-11-16"));
    public static final Instant MADE = Instant.parse("2026-11-23T01:00:00Z");

    private Digests() {}

    /** Three items: one back again, one mended, one with too little to say. */
    public static Digest week() {
        return digest(List.of(backAgain(), mended(), thin()));
    }

    private static DigestItem backAgain() {
        Rate many = Rate.of(24, 810);
        return new DigestItem(
                "3f2a9c01de",
                "duvet-200x230-white",
                "workmanship",
                new Life("REOPENED", "Ann", LocalDate.parse("2026-12-01"), "new glue from batch 12 on"),
                22,
                many,
                Rate.of(9, 760),
                Change.of(Rate.of(9, 760), many),
                new Peers("broken", 3.412, 2.471, true),
                new Loss(189_900, 12_000, 312, 46_800),
                Instant.parse("2026-10-02T03:00:00Z"),
                new Incident("9c01de3f2a", true),
                new Asked(20, 9, 790, 160),
                Questions.of(28, 120, 14, 2_680, 62),
                new Fix(
                        Instant.parse("2026-10-30T16:00:00Z"),
                        21,
                        Rate.of(20, 900),
                        Rate.of(31, 1_400),
                        Change.of(Rate.of(20, 900), Rate.of(31, 1_400))),
                "MAJOR",
                List.of("收到就开线了，联系[phone]", "Seam <came> undone & the \"glue\" smells"));
    }

    private static DigestItem mended() {
        Rate before = Rate.of(60, 2_000);
        Rate after = Rate.of(23, 2_000);
        return new DigestItem(
                "1b22c333d4",
                "pillow-48x74",
                "smell",
                new Life("FIXED", null, null, null),
                4,
                Rate.of(5, 640),
                Rate.of(14, 655),
                Change.of(Rate.of(14, 655), Rate.of(5, 640)),
                new Peers("defective", 0.9, 0.4, false),
                new Loss(20_000, 0, 44, 6_600),
                Instant.parse("2026-09-12T09:00:00Z"),
                null,
                null,
                null,
                new Fix(Instant.parse("2026-11-01T16:00:00Z"), 21, before, after, Change.of(before, after)),
                null,
                List.of());
    }

    private static DigestItem thin() {
        return new DigestItem(
                "77aa00bb11",
                "mug-blue",
                "broken",
                new Life("NEW", null, null, null),
                1,
                Rate.of(1, 12),
                Rate.of(0, 3),
                Change.of(Rate.of(0, 3), Rate.of(1, 12)),
                null,
                new Loss(0, 0, 0, 0),
                Instant.parse("2026-11-19T09:00:00Z"),
                null,
                new Asked(1, 0, 12, 4),
                null,
                null,
                null,
                List.of());
    }

    /** The same with so many cases of its first item. */
    public static Digest withCases(long cases) {
        return withRate(Rate.of(cases, week().items().get(0).rate().exposures()));
    }

    /** The same with so many deliveries of its first item. */
    public static Digest withExposures(long exposures) {
        return withRate(Rate.of(week().items().get(0).rate().cases(), exposures));
    }

    private static Digest withRate(Rate rate) {
        List<DigestItem> items = new ArrayList<>(week().items());
        DigestItem first = items.get(0);
        items.set(
                0,
                new DigestItem(
                        first.id(),
                        first.sku(),
                        first.attribute(),
                        first.life(),
                        first.buyers(),
                        rate,
                        first.lastRate(),
                        Change.of(first.lastRate(), rate),
                        first.peers(),
                        first.loss(),
                        first.firstSeen(),
                        first.incident(),
                        first.asked(),
                        first.questions(),
                        first.fix(),
                        first.severity(),
                        first.quotes()));
        return digest(items);
    }

    /** The week with one item more, which cost so much. */
    public static Digest withOneMore(String id, long lost) {
        List<DigestItem> items = new ArrayList<>(week().items());
        DigestItem like = items.get(items.size() - 1);
        items.add(new DigestItem(
                id,
                like.sku(),
                like.attribute(),
                like.life(),
                like.buyers(),
                like.rate(),
                like.lastRate(),
                like.change(),
                like.peers(),
                new DigestItem.Loss(lost, 0, 0, 0),
                like.firstSeen(),
                like.incident(),
                like.asked(),
                like.questions(),
                like.fix(),
                like.severity(),
                like.quotes()));
        return digest(items);
    }

    /** The second version of the week, with ten more cases of its first item. */
    public static Digest corrected() {
        Digest now = withCases(34);
        return now.correcting(2, Corrections.usual(2).between(week(), now), List.of());
    }

    /** The second version of the week, with a second part that is as of the first. */
    public static Digest correctedService() {
        Digest now = withService(40, 70, new Promises(57, 41, 9, 12));
        return now.correcting(2, List.of(), Corrections.usual(2).numbersBetween(week(), now));
    }

    /** The week with other contacts about its topic without an article, and since its older one, and other promises. */
    public static Digest withService(long asked, long since, Promises promises) {
        Digest week = week();
        return new Digest(
                week.shop(),
                week.period(),
                week.products(),
                week.version(),
                week.madeAt(),
                week.items(),
                week.totals(),
                week.correctionPercent(),
                service(asked, since, promises),
                List.of(),
                List.of());
    }

    /** With so many times the items of the week. */
    public static Digest large(int times) {
        List<DigestItem> items = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            items.addAll(week().items());
        }
        return digest(items);
    }

    private static Digest digest(List<DigestItem> items) {
        return new Digest(
                new Digest.Shop("s1", "Northlight <Home>", "Asia/Shanghai", "CNY", 2),
                WEEK,
                "*",
                1,
                MADE,
                items,
                new Digest.Totals(
                        items.size() + 2,
                        Digest.Totals.of(items).cases() + 3,
                        Digest.Totals.of(items).lost() + 4_000),
                20,
                service(84, 99, new Promises(57, 41, 9, 7)),
                List.of(),
                List.of());
    }

    private static ServicePart service(long asked, long since, Promises promises) {
        return new ServicePart(
                MADE,
                140,
                91,
                List.of(new Gap("missing_items", 31, 12), new Gap("INVOICE", 18, 9)),
                knowledge(asked, since),
                promises,
                new Escalations(6, 2, 3, 4, 3, 1));
    }

    /** A gap that is counted against what the taxonomy knows and one that is not; an article that helped and a young one. */
    private static KnowledgePart knowledge(long asked, long since) {
        return new KnowledgePart(
                28,
                List.of(
                        new TopicGap("SIZE", "ENQUIRERS", ContactRate.of(asked, 1_350), 12, 40, 210, 350),
                        new TopicGap("OTHER", null, ContactRate.of(51, 0), 3, 9, 210, 350)),
                2,
                List.of(
                        new ArticleEffect(
                                "invoices",
                                "invoices",
                                "INVOICE",
                                LocalDate.parse("2026-11-19"),
                                4,
                                "ORDERS_OPEN",
                                ContactRate.of(40, 6_000),
                                ContactRate.of(3, 900),
                                Change.insufficient()),
                        new ArticleEffect(
                                "tracking-1",
                                "Where is my <parcel>?",
                                "TRACKING",
                                LocalDate.parse("2026-11-02"),
                                21,
                                "PARCELS_UNDER_WAY",
                                ContactRate.of(200, 4_000),
                                ContactRate.of(since, 3_000),
                                Change.of(0.66, 0.519, 0.84))),
                0);
    }
}
