package io.deskpulse.imports.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.imports.functions.Environment;
import io.deskpulse.ops.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which shop a conversation, a ticket or an order belongs to: the first rule that fits. */
public final class ShopRules {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");

    private final List<Rule> rules;

    private record Rule(String key, String value, String shop) {}

    private ShopRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads rules: {@code lanyue} for all, {@code inbox:5=lanyue}, {@code *=main}.
     *
     * @param shopOfAll the shop when there are no rules
     * @throws UserError when one is no rule
     */
    public static ShopRules parse(List<String> texts, String shopOfAll) {
        List<Rule> rules = new ArrayList<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String shop = text.substring(equals + 1).strip();
            String left = equals < 0 ? "*" : text.substring(0, equals).strip();
            int colon = left.indexOf(':');
            if (shop.isEmpty() || (colon < 1 && !left.equals("*"))) {
                throw new UserError(
                        "--shop must be a shop or KEY:VALUE=SHOP, such as inbox:5=lanyue or *=main; got " + text + ".");
            }
            rules.add(
                    colon < 1
                            ? new Rule(null, null, shop)
                            : new Rule(left.substring(0, colon), left.substring(colon + 1), shop));
        }
        if (rules.isEmpty()) {
            rules.add(new Rule(null, null, shopOfAll));
        }
        return new ShopRules(rules);
    }

    /**
     * The shop.
     *
     * @param keys what the mapping tells of the subject
     * @return null when no rule fits
     */
    public String shop(JsonNode keys) {
        for (Rule rule : rules) {
            if (rule.key() == null || rule.value().equals(Environment.string(keys.get(rule.key())))) {
                return rule.shop();
            }
        }
        return null;
    }

    /** What rules can go by, where none fits, such as {@code inbox:5}; numbers alone are told, since words may be somebody's. */
    public static String of(JsonNode keys) {
        List<String> told = new ArrayList<>();
        keys.properties().forEach(key -> {
            String value = Environment.string(key.getValue());
            if (value != null) {
                told.add(key.getKey() + ":" + (NUMBER.matcher(value).matches() ? value : "…"));
            }
        });
        return told.isEmpty() ? "*" : String.join(" or ", told);
    }
}
