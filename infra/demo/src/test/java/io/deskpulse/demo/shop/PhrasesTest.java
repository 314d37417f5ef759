package io.deskpulse.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void allShopsHaveTheSameSectionsAndNoneIsEmpty() {
        Phrases first = Phrases.of(DemoShops.all().get(0));
        for (ShopProfile shop : DemoShops.all()) {
            Phrases phrases = Phrases.of(shop);
            assertThat(phrases.sections()).as(shop.id()).isEqualTo(first.sections());
            phrases.sections()
                    .forEach(section ->
                            assertThat(phrases.section(section)).as(section).isNotEmpty());
        }
    }

    @Test
    void aShopsOwnSectionTakesThePlaceOfTheCommonOne() {
        ShopProfile clothes = DemoShops.all().get(0);
        ShopProfile snacks = DemoShops.all().get(2);

        assertThat(Phrases.of(snacks).section("ask.size"))
                .isNotEqualTo(Phrases.of(clothes).section("ask.size"));
    }

    @Test
    void namesASectionThatDoesNotExist() {
        Phrases phrases = Phrases.of(DemoShops.all().get(0));

        assertThatThrownBy(() -> phrases.section("ask.weather"))
                .hasMessage("no phrases in a section named ask.weather");
    }
}
