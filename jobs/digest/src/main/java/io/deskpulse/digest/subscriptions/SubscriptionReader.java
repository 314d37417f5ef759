package io.deskpulse.digest.subscriptions;

import io.deskpulse.digest.content.Cadence;
import io.deskpulse.digest.reading.ProductChoice;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.metrics.defects.Movement;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a file of subscriptions and notes every mistake at its place. */
final class SubscriptionReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,255}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");
    /** Hosts to which a line needs no protection. */
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost");

    private static final BigDecimal MOST_COST = new BigDecimal("1000000000");
    private static final int USUAL_HOUR = 9;
    private static final int LAST_HOUR = 23;
    private static final int LAST_PORT = 65_535;
    private static final Set<ChannelType> SIGNED =
            Set.of(ChannelType.DINGTALK, ChannelType.FEISHU, ChannelType.WEBHOOK);

    private final Set<String> names = new HashSet<>();

    private SubscriptionReader() {}

    static SubscriptionFile read(YamlValue root) {
        if (root.isAbsent()) {
            root.problem("the file is empty; subscriptions stand in a list under 'subscriptions'");
            return null;
        }
        YamlSection file = root.section("the file")
                .knowing("subscriptions", "mail", "handling_cost_per_hour", "correction_percent");
        MailSettings mail = file.has("mail") ? mail(file.optional("mail").section("mail")) : null;
        SubscriptionReader reader = new SubscriptionReader();
        List<Subscription> subscriptions = new ArrayList<>();
        for (YamlValue element : file.required("subscriptions").elements()) {
            subscriptions.add(reader.subscription(element.section("a subscription"), file.has("mail")));
        }
        Long percent = file.optional("correction_percent").wholeNumber(1, 100);
        return new SubscriptionFile(
                subscriptions.contains(null) ? List.of() : subscriptions,
                mail,
                costs(file.optional("handling_cost_per_hour")),
                percent == null ? Movement.USUAL.percent() : percent.intValue());
    }

    private Subscription subscription(YamlSection section, boolean hasMail) {
        section.knowing("name", "shop", "products", "language", "period", "hour", "channel");
        String name = section.required("name").matching(NAME, "a name of up to 80 letters, digits, blanks, . _ or -");
        if (name != null && !names.add(name)) {
            section.key("name").problem("there are two subscriptions named '" + name + "'");
        }
        String shop = section.required("shop").text();
        String language = section.required("language").oneOf(Words.LANGUAGES);
        String period = section.required("period").oneOf(List.of("day", "week"));
        Long hour = section.optional("hour").wholeNumber(0, LAST_HOUR);
        List<String> products = new ArrayList<>();
        for (YamlValue product : section.optional("products").elements()) {
            String text = product.text();
            if (text != null) {
                products.add(text);
            }
        }
        List<Receiver> receivers = receivers(section.required("channel"), hasMail);
        if (name == null || shop == null || language == null || period == null) {
            return null;
        }
        return new Subscription(
                name,
                shop,
                new ProductChoice(products),
                language,
                Cadence.valueOf(period.toUpperCase(Locale.ROOT)),
                hour == null ? USUAL_HOUR : hour.intValue(),
                receivers);
    }

    private static List<Receiver> receivers(YamlValue value, boolean hasMail) {
        if (value.isAbsent()) {
            return List.of();
        }
        YamlSection channel = value.section("a channel").knowing("type", "to", "url", "secret");
        String type = channel.required("type").oneOf(ChannelType.words());
        if (type == null) {
            return List.of();
        }
        ChannelType channelType = ChannelType.valueOf(type.toUpperCase(Locale.ROOT));
        if (channelType == ChannelType.EMAIL) {
            if (!hasMail) {
                channel.key("type").problem("e-mail needs 'mail' in the file: the server and the sender");
            }
            return mails(channel);
        }
        Secret url = secret(
                channel.required("url"),
                "an address that begins with https://, or ${NAME}",
                SubscriptionReader::isWebhook);
        if (channel.has("to")) {
            channel.key("to").problem("only e-mail has 'to'; a webhook has 'url'");
        }
        if (channel.has("secret") && !SIGNED.contains(channelType)) {
            channel.key("secret").problem(type + " signs nothing: its address is the secret");
        }
        if (channelType == ChannelType.WEBHOOK) {
            channel.required("secret");
        }
        Secret secret = secret(channel.optional("secret"), "a secret, or ${NAME}", text -> true);
        return url == null ? List.of() : List.of(new Receiver(channelType, url, secret));
    }

    private static boolean isWebhook(String text) {
        try {
            URI uri = new URI(text);
            boolean isLocal = "http".equals(uri.getScheme()) && LOCAL.contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || isLocal);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<Receiver> mails(YamlSection channel) {
        for (String key : List.of("url", "secret")) {
            if (channel.has(key)) {
                channel.key(key).problem("e-mail has no '" + key + "'; addresses stand under 'to'");
            }
        }
        List<Receiver> receivers = new ArrayList<>();
        YamlValue addresses = channel.required("to");
        if (!addresses.isAbsent() && addresses.elements().isEmpty()) {
            addresses.problem("nobody gets it; give one address at least");
        }
        for (YamlValue address : addresses.elements()) {
            String to = address.read(
                    "an e-mail address, or ${NAME}",
                    text -> isValue(text, mail -> ADDRESS.matcher(mail).matches()) ? text : null);
            if (to != null) {
                receivers.add(new Receiver(ChannelType.EMAIL, new Secret(to), null));
            }
        }
        return receivers;
    }

    private static MailSettings mail(YamlSection section) {
        section.knowing("host", "port", "security", "from", "user", "password", "authorities");
        String host = section.required("host").text();
        String security = section.optional("security").oneOf(List.of("starttls", "tls", "none"));
        MailSettings.Security protection =
                MailSettings.Security.valueOf(security == null ? "STARTTLS" : security.toUpperCase(Locale.ROOT));
        Long port = section.optional("port").wholeNumber(1, LAST_PORT);
        String from = section.required("from").matching(ADDRESS, "an e-mail address");
        String user = section.optional("user").text();
        Secret password = secret(section.optional("password"), "a password, or ${NAME}", text -> true);
        if ((user == null) != (password == null)) {
            section.key(user == null ? "password" : "user").problem("'user' and 'password' go together");
        }
        if (protection == MailSettings.Security.NONE && section.has("authorities")) {
            section.key("authorities").problem("without TLS nobody asks who vouches for the server");
        }
        int usual = protection == MailSettings.Security.TLS ? 465 : 587;
        return host == null || from == null
                ? null
                : new MailSettings(
                        host,
                        port == null ? usual : port.intValue(),
                        protection,
                        from,
                        user,
                        password,
                        section.optional("authorities").text());
    }

    private static Map<String, BigDecimal> costs(YamlValue value) {
        Map<String, BigDecimal> costs = new HashMap<>();
        if (!value.isAbsent()) {
            YamlSection section = value.section("handling_cost_per_hour");
            for (String shop : section.names()) {
                BigDecimal cost = section.required(shop).read("an amount of money such as 90 or 24.50", text -> {
                    BigDecimal amount = new BigDecimal(text);
                    return amount.signum() >= 0 && amount.scale() <= 3 && amount.compareTo(MOST_COST) <= 0
                            ? amount
                            : null;
                });
                if (cost != null) {
                    costs.put(shop, cost);
                }
            }
        }
        return costs;
    }

    /** A value, or the name of its variable. A mistake never repeats what was written: the address of a webhook is a secret, too. */
    private static Secret secret(YamlValue value, String expected, Predicate<String> isRight) {
        String text = value.isAbsent() ? null : value.text();
        if (text == null) {
            return null;
        }
        if (isValue(text, isRight)) {
            return new Secret(text);
        }
        value.problem("expected " + expected);
        return null;
    }

    /** {@code ${MY-KEY}} is neither a value nor the name of a variable, and would be sent as it is. */
    private static boolean isValue(String text, Predicate<String> isRight) {
        return PLACEHOLDER.matcher(text).matches() || (!text.matches("\\$\\{.*}") && isRight.test(text));
    }
}
