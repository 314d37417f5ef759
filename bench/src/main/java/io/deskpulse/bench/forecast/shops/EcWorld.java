package io.deskpulse.bench.forecast.shops;

import io.deskpulse.metrics.forecast.Knowledge;
import io.deskpulse.metrics.forecast.SeriesForecaster;
import io.deskpulse.metrics.forecast.SharedLearning;
import io.deskpulse.ops.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sixty shops of one seed, and what they have learned from each other by each month. */
final class EcWorld {
    private static final int FIRST_MONTH = 5;
    private static final int LAST_MONTH = 11;

    private final List<EcShop> shops = new ArrayList<>();
    private final List<SharedLearning.Shop> pool = new ArrayList<>();
    private final TreeMap<Integer, Knowledge> knowledge = new TreeMap<>();
    private final Progress progress;
    private final long seed;

    EcWorld(long seed, Progress progress) {
        this.seed = seed;
        this.progress = progress;
        progress.step("EC-1 seed " + seed + ": making sixty shops");
        for (int i = 0; i < EcShop.SHOPS; i++) {
            EcShop shop = new EcShop(seed, i);
            shops.add(shop);
            pool.add(new SharedLearning.Shop(shop.history(), shop.calendar()));
        }
    }

    List<EcShop> shops() {
        return shops;
    }

    long seed() {
        return seed;
    }

    /** What all shops know on the last day. */
    Knowledge atEnd() {
        learnMonths();
        progress.step("EC-1 seed " + seed + ": learning from all shops to the end");
        return SharedLearning.of(pool, EcShop.DAYS - 1, knowledge.lastEntry().getValue());
    }

    /** A shop's forecaster, which knows on each day what all shops had taught by the month before. */
    Forecasts forecasts(EcShop shop) {
        learnMonths();
        return new Forecasts(shop, knowledge);
    }

    /** Forecasters of one shop, one a month. */
    static final class Forecasts {
        private final EcShop shop;
        private final TreeMap<Integer, Knowledge> knowledge;
        private final Map<Integer, SeriesForecaster> made = new HashMap<>();

        private Forecasts(EcShop shop, TreeMap<Integer, Knowledge> knowledge) {
            this.shop = shop;
            this.knowledge = knowledge;
        }

        SeriesForecaster at(int origin) {
            int start = knowledge.floorKey(origin);
            Integer next = knowledge.higherKey(start);
            int last = next == null ? EcShop.DAYS - 1 : next - 1;
            return made.computeIfAbsent(
                    start,
                    unseen -> new SeriesForecaster(
                            shop.history(), shop.calendar(), knowledge.get(start), ShopsBench.LEADS, last));
        }
    }

    private void learnMonths() {
        Knowledge latest = Knowledge.NONE;
        for (int month = FIRST_MONTH; month <= LAST_MONTH && knowledge.size() <= LAST_MONTH - FIRST_MONTH; month++) {
            progress.step("EC-1 seed " + seed + ": learning from all shops by 2025-" + month + "-01");
            int day = (int) (LocalDate.of(2025, month, 1).toEpochDay() - EcShop.FIRST.toEpochDay()) - 1;
            latest = SharedLearning.of(pool, day, latest);
            knowledge.put(day, latest);
        }
    }
}
