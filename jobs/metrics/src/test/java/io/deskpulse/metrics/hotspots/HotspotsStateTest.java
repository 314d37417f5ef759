package io.deskpulse.metrics.hotspots;

import static io.deskpulse.metrics.hotspots.ShopStory.at;
import static io.deskpulse.metrics.hotspots.ShopStory.sku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.metrics.hotspots.alarms.AlarmRow;
import io.deskpulse.metrics.hotspots.expected.PooledParameters;
import io.deskpulse.metrics.hotspots.facts.Complaint;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import io.deskpulse.metrics.hotspots.facts.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The same events in any order, with restarts anywhere, give the same rows and the same bytes. */
class HotspotsStateTest {
    private static final long TICK = ShopHotspots.TICK_MILLIS;
    private static final int DAYS = 16;

    /** What happens in a tick: exposures and complaints by their arrival. */
    private record Event(long millis, ExposureType type, Dimension dimension, String value, Complaint complaint) {}

    @Test
    void ordersInsideTheBoundChangeNothing() {
        List<Event> events = events();
        ShopHotspots straight = shop();
        List<AlarmRow> rows = run(straight, events, Integer.MAX_VALUE);
        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(rows).anyMatch(row -> !row.isOpen());

        for (int seed = 1; seed <= 3; seed++) {
            ShopHotspots shuffled = shop();
            assertThat(run(shuffled, shuffledInTicks(events, seed), Integer.MAX_VALUE))
                    .isEqualTo(rows);
            assertThat(bytes(shuffled)).isEqualTo(bytes(straight));
        }
    }

    @Test
    void restartsAnywhereChangeNothing() {
        List<Event> events = events();
        ShopHotspots straight = shop();
        List<AlarmRow> rows = run(straight, events, Integer.MAX_VALUE);

        List<AlarmRow> restarted = run(shop(), events, 97);

        assertThat(restarted).isEqualTo(rows);
    }

    @Test
    void restoredIsWrittenTheSame() {
        ShopHotspots shop = shop();
        run(shop, events(), Integer.MAX_VALUE);
        shop.expose(at(DAYS + 1, 1), ExposureType.SIGNED, Dimension.SKU, sku(1), 3);
        shop.expose(at(DAYS + 1, 1), ExposureType.SIGNED, Dimension.SKU, sku(0), 3);
        shop.complain(new Complaint(at(DAYS + 1, 2), "e", 0, 1, at(DAYS, 2), sku(1), "r", null, null));

        assertThat(bytes(restored(shop))).isEqualTo(bytes(shop));
        assertThat(bytes(restored(shop()))).isEqualTo(bytes(shop()));
    }

    @Test
    void damagedBytesAreRefused() {
        ShopHotspots shop = shop();
        run(shop, events().subList(0, 3000), Integer.MAX_VALUE);
        byte[] bytes = bytes(shop);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                ShopHotspotsForm.read(shop(), new DataInputStream(new ByteArrayInputStream(damaged)));
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void aTaxonomyWhoseReasonsLeftTheirPlacesIsRefusedAndOneThatGrewIsNot() throws IOException {
        List<Reason> known = ShopStory.REASONS;
        byte[] bytes = bytes(shop());

        List<Reason> turned = new ArrayList<>(known);
        Collections.reverse(turned);
        assertThatThrownBy(() -> read(turned, bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(known.get(0).code())
                .hasMessageContaining("at the end");

        List<Reason> grown = new ArrayList<>(known);
        grown.add(new Reason("new", ExposureType.SIGNED));
        read(grown, bytes);
    }

    private static void read(List<Reason> reasons, byte[] bytes) throws IOException {
        ShopHotspots shop =
                new ShopHotspots(HotspotSettings.of(reasons), ShopStory.ZONE, PooledParameters.none(reasons.size()));
        ShopHotspotsForm.read(shop, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    static byte[] bytes(ShopHotspots shop) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ShopHotspotsForm.write(shop, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ShopHotspots restored(ShopHotspots shop) {
        ShopHotspots restored = shop();
        try {
            ShopHotspotsForm.read(restored, new DataInputStream(new ByteArrayInputStream(bytes(shop))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return restored;
    }

    private static ShopHotspots shop() {
        return new ShopHotspots(
                HotspotSettings.of(ShopStory.REASONS), ShopStory.ZONE, PooledParameters.none(ShopStory.REASONS.size()));
    }

    /** Runs events, the watermark five minutes behind, with a restart every so many advances. */
    private static List<AlarmRow> run(ShopHotspots first, List<Event> events, int restartEvery) {
        ShopHotspots shop = first;
        List<AlarmRow> rows = new ArrayList<>();
        long tick = 0;
        int advances = 0;
        for (Event event : events) {
            if (event.millis / TICK != tick) {
                tick = event.millis / TICK;
                shop.advance((tick - 1) * TICK, rows::add);
                if (++advances % restartEvery == 0) {
                    shop = restored(shop);
                }
            }
            if (event.complaint == null) {
                assertThat(shop.expose(event.millis, event.type, event.dimension, event.value, 1))
                        .isTrue();
            } else {
                assertThat(shop.complain(event.complaint)).isTrue();
            }
        }
        shop.advance(at(DAYS + 1, 0), rows::add);
        return rows;
    }

    private static List<Event> shuffledInTicks(List<Event> events, int seed) {
        List<Event> shuffled = new ArrayList<>();
        Random random = new Random(seed);
        int from = 0;
        for (int i = 1; i <= events.size(); i++) {
            if (i == events.size() || events.get(i).millis / TICK != events.get(from).millis / TICK) {
                List<Event> tick = new ArrayList<>(events.subList(from, i));
                Collections.shuffle(tick, random);
                shuffled.addAll(tick);
                from = i;
            }
        }
        return shuffled;
    }

    /** Days with complaints of all reasons, a SKU that goes bad, one that begins, equal times. */
    private static List<Event> events() {
        SplittableRandom random = new SplittableRandom(7);
        List<Event> events = new ArrayList<>();
        int id = 0;
        for (long millis = at(0, 3); millis < at(DAYS, 0); millis += TICK / 2) {
            int skus = millis > at(9, 0) ? 9 : 8;
            String sku = sku(random.nextInt(skus));
            ExposureType type = ExposureType.of(random.nextInt(ExposureType.COUNT));
            events.add(new Event(millis, type, Dimension.SKU, sku, null));
            events.add(new Event(millis, type, Dimension.SHOP, Complaint.WHOLE_SHOP, null));
            boolean bad = millis > at(11, 9) && millis < at(11, 15);
            for (int n = random.nextDouble() < (bad ? .4 : .015) ? 2 : 0; n > 0; n--) {
                events.add(new Event(
                        millis,
                        null,
                        null,
                        null,
                        new Complaint(
                                millis,
                                "event-" + id++,
                                bad ? 0 : random.nextInt(ShopStory.REASONS.size()),
                                random.nextLong(500),
                                random.nextInt(5) == 0
                                        ? Complaint.UNKNOWN
                                        : millis - random.nextLong(72 * ShopStory.HOUR),
                                bad ? sku(3) : sku,
                                "region-" + random.nextInt(3),
                                random.nextBoolean() ? "carrier" : null,
                                "group-" + random.nextInt(2))));
            }
        }
        return events;
    }
}
