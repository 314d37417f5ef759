package io.deskpulse.streaming.shops;

import io.deskpulse.metrics.hotspots.alarms.Campaign;
import io.deskpulse.metrics.timeline.ShopZones;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a shop is, beyond its events.
 *
 * @param id as in events; empty for what holds of every shop that is not described
 * @param name what people call it; empty when nothing but its id
 * @param platform where it sells: {@code tb}, {@code jd}, {@code dy}, {@code pdd} or a word of its own
 * @param zone in which its days and hours are counted
 * @param money its currency
 * @param language of its people, ISO 639
 * @param hours when it is open
 * @param judgement the rule its replies are judged by, and what that rate should reach
 * @param agentGroups accounts by group
 * @param campaigns what alarms of hotspots say they rang during
 * @param keepsQuotes whether words of complaints are kept, redacted
 * @param workbench address of a page of its own workbench, with {@code {kind}} and {@code {id}} in it; empty when nobody said
 * @param handlingCostPerHour what an hour of an account costs, in the smallest unit of its currency; 0 when nobody said
 */
public record ShopProfile(
        String id,
        String name,
        String platform,
        ZoneId zone,
        Money money,
        String language,
        ShopHours hours,
        Judgement judgement,
        Map<String, List<String>> agentGroups,
        List<ShopCampaign> campaigns,
        boolean keepsQuotes,
        String workbench,
        long handlingCostPerHour) {
    private static final int EIGHT = 8 * 3_600;
    private static final int TWENTY_THREE = 23 * 3_600;

    /** What holds of shops when nobody says otherwise. */
    public static final ShopProfile USUAL = new ShopProfile(
            "",
            "",
            "tb",
            ZoneId.of(ShopZones.DEFAULT_ZONE),
            new Money("CNY", 2),
            "zh",
            ShopHours.daily(EIGHT, TWENTY_THREE),
            new Judgement("tb.resp3m@1", 98),
            Map.of(),
            List.of(),
            false,
            "",
            0);

    /** Copies groups and campaigns. */
    public ShopProfile {
        agentGroups = Collections.unmodifiableMap(new TreeMap<>(agentGroups));
        campaigns = List.copyOf(campaigns);
    }

    /**
     * A currency.
     *
     * @param code ISO 4217
     * @param minorDigits decimals of its smallest unit, in which amounts are told: 2 of CNY, 0 of JPY, 3 of KWD
     */
    public record Money(String code, int minorDigits) {}

    /**
     * What replies are judged by.
     *
     * @param rule a rule with its version
     * @param targetPercent what its rate should reach, 1 to 100
     */
    public record Judgement(String rule, int targetPercent) {}

    /** Its campaigns, in its zone. */
    public List<Campaign> calendar() {
        return campaigns.stream().map(campaign -> campaign.in(zone)).toList();
    }

    /** The same for another shop, with another zone; whose words are kept each shop says for itself. */
    public ShopProfile in(String shopId, ZoneId otherZone) {
        return new ShopProfile(
                shopId,
                name,
                platform,
                otherZone,
                money,
                language,
                hours,
                judgement,
                agentGroups,
                campaigns,
                false,
                workbench,
                handlingCostPerHour);
    }
}
