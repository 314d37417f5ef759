package io.deskpulse.streaming.shops;

import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns a list of a settings file into campaigns. */
final class CampaignReader {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** It stands in every row of an alarm. */
    private static final int LONGEST_NAME = 100;

    /** No event is of another year. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    private CampaignReader() {}

    /** The campaigns that could be read; those that could not are noted. */
    static List<ShopCampaign> read(YamlValue value) {
        List<ShopCampaign> campaigns = new ArrayList<>();
        for (YamlValue element : value.elements()) {
            YamlSection section = element.section("a campaign").knowing("name", "from", "to");
            String name = section.required("name")
                    .read(
                            "a name of " + LONGEST_NAME + " characters at most",
                            text -> text.length() <= LONGEST_NAME ? text : null);
            LocalDateTime from = time(section.required("from"));
            LocalDateTime to = time(section.required("to"));
            if (from != null && to != null && !from.isBefore(to)) {
                section.optional("to").problem("'to' is the first instant no longer in the campaign, after 'from'");
            } else if (name != null && from != null && to != null) {
                campaigns.add(new ShopCampaign(name, from, to));
            }
        }
        return campaigns;
    }

    /** A date means its midnight. */
    private static LocalDateTime time(YamlValue value) {
        return value.read("a date or a time such as 2026-11-10 or 2026-11-10T20:00", text -> {
            LocalDateTime time =
                    DATE.matcher(text).matches() ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR ? time : null;
        });
    }
}
