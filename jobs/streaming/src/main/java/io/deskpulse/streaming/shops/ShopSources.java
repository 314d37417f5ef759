package io.deskpulse.streaming.shops;

import io.deskpulse.streaming.yaml.SettingsFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The shops of a job: those of its settings file, and time zones given beside it, which must not contradict the file.
 *
 * @param settings both together; not to be used when there are problems
 * @param saysDefault whether anything was said of the shops that are not described
 * @param problems what is wrong, by setting or by line of the file
 */
public record ShopSources(ShopSettings settings, boolean saysDefault, List<String> problems) {
    private static final String ZONES = "--shops.zones";

    /** Copies the list. */
    public ShopSources {
        problems = List.copyOf(problems);
    }

    /** All shops of which anything was said, the default, which has no id, among them. */
    public List<ShopProfile> told() {
        List<ShopProfile> told = new ArrayList<>(settings.shops());
        if (saysDefault) {
            told.add(0, settings.other());
        }
        return told;
    }

    /**
     * Reads a settings file and zones.
     *
     * @param file its path, or {@value SettingsFile#BUNDLED}
     * @param defaultZone time zone of shops that are not described; empty when not given
     * @param zoneByShop time zones by shop id
     */
    public static ShopSources of(String file, String defaultZone, Map<String, String> zoneByShop) {
        List<String> problems = new ArrayList<>();
        ZoneId given = defaultZone.isEmpty()
                ? ShopProfile.USUAL.zone()
                : zone("the default zone", defaultZone, "--shops.default-zone", problems);
        ShopProfile usual = given == null ? ShopProfile.USUAL : ShopProfile.USUAL.in("", given);
        ShopFile read = read(new SettingsFile(file), usual, problems);
        ShopSettings described = Objects.requireNonNullElse(read.settings(), new ShopSettings(usual, List.of()));
        if (!defaultZone.isEmpty() && !described.other().zone().equals(usual.zone())) {
            problems.add("--shops.default-zone: " + usual.zone() + ", but default_shop is in "
                    + described.other().zone() + " by " + file);
        }
        List<ShopProfile> shops = new ArrayList<>(described.shops());
        Map<String, ShopProfile> byId = new LinkedHashMap<>();
        shops.forEach(shop -> byId.put(shop.id(), shop));
        zoneByShop.forEach((shop, name) -> {
            ZoneId zone = zone("the zone of shop " + shop, name, ZONES, problems);
            ShopProfile known = byId.get(shop);
            if (zone != null && known == null) {
                shops.add(described.other().in(shop, zone));
            } else if (zone != null && !known.zone().equals(zone)) {
                problems.add(ZONES + ": shop " + shop + " is in " + zone + ", but in " + known.zone() + " by " + file);
            }
        });
        boolean saysDefault = read.describesDefault() || !defaultZone.isEmpty();
        return new ShopSources(new ShopSettings(described.other(), shops), saysDefault, problems);
    }

    private static ShopFile read(SettingsFile file, ShopProfile usual, List<String> problems) {
        Optional<ShopFile> read =
                file.isBundled() ? Optional.empty() : file.text(problems::add).map(text -> ShopFile.parse(text, usual));
        read.ifPresent(shops -> YamlProblem.tell(file.name(), shops.problems(), problems::add));
        return read.orElseGet(() -> new ShopFile(null, false, List.of()));
    }

    private static ZoneId zone(String what, String name, String setting, List<String> problems) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.add(setting + ": " + what + " must be an IANA time zone such as Asia/Shanghai, got " + name);
            return null;
        }
    }
}
