package io.deskpulse.bench.forecast.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worlds are the same wherever they are made: numbers that other programs got from the same description. */
class EcShopTest {
    private static final LocalDate PEAK = LocalDate.of(2024, 11, 11);
    private static final int DAY = (int) (PEAK.toEpochDay() - EcShop.FIRST.toEpochDay());

    @Test
    void aSmallShopIsMadeToTheDigit() {
        EcShop shop = new EcShop(1, 0);

        assertThat(DAY).isEqualTo(315);
        assertThat(shop.size()).isZero();
        assertThat(shop.numbers().uniform(0, 0)).isEqualTo(0.8847898165349133);
        assertThat(shop.weekly()).isCloseTo(170.4773, within(5e-5));
        assertThat(total(shop)).isEqualTo(17_722);
        assertThat(Arrays.stream(shop.counts()[DAY]).sum()).isEqualTo(104);
        long zeros = Arrays.stream(shop.counts())
                .flatMapToDouble(Arrays::stream)
                .filter(count -> count == 0)
                .count();
        assertThat(100.0 * zeros / (EcShop.DAYS * EcShop.SLOTS)).isCloseTo(64.9, within(0.05));
    }

    @Test
    void aMediumShopIsMadeToTheDigit() {
        EcShop shop = new EcShop(1, 25);

        assertThat(total(shop)).isEqualTo(61_045);
        assertThat(Arrays.stream(shop.counts()[DAY]).sum()).isEqualTo(321);
        assertThat(EcCampaign.C1111.log(EcCampaign.PEAK, 2024, shop.numbers())).isCloseTo(1.202482, within(5e-7));
    }

    @Test
    void aLargeShopIsMadeToTheDigit() {
        EcShop shop = new EcShop(1, 45);

        assertThat(total(shop)).isEqualTo(6_341_853);
        assertThat(Arrays.stream(shop.counts()[DAY]).sum()).isEqualTo(39_871);
        assertThat(shop.means()[DAY][40]).isCloseTo(2084.828739, within(5e-7));
    }

    @Test
    void aForecasterIsToldOfDaysAndNotOfFactors() {
        EcShop shop = new EcShop(3, 7);
        LocalDate outage = EcShop.FIRST.plusDays(shop.outageDay());

        assertThat(shop.calendar().tagged(outage)).isTrue();
        assertThat(shop.calendar().asOf(outage.minusDays(1)).tagged(outage)).isFalse();
        assertThat(shop.calendar().on(PEAK)).extracting(phase -> phase.sort()).isEqualTo(List.of("big/peak"));
        assertThat(shop.calendar().on(LocalDate.of(2025, 10, 6))).hasSize(1);
        assertThat(EcDays.campaign(LocalDate.of(2025, 10, 21))).isTrue();
        assertThat(EcDays.ordinary(LocalDate.of(2025, 9, 9))).isFalse();
        assertThat(EcDays.ordinary(LocalDate.of(2025, 8, 5))).isTrue();
    }

    private static double total(EcShop shop) {
        return Arrays.stream(shop.counts()).flatMapToDouble(Arrays::stream).sum();
    }
}
