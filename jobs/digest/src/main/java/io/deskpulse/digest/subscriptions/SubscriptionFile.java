package io.deskpulse.digest.subscriptions;

import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a file of subscriptions says.
 *
 * @param subscriptions all of them
 * @param mail the mail server; null when nobody gets mail
 * @param costPerHour what an hour of an account costs, by shop, in units of its currency, where it is not as the shop's settings say
 * @param correctionPercent by how much numbers may move before a correction is sent, percent
 */
public record SubscriptionFile(
        List<Subscription> subscriptions,
        MailSettings mail,
        Map<String, BigDecimal> costPerHour,
        int correctionPercent) {
    /** Copies the collections. */
    public SubscriptionFile {
        subscriptions = List.copyOf(subscriptions);
        costPerHour = Map.copyOf(costPerHour);
    }

    /**
     * A file that was read.
     *
     * @param file what it says; null when there are problems
     * @param problems every mistake, by line; empty when all is well
     */
    public record Read(SubscriptionFile file, List<YamlProblem> problems) {}

    /** Reads the text of a file; never throws. */
    public static Read parse(String text) {
        YamlFile<SubscriptionFile> file = YamlFile.read(text, SubscriptionReader::read);
        return new Read(file.value(), file.problems());
    }

    /** Environment variables that it names. */
    public Set<String> variables() {
        Set<String> names = new TreeSet<>();
        subscriptions.stream()
                .flatMap(subscription -> subscription.receivers().stream())
                .flatMap(receiver -> Stream.of(receiver.address(), receiver.secret()))
                .forEach(secret -> name(secret, names));
        if (mail != null) {
            name(mail.password(), names);
        }
        return names;
    }

    /** Of these, those that an environment does not set. */
    public Set<String> missing(Map<String, String> environment) {
        Set<String> missing = variables();
        missing.removeIf(name -> !environment.getOrDefault(name, "").isBlank());
        return missing;
    }

    private static void name(Secret secret, Set<String> names) {
        if (secret != null) {
            secret.variable().ifPresent(names::add);
        }
    }

    /** What an hour of an account costs in the smallest unit of a shop's currency; empty when the file does not say. */
    public OptionalLong costPerHour(String shop, int minorDigits) {
        BigDecimal cost = costPerHour.getOrDefault(shop, costPerHour.get("*"));
        return cost == null
                ? OptionalLong.empty()
                : OptionalLong.of(cost.movePointRight(minorDigits).longValue());
    }
}
