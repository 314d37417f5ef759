package io.deskpulse.digest.delivery;

import io.deskpulse.digest.channels.Channel;
import io.deskpulse.digest.channels.Message;
import io.deskpulse.digest.channels.Outcome;
import io.deskpulse.digest.channels.Outcome.Kind;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.content.Digests;
import io.deskpulse.digest.content.ServicePart;
import io.deskpulse.digest.content.ServicePart.Promises;
import io.deskpulse.digest.delivery.DeliveryState.Word;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.ChannelType;
import io.deskpulse.digest.subscriptions.Receiver;
import io.deskpulse.digest.subscriptions.Subscription;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.ops.UserError;
import io.deskpulse.streaming.reasons.ReasonTaxonomy;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies around a sender and outlives it: an outbox, receivers and a clock; and the step at which the sender dies. */
final class World implements Outbox, DigestSource, Lease, InstantSource {
    private static final Words EN =
            new Words("en", ReasonTaxonomy.bundled(), TopicTaxonomy.bundled().newest());
    private static final Duration GAP = Duration.ofSeconds(3);

    /** Ids of messages by receiver, as they came. */
    final Map<String, List<String>> received = new LinkedHashMap<>();
    /** What receivers answer next, by their addresses; ACCEPTED when nothing is left. */
    final Map<String, List<Outcome>> answers = new HashMap<>();
    /** Each delivery as it last stood, with what the receiver said. */
    final Map<String, String> stands = new LinkedHashMap<>();

    final Map<String, Digest> issues = new HashMap<>();
    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final Map<String, DeliveryState> states = new HashMap<>();

    Instant now = Instant.parse("2026-11-23T01:00:00Z");
    long cases = 24;
    long overdue = 7;
    boolean isHeld = true;
    /** Steps that are left until the sender dies; it never does when negative. */
    int stepsLeft = -1;

    /** The sender was killed: nothing of it runs any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void step() {
        if (stepsLeft == 0) {
            stepsLeft = -1;
            throw new Killed();
        }
        stepsLeft--;
    }

    /** A sender that knows nothing but what lies around it. */
    DigestSender sender(SubscriptionFile file) {
        return new DigestSender(
                file,
                new DigestSender.Ports(
                        this, this, this, this::channel, to -> to.address().written(), language -> EN),
                new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(10), 4),
                this);
    }

    private Channel channel(Receiver to) {
        String address = to.address().written();
        boolean isRobot = to.type() != ChannelType.EMAIL && to.type() != ChannelType.WEBHOOK;
        return new Channel() {
            @Override
            public Outcome send(Message message) {
                step();
                List<Outcome> next = answers.getOrDefault(address, List.of());
                Outcome outcome = next.isEmpty() ? Outcome.of(Kind.ACCEPTED, "") : next.remove(0);
                if (outcome.kind() == Kind.ACCEPTED || outcome.kind() == Kind.UNKNOWN) {
                    received.computeIfAbsent(address, a -> new ArrayList<>()).add(message.id());
                }
                step();
                return outcome;
            }

            @Override
            public boolean knowsRepeats() {
                return !isRobot;
            }

            @Override
            public Duration gap() {
                return isRobot ? GAP : Duration.ZERO;
            }
        };
    }

    @Override
    public Optional<Digest> latest(String shop, String issueId) {
        return Optional.ofNullable(issues.get(issueId));
    }

    @Override
    public void keep(String issueId, Digest digest) {
        step();
        issues.put(issueId, digest);
        step();
    }

    @Override
    public Map<String, DeliveryState> states(String shop, Collection<String> deliveryIds) {
        Map<String, DeliveryState> some = new HashMap<>(states);
        some.keySet().retainAll(deliveryIds);
        return some;
    }

    @Override
    public List<DigestPeriod> periods(Subscription subscription, DigestPeriod since) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.subscription().name().equals(subscription.name()))
                .map(delivery -> delivery.digest().period())
                .filter(period -> !period.from().isBefore(since.from()))
                .distinct()
                .sorted(java.util.Comparator.comparing(DigestPeriod::from))
                .toList();
    }

    @Override
    public Set<String> receivers(Subscription subscription, DigestPeriod since, DigestPeriod until) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.subscription().name().equals(subscription.name()))
                .filter(delivery -> !delivery.digest().period().from().isBefore(since.from()))
                .filter(delivery -> !delivery.digest().period().from().isAfter(until.from()))
                .map(Delivery::receiver)
                .collect(Collectors.toSet());
    }

    @Override
    public void note(Delivery delivery, DeliveryState state, Instant at, String detail) {
        step();
        deliveries.put(delivery.id(), delivery);
        states.put(delivery.id(), state);
        stands.put(delivery.id(), state.word() + (detail.isEmpty() ? "" : " " + detail));
        step();
    }

    /** How many deliveries stand so. */
    long standing(Word word) {
        return states.values().stream().filter(state -> state.word() == word).count();
    }

    @Override
    public ZoneId zone(String shop) {
        if (shop.equals("nobody")) {
            throw new UserError("There is no shop nobody.");
        }
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Digest make(Subscription subscription, DigestPeriod period, Instant at, Instant serviceAt) {
        Digest made = Digests.withCases(cases);
        ServicePart week = made.service();
        ServicePart service = new ServicePart(
                serviceAt,
                week.tickets(),
                week.firstContacts(),
                week.gaps(),
                week.knowledge(),
                new Promises(57, 41, 9, overdue),
                week.escalations());
        return new Digest(
                made.shop(), period, "*", 1, at, made.items(), made.totals(), 20, service, List.of(), List.of());
    }

    @Override
    public boolean hold() {
        return isHeld;
    }

    @Override
    public void release() {}

    @Override
    public Instant instant() {
        return now;
    }
}
