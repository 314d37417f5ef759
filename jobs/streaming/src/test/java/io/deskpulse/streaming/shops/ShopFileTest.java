package io.deskpulse.streaming.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.streaming.shops.ShopProfile.Judgement;
import io.deskpulse.streaming.shops.ShopProfile.Money;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopFileTest {
    private static final String GOOD = """
            calendars:
              office:
                time_zone: Europe/Berlin
                schedules:
                  - hours: {mon-fri: ["09:00-17:00"]}
            policies: []
            default_policy: {first_reply: PT1H, calendar: office}
            default_shop:
              target_percent: 95
              language: zh
            shops:
              northlight:
                name: Northlight Outdoor
                time_zone: America/Chicago
                currency: USD
                language: en
                platform: own
                hours: {mon-sat: ["09:00-21:00"]}
                holidays: [2026-12-25]
                target_percent: 90
                workbench: https://desk.example/{kind}?id={id}
                handling_cost_per_hour: 24.50
                groups: {presale: ["northlight:owen", "northlight:emma"]}
              berlin: {time_zone: Europe/Berlin, currency: EUR, calendar: office, rule: dy.resp3m@1}
              jing: {platform: jd}
            """;

    private static final String BAD = """
            default_shop: {time_zone: Mars/Base}
            shops:
              a: {currency: EURO}
              b: {currency: XXX}
              c: {time_zone: "+08:00"}
              d: {rule: tb.resp3m}
              e: {target_percent: 0.9}
              f: {calendar: nowhere}
              g: {holidays: [2026-12-25]}
              h: {hours: {mon: ["9-17"]}, colour: red}
              i:
              j: {platform: "Own Shop", language: english}
            boards: {}
            """;

    @Test
    void aShopIsAsTheDefaultUnlessItSaysOtherwise() {
        ShopFile file = ShopFile.parse(GOOD);

        assertThat(file.problems()).isEmpty();
        assertThat(file.describesDefault()).isTrue();
        ShopProfile other = file.settings().other();
        assertThat(other.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(other.judgement()).isEqualTo(new Judgement("tb.resp3m@1", 95));
        ShopProfile northlight = file.settings().shops().get(0);
        assertThat(northlight.name()).isEqualTo("Northlight Outdoor");
        assertThat(northlight.money()).isEqualTo(new Money("USD", 2));
        assertThat(northlight.judgement()).isEqualTo(new Judgement("tb.resp3m@1", 90));
        assertThat(northlight.workbench()).isEqualTo("https://desk.example/{kind}?id={id}");
        assertThat(northlight.handlingCostPerHour()).isEqualTo(2_450);
        assertThat(northlight.agentGroups())
                .isEqualTo(Map.of("presale", List.of("northlight:emma", "northlight:owen")));
        assertThat(northlight.hours().closingSecond(LocalDate.of(2026, 12, 24))).hasValue(21 * 3_600);
        assertThat(northlight.hours().closingSecond(LocalDate.of(2026, 12, 25))).isEmpty();
        assertThat(northlight.hours().closingSecond(LocalDate.of(2026, 12, 27))).isEmpty();
        ShopProfile berlin = file.settings().shops().get(1);
        assertThat(berlin.workbench()).isEmpty();
        assertThat(berlin.handlingCostPerHour())
                .as("of another currency than the default")
                .isZero();
        assertThat(berlin.judgement()).isEqualTo(new Judgement("dy.resp3m@1", 95));
        assertThat(berlin.hours().closingSecond(LocalDate.of(2026, 11, 27))).hasValue(17 * 3_600);
        assertThat(file.settings().zoneByShop())
                .containsExactly(
                        Map.entry("northlight", "America/Chicago"),
                        Map.entry("berlin", "Europe/Berlin"),
                        Map.entry("jing", "Asia/Shanghai"));
    }

    @Test
    void aPlatformBringsItsRule() {
        assertThat(ShopFile.parse(GOOD).settings().shops().get(2).judgement().rule())
                .isEqualTo("jd.first30s@1");
    }

    @ParameterizedTest
    @CsvSource({"CNY, 2", "JPY, 0", "KWD, 3", "USD, 2"})
    void theDigitsOfMoneyAreThoseOfItsCurrency(String currency, int digits) {
        ShopFile file = ShopFile.parse("shops: {s1: {currency: " + currency + "}}");

        assertThat(file.settings().shops().get(0).money()).isEqualTo(new Money(currency, digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "-1", "24.505", "1e300"})
    void theCostOfAnHourIsAnAmountOfMoney(String cost) {
        ShopFile file = ShopFile.parse("shops: {s1: {currency: USD, handling_cost_per_hour: " + cost + "}}");

        assertThat(file.problems())
                .extracting(YamlProblem::text)
                .containsExactly("expected an amount of money such as 90 or 24.50, got " + cost);
    }

    @Test
    void everyMistakeIsToldAtItsLine() {
        assertThat(ShopFile.parse(BAD).problems())
                .extracting(YamlProblem::line, YamlProblem::text)
                .containsExactly(
                        mistake(
                                1,
                                "expected an IANA time zone such as Asia/Shanghai or America/Chicago, got Mars/Base"),
                        mistake(3, "expected an ISO 4217 currency code such as CNY or USD, got EURO"),
                        mistake(4, "expected an ISO 4217 currency code such as CNY or USD, got XXX"),
                        mistake(5, "expected an IANA time zone such as Asia/Shanghai or America/Chicago, got +08:00"),
                        mistake(6, "expected a rule with its version, such as tb.resp3m@1, got tb.resp3m"),
                        mistake(7, "expected a whole number from 1 to 100, got 0.9"),
                        mistake(8, "there is no calendar 'nowhere'; there are none"),
                        mistake(9, "'holidays' needs 'hours' beside it"),
                        mistake(10, "expected hours on at least one weekday, for example mon-fri: [\"09:00-18:00\"]"),
                        mistake(10, "expected hours such as \"09:00-18:00\", from 00:00 to 24:00, got 9-17"),
                        mistake(
                                10,
                                "unknown key 'colour' in shop h; known are name, groups, quotes, time_zone, currency, hours, holidays,"
                                        + " special_days, calendar, platform, language, rule, target_percent, campaigns,"
                                        + " workbench, handling_cost_per_hour"),
                        mistake(11, "shop i says nothing; leave it out, or say what differs"),
                        mistake(12, "expected a word in lower case such as tb, jd, dy, pdd or own, got Own Shop"),
                        mistake(12, "expected an ISO 639 code such as zh or en, got english"),
                        mistake(
                                13,
                                "unknown key 'boards' in the file; known are calendars, policies, default_policy, default_shop,"
                                        + " shops"));
    }

    @Test
    void hoursOfACalendarHangOnTheClockOfTheShop() {
        String text = GOOD.replace("berlin: {time_zone: Europe/Berlin,", "berlin: {time_zone: Asia/Tokyo,");

        assertThat(ShopFile.parse(text).problems())
                .extracting(YamlProblem::text)
                .containsExactly(
                        "opening hours are those of the shop's own clock in Asia/Tokyo, and calendar 'office' is in"
                                + " Europe/Berlin");
    }

    @Test
    void aFileWithoutShopsDescribesNone() {
        assertThat(ShopFile.parse("default_policy: {}").settings()).isEqualTo(ShopSettings.NONE);
        assertThat(ShopFile.parse("").problems()).hasSize(1);
        assertThat(ShopFile.parse("shops: [").problems()).hasSize(1);
    }

    private static Tuple mistake(int line, String text) {
        return tuple(line, text);
    }

    @Test
    void campaignsAreOnTheClockOfTheShop() {
        ShopSettings settings = ShopFile.parse("""
                        default_shop: {campaigns: [{name: "11.11", from: 2026-11-10T20:00, to: 2026-11-12}]}
                        shops:
                          berlin: {time_zone: Europe/Berlin}
                          quiet: {campaigns: []}
                          own: {campaigns: [{name: Spring, from: 2026-03-01, to: 2026-03-02}]}
                        """).settings();

        long hour = 3_600_000L;
        long from = Instant.parse("2026-11-10T20:00:00Z").toEpochMilli();
        assertThat(settings.other().calendar())
                .containsExactly(new Campaign("11.11", from - 8 * hour, from + 20 * hour));
        assertThat(settings.shops().get(0).calendar())
                .containsExactly(new Campaign("11.11", from - hour, from + 27 * hour));
        assertThat(settings.shops().get(1).calendar()).isEmpty();
        assertThat(settings.shops().get(2).campaigns())
                .extracting(ShopCampaign::name)
                .containsExactly("Spring");
    }

    @Test
    void mistakesOfCampaignsAreTold() {
        assertThat(ShopFile.parse("""
                        default_shop:
                          campaigns:
                            - {name: A, from: 2026-11-11, to: 2026-11-11}
                            - {name: B, from: tomorrow, to: 2026-11-12}
                            - {from: 2026-11-11, to: 2026-11-12, discount: 50}
                            - {name: C, from: 2026-11-11, to: "+999999999-11-12T00:00"}
                            - {name: %s, from: 2026-11-11, to: 2026-11-12}
                        """.formatted("x".repeat(101))).problems())
                .extracting(YamlProblem::line, YamlProblem::text)
                .containsExactly(
                        tuple(3, "'to' is the first instant no longer in the campaign, after 'from'"),
                        tuple(4, "expected a date or a time such as 2026-11-10 or 2026-11-10T20:00, got tomorrow"),
                        tuple(5, "a campaign needs 'name'"),
                        tuple(5, "unknown key 'discount' in a campaign; known are name, from, to"),
                        tuple(
                                6,
                                "expected a date or a time such as 2026-11-10 or 2026-11-10T20:00, got +999999999-11-12T00:00"),
                        tuple(7, "expected a name of 100 characters at most, got " + "x".repeat(101)));
    }
}
