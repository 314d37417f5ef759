package io.deskpulse.streaming.shops;

import io.deskpulse.metrics.calendar.Schedule;
import io.deskpulse.streaming.calendars.CalendarSettings;
import io.deskpulse.streaming.shops.ShopProfile.Judgement;
import io.deskpulse.streaming.shops.ShopProfile.Money;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns the sections of a settings file into shops; what a shop leaves out it takes from the default.
 *
 * @param calendars those of the file by name; null for one that could not be read
 */
record ShopReader(Map<String, CalendarSettings.Calendar> calendars) {
    private static final List<String> KEYS = List.of(
            "time_zone",
            "currency",
            "hours",
            "holidays",
            "special_days",
            "calendar",
            "platform",
            "language",
            "rule",
            "target_percent",
            "campaigns",
            "workbench",
            "handling_cost_per_hour");
    private static final List<String> KEYS_OF_ONE = List.of("name", "groups", "quotes");
    private static final Pattern PLATFORM = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern WORKBENCH = Pattern.compile("https?://[^\\s{}]+(\\{(kind|id)}[^\\s{}]*)+");
    private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9_.]*@[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final BigDecimal MOST_COST = new BigDecimal("1000000000000");

    /** Which rule a platform judges its shops by, unless a shop says otherwise. */
    private static final Map<String, String> RULE_OF_PLATFORM = Map.of(
            "tb", "tb.resp3m@1",
            "jd", "jd.first30s@1",
            "dy", "dy.resp3m@1",
            "pdd", "pdd.valid_reply@1");

    /** What holds of every shop that is not listed. */
    ShopProfile other(YamlSection section, ShopProfile usual) {
        return read("", section.knowing(KEYS.toArray(String[]::new)), usual);
    }

    /** A shop, which is as the default unless it says otherwise. */
    ShopProfile shop(String id, YamlSection section, ShopProfile other) {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(0, KEYS_OF_ONE);
        return read(id, section.knowing(keys.toArray(String[]::new)), other);
    }

    private ShopProfile read(String id, YamlSection section, ShopProfile other) {
        ZoneId zone = or(zone(section.optional("time_zone")), other.zone());
        String platform = or(
                section.optional("platform").matching(PLATFORM, "a word in lower case such as tb, jd, dy, pdd or own"),
                other.platform());
        Money money = or(money(section.optional("currency")), other.money());
        Long target = section.optional("target_percent").wholeNumber(1, 100);
        return new ShopProfile(
                id,
                or(section.optional("name").text(), ""),
                platform,
                zone,
                money,
                or(
                        section.optional("language").matching(LANGUAGE, "an ISO 639 code such as zh or en"),
                        other.language()),
                hours(section, zone, other),
                new Judgement(
                        rule(section, platform, other),
                        target == null ? other.judgement().targetPercent() : target.intValue()),
                groups(section.optional("groups")),
                section.has("campaigns") ? CampaignReader.read(section.optional("campaigns")) : other.campaigns(),
                or(section.optional("quotes").flag(), false),
                or(
                        section.optional("workbench")
                                .matching(WORKBENCH, "an address such as https://desk.example/{kind}/{id}"),
                        other.workbench()),
                handlingCost(section, money, other));
    }

    /** In the smallest unit; that of the default is an amount of its currency and of no other. */
    private static long handlingCost(YamlSection section, Money money, ShopProfile other) {
        Long cost = section.optional("handling_cost_per_hour").read("an amount of money such as 90 or 24.50", text -> {
            BigDecimal minor = new BigDecimal(text).movePointRight(money.minorDigits());
            boolean isWhole = minor.stripTrailingZeros().scale() <= 0;
            boolean isAmount = isWhole && minor.signum() >= 0 && minor.compareTo(MOST_COST) <= 0;
            return isAmount ? (Long) minor.longValueExact() : null;
        });
        return or(cost, money.equals(other.money()) ? other.handlingCostPerHour() : 0);
    }

    /** Offsets such as +08:00 are zones to Java, but not to ClickHouse. */
    private static ZoneId zone(YamlValue value) {
        return value.read(
                "an IANA time zone such as Asia/Shanghai or America/Chicago",
                text -> ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null);
    }

    private static Money money(YamlValue value) {
        return value.read("an ISO 4217 currency code such as CNY or USD", text -> {
            Currency currency = Currency.getInstance(text);
            return currency.getDefaultFractionDigits() < 0
                    ? null
                    : new Money(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
        });
    }

    private static String rule(YamlSection section, String platform, ShopProfile other) {
        String named = section.optional("rule").matching(RULE, "a rule with its version, such as tb.resp3m@1");
        String usual = section.has("platform") ? RULE_OF_PLATFORM.get(platform) : null;
        return or(named, or(usual, other.judgement().rule()));
    }

    private ShopHours hours(YamlSection section, ZoneId zone, ShopProfile other) {
        YamlValue named = section.optional("calendar");
        if (section.has("calendar")) {
            for (String key : List.of("hours", "holidays", "special_days")) {
                if (section.has(key)) {
                    section.key(key).problem("'" + key + "' stands in the calendar, or there is no 'calendar'");
                }
            }
            return or(ofCalendar(named, zone), other.hours());
        }
        if (section.has("hours")) {
            Schedule schedule = CalendarSettings.schedule(section, zone);
            return schedule == null ? other.hours() : ShopHours.of(List.of(schedule));
        }
        for (String key : List.of("holidays", "special_days")) {
            if (section.has(key)) {
                section.key(key).problem("'" + key + "' needs 'hours' beside it");
            }
        }
        return other.hours();
    }

    private ShopHours ofCalendar(YamlValue value, ZoneId zone) {
        String name = value.text();
        if (name == null) {
            return null;
        }
        if (!calendars.containsKey(name)) {
            String known = calendars.isEmpty() ? "none" : String.join(", ", calendars.keySet());
            value.problem("there is no calendar '" + name + "'; there are " + known);
            return null;
        }
        CalendarSettings.Calendar calendar = calendars.get(name);
        if (calendar == null) {
            return null;
        }
        List<Schedule> schedules = calendar.calendar().schedules();
        for (Schedule schedule : schedules) {
            if (!schedule.zone().equals(zone)) {
                value.problem("opening hours are those of the shop's own clock in " + zone + ", and calendar '" + name
                        + "' is in " + schedule.zone());
                return null;
            }
        }
        return ShopHours.of(schedules);
    }

    private static Map<String, List<String>> groups(YamlValue value) {
        Map<String, List<String>> groups = new TreeMap<>();
        if (!value.isAbsent()) {
            YamlSection section = value.section("groups");
            for (String name : section.names()) {
                String[] accounts = section.words(name).toArray(String[]::new);
                Arrays.sort(accounts);
                groups.put(name, List.of(accounts));
            }
        }
        return groups;
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
