package io.deskpulse.bench.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deskpulse.bench.hotspots.looks.Crossings;
import io.deskpulse.bench.hotspots.sim.Injection;
import io.deskpulse.bench.hotspots.sim.Scenario;
import io.deskpulse.bench.hotspots.sim.SimComplaint;
import io.deskpulse.bench.hotspots.sim.Values;
import io.deskpulse.bench.hotspots.sim.World;
import io.deskpulse.metrics.hotspots.facts.Dimension;
import io.deskpulse.metrics.hotspots.facts.ExposureType;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final int SHOP = Values.COUNT - 1;

    @Test
    void seedAndShopDecideEverything() {
        World world = World.of(3, 2, Scenario.BURST);

        assertThat(World.of(3, 2, Scenario.BURST).complaints()).isEqualTo(world.complaints());
        assertThat(World.of(4, 2, Scenario.BURST).complaints()).isNotEqualTo(world.complaints());
    }

    @Test
    void complaintsComeAsOftenAsTheyAreDue() {
        World world = World.of(1, 1, Scenario.NO_CLUMPS);
        double due = 0;
        double came = 0;
        for (int hour = Scenario.MEASURED_FROM * 24; hour < Scenario.DAYS * 24; hour++) {
            for (int cause = 0; cause < 8; cause++) {
                due += world.usual(cause, SHOP, hour);
            }
        }
        for (SimComplaint each : world.complaints()) {
            came += !each.isCopy() && World.hour(each.complaint().timeMillis()) >= Scenario.MEASURED_FROM * 24 ? 1 : 0;
        }

        assertThat(came).isCloseTo(due, within(4 * Math.sqrt(due)));
    }

    @Test
    void valuesOfADimensionAddUpToTheShop() {
        World world = World.of(1, 3, Scenario.CALM);
        for (int hour = 500; hour < 600; hour++) {
            int[] sums = new int[Dimension.COUNT];
            for (int value = 0; value < Values.COUNT; value++) {
                sums[Values.dimension(value).ordinal()] += world.exposures().count(ExposureType.SHIPPED, value, hour);
            }
            assertThat(sums).containsOnly(sums[Dimension.SHOP.ordinal()]);
        }
    }

    @Test
    void promotionSellsTenTimesAsMuch() {
        World calm = World.of(1, 4, Scenario.CALM);
        World promo = World.of(1, 4, Scenario.PROMO);
        double usual = 0;
        double most = 0;
        for (int hour = (Scenario.MEASURED_FROM + 13) * 24; hour < (Scenario.MEASURED_FROM + 15) * 24; hour++) {
            usual += calm.exposures().count(ExposureType.SHIPPED, SHOP, hour);
            most += promo.exposures().count(ExposureType.SHIPPED, SHOP, hour);
        }

        assertThat(most / usual).isBetween(4.0, 9.0);
    }

    @Test
    void alarmIsFalseUnlessItsCellSharesComplaintsWithADefect() {
        double hour = Scenario.MEASURED_FROM * 24 + 50;
        Injection defect = new Injection(2, 7, 4, false, (int) hour, (int) hour + 3, 5, 8);
        Crossings crossings = new Crossings(List.of(defect));

        crossings.cross(2 * Values.COUNT + 8, hour + 1);
        assertThat(crossings.falseAlarms()).as("another SKU").isEqualTo(1);
        crossings.cross(2 * Values.COUNT + 8, hour + 20);
        assertThat(crossings.falseAlarms()).as("still the same alarm").isEqualTo(1);
        crossings.cross(2 * Values.COUNT + SHOP, hour + 26);
        assertThat(crossings.falseAlarms())
                .as("the shop, less than a day after")
                .isEqualTo(1);
        crossings.cross(3 * Values.COUNT + SHOP, hour + 1);
        assertThat(crossings.falseAlarms()).as("another cause").isEqualTo(2);

        assertThat(crossings.detected(0)).isNaN();
        crossings.cross(2 * Values.COUNT + 7, hour + 5.5);
        assertThat(crossings.detected(0)).isEqualTo(hour + 5.5);
    }
}
