package io.deskpulse.ops.shops;

import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.forecasts.calendar.EventVersions;
import io.deskpulse.streaming.shops.ShopCampaign;
import io.deskpulse.streaming.shops.ShopProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Campaigns of shops as events that forecasts know of: versions, so that no forecast sees a campaign before it was told. */
final class CampaignEvents {
    private static final String PREFIX = "set-";
    private static final String PHASE = "day";
    private static final String BY = "settings";
    private static final String WHY = "campaigns of the shops' settings";

    private final ClickHouseSql clickHouse;

    CampaignEvents(ClickHouseSql clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Tells forecasts of the campaigns of shops, which are all there are of these. One that is not over and no longer there is called off; one that is over has
     * taken place, whether or not the file still names it.
     *
     * @param all whether shops that are not named have none
     * @return what changed, a line each
     */
    List<String> tell(List<ShopProfile> shops, boolean all) {
        List<EventVersions.Told> events = new ArrayList<>();
        for (ShopProfile shop : shops) {
            Map<String, Integer> seen = new HashMap<>();
            for (ShopCampaign campaign : shop.campaigns()) {
                String year = String.valueOf(campaign.from().getYear());
                int number = seen.merge(campaign.name() + "\n" + year, 1, Integer::sum);
                events.add(told(shop.id(), campaign, year + "-" + number));
            }
        }
        events.addAll(gone(shops, all, events));
        return new EventVersions(clickHouse)
                .tell(events, BY, WHY).stream().map(CampaignEvents::line).toList();
    }

    private static EventVersions.Told told(String shop, ShopCampaign campaign, String which) {
        LocalDate first = campaign.from().toLocalDate();
        LocalDate last = campaign.to().minusNanos(1).toLocalDate();
        return new EventVersions.Told(
                EventVersions.id(PREFIX, shop, campaign.name(), which),
                shop,
                campaign.name(),
                campaign.name(),
                PHASE,
                first,
                (int) (last.toEpochDay() - first.toEpochDay()) + 1,
                false);
    }

    private List<EventVersions.Told> gone(List<ShopProfile> shops, boolean all, List<EventVersions.Told> events) {
        Set<String> named = new HashSet<>(shops.stream().map(ShopProfile::id).toList());
        Set<String> there =
                new HashSet<>(events.stream().map(EventVersions.Told::id).toList());
        return clickHouse
                .query(
                        "SELECT event_id, shop_id, name, toString(peak), arrayElement(phases.to_day, 1) FROM"
                                + " deskpulse.forecast_events WHERE current AND NOT called_off AND startsWith(event_id, ?)"
                                + " AND peak + arrayElement(phases.to_day, 1) >= toDate(now('UTC')) ORDER BY event_id",
                        row -> new EventVersions.Told(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(3),
                                PHASE,
                                LocalDate.parse(row.getString(4)),
                                row.getInt(5) + 1,
                                true),
                        PREFIX)
                .stream()
                .filter(event -> !there.contains(event.id()) && (all || named.contains(event.shop())))
                .toList();
    }

    private static String line(EventVersions.Told event) {
        String who = event.shop().isEmpty() ? "all other shops" : event.shop();
        return who + ": campaign " + event.name() + " of " + event.when()
                + (event.calledOff() ? " is called off" : ": forecasts know of it from now on");
    }
}
