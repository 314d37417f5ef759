package io.deskpulse.streaming.shops;

import io.deskpulse.streaming.calendars.CalendarSettings;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shops of a settings file: {@code default_shop} and {@code shops}, beside the calendars and policies that others read.
 *
 * @param settings what the file says; null when there are problems
 * @param describesDefault whether the file says what holds of shops that it does not list
 * @param problems every mistake, by line; empty when all is well
 */
public record ShopFile(ShopSettings settings, boolean describesDefault, List<YamlProblem> problems) {
    private static final String DEFAULT_SHOP = "default_shop";
    private static final String SHOPS = "shops";

    /** Reads the text of a file; never throws. One that describes no shop says {@link ShopSettings#NONE}. */
    public static ShopFile parse(String text) {
        return parse(text, ShopProfile.USUAL);
    }

    /**
     * Reads the text of a file; never throws.
     *
     * @param usual what holds where neither a shop nor {@code default_shop} says anything
     */
    public static ShopFile parse(String text, ShopProfile usual) {
        boolean[] describesDefault = new boolean[1];
        YamlFile<ShopSettings> file = YamlFile.read(text, root -> read(root, usual, describesDefault));
        return new ShopFile(file.value(), describesDefault[0], file.problems());
    }

    private static ShopSettings read(YamlValue root, ShopProfile usual, boolean... describesDefault) {
        if (root.isAbsent()) {
            root.problem("the file is empty; shops stand under '" + SHOPS + "', by their ids");
            return null;
        }
        YamlSection file =
                root.section("the file").knowing("calendars", "policies", "default_policy", DEFAULT_SHOP, SHOPS);
        Map<String, CalendarSettings.Calendar> calendars = CalendarSettings.read(file.optional("calendars"));
        ShopReader reader = new ShopReader(calendars);
        describesDefault[0] = file.has(DEFAULT_SHOP);
        ShopProfile other =
                describesDefault[0] ? reader.other(file.optional(DEFAULT_SHOP).section(DEFAULT_SHOP), usual) : usual;
        List<ShopProfile> shops = new ArrayList<>();
        if (file.has(SHOPS)) {
            YamlSection section = file.optional(SHOPS).section(SHOPS);
            for (String id : section.names()) {
                if (id.isBlank()) {
                    section.key(id)
                            .problem("a shop's id must not be empty; what holds of other shops stands under '"
                                    + DEFAULT_SHOP + "'");
                } else if (section.has(id)) {
                    shops.add(reader.shop(id, section.optional(id).section("shop " + id), other));
                } else {
                    section.key(id).problem("shop " + id + " says nothing; leave it out, or say what differs");
                }
            }
        }
        return new ShopSettings(other, shops);
    }
}
