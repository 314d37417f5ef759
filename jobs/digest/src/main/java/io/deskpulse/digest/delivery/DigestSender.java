package io.deskpulse.digest.delivery;

import io.deskpulse.digest.channels.Channel;
import io.deskpulse.digest.channels.Message;
import io.deskpulse.digest.channels.Outcome;
import io.deskpulse.digest.content.Corrections;
import io.deskpulse.digest.content.Digest;
import io.deskpulse.digest.content.DigestPeriod;
import io.deskpulse.digest.content.Moved;
import io.deskpulse.digest.content.MovedNumber;
import io.deskpulse.digest.delivery.DeliveryState.Word;
import io.deskpulse.digest.reading.DigestReader;
import io.deskpulse.digest.rendering.Words;
import io.deskpulse.digest.subscriptions.Receiver;
import io.deskpulse.digest.subscriptions.Subscription;
import io.deskpulse.digest.subscriptions.SubscriptionFile;
import io.deskpulse.ops.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends what is due. Everything that it knows is in the outbox: it may die between any two lines and start anew.
 *
 * <p>A version is kept before it is sent, so that all receivers and all attempts get the same. Before an attempt the outbox says that it
 * begins, afterwards how it ended. An attempt without an end is one whose sender died: whether the receiver has the message, nobody can
 * tell. A receiver that knows a repeated message by its id gets it again; any other does not, and the outbox says UNKNOWN.
 */
public final class DigestSender {
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final int MOST_PERIODS = 7;
    private static final int FOLLOWED_PERIODS = 4;

    private final SubscriptionFile file;
    private final Ports ports;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Map<String, Instant> lookedAt = new HashMap<>();
    private final Map<String, Instant> sentAt = new HashMap<>();

    /**
     * What a sender needs.
     *
     * @param source of digests
     * @param outbox what was made and sent
     * @param lease the right to send
     * @param channels ways to receivers
     * @param address of a receiver, with what the environment holds
     * @param words of a language
     */
    public record Ports(
            DigestSource source,
            Outbox outbox,
            Lease lease,
            Function<Receiver, Channel> channels,
            Function<Receiver, String> address,
            Function<String, Words> words) {}

    /**
     * What a round came to.
     *
     * @param held whether this sender had the right to send
     * @param sent deliveries that arrived
     * @param failed deliveries that were given up
     * @param again when the first of those that wait is to be tried; null when none waits
     */
    public record Round(boolean held, int sent, int failed, Instant again) {}

    /** A sender to the subscriptions of a file. */
    public DigestSender(SubscriptionFile file, Ports ports, Backoff backoff, InstantSource clock) {
        this.file = file;
        this.ports = ports;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Sends all that is due and may be sent now.
     *
     * @throws UserError what first kept a subscription from being sent; the others are
     */
    public Round round() {
        Tally tally = new Tally();
        if (!ports.lease().hold()) {
            return new Round(false, 0, 0, null);
        }
        UserError problem = null;
        for (Subscription subscription : file.subscriptions()) {
            try {
                ZoneId zone = ports.source().zone(subscription.shop());
                for (Due due : due(subscription, zone)) {
                    deliver(subscription, due, tally);
                }
            } catch (UserError e) {
                // A shop that nobody knows, say, keeps nobody else waiting.
                problem = problem == null ? e : problem;
            }
        }
        if (problem != null) {
            throw problem;
        }
        return new Round(true, tally.sent, tally.failed, tally.again);
    }

    private static final class Tally {
        private int sent;
        private int failed;
        private Instant again;

        private void waitsUntil(Instant at) {
            again = again == null || at.isBefore(again) ? at : again;
        }
    }

    /**
     * A period whose digest is to be sent.
     *
     * @param toldSince null where all receivers get it; else those alone that were sent one of this or an earlier period since then: who
     *     came later does not want what was
     */
    private record Due(DigestPeriod period, DigestPeriod toldSince) {}

    /** The last period that is due, those missed since the one told last, and those before that may have moved. */
    private List<Due> due(Subscription subscription, ZoneId zone) {
        DigestPeriod last = subscription.lastDue(clock.instant(), zone);
        DigestPeriod earliest = last;
        for (int i = 1; i < MOST_PERIODS; i++) {
            earliest = earliest.before();
        }
        List<DigestPeriod> told = ports.outbox().periods(subscription, earliest);
        List<Due> due = new ArrayList<>();
        DigestPeriod followed = last;
        for (int i = 1; i < FOLLOWED_PERIODS; i++) {
            followed = followed.before();
        }
        for (DigestPeriod period = earliest; !period.from().isAfter(last.from()); period = period.after()) {
            DigestPeriod one = period;
            boolean isMissed = !told.isEmpty()
                    && told.stream().noneMatch(other -> other.from().isAfter(one.from()));
            boolean isFollowed = told.contains(period) && !period.from().isBefore(followed.from());
            if (isMissed || isFollowed || period.equals(last)) {
                due.add(new Due(period, isMissed || period.equals(last) ? null : earliest));
            }
        }
        return due;
    }

    private void deliver(Subscription subscription, Due due, Tally tally) {
        DigestPeriod period = due.period();
        String issueId =
                Ids.issue(subscription.shop(), period, subscription.products().toString());
        Digest digest = issue(subscription, period, issueId);
        Set<String> told =
                due.toldSince() == null ? null : ports.outbox().receivers(subscription, due.toldSince(), period);
        List<Delivery> deliveries = new ArrayList<>();
        List<Receiver> receivers = subscription.receivers();
        for (Receiver receiver : receivers) {
            String channel = receiver.type().word();
            String address = ports.address().apply(receiver);
            deliveries.add(new Delivery(
                    Ids.delivery(issueId, digest.version(), channel, address, subscription.language()),
                    issueId,
                    digest,
                    subscription,
                    channel,
                    Ids.receiver(channel, address)));
        }
        Map<String, DeliveryState> states = ports.outbox()
                .states(
                        subscription.shop(),
                        deliveries.stream().map(Delivery::id).toList());
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery delivery = deliveries.get(i);
            if (told != null && !told.contains(delivery.receiver())) {
                continue;
            }
            attempt(delivery, states.getOrDefault(delivery.id(), DeliveryState.NONE), receivers.get(i), tally);
        }
    }

    /** The version that is to be told: the one that was made, or a new one when numbers have moved too far since. */
    private Digest issue(Subscription subscription, DigestPeriod period, String issueId) {
        Instant now = clock.instant();
        Optional<Digest> made = ports.outbox().latest(subscription.shop(), issueId);
        if (made.isEmpty()) {
            Digest first = ports.source().make(subscription, period, now, now).withItems(DigestReader.MOST_ITEMS);
            ports.outbox().keep(issueId, first);
            lookedAt.put(issueId, now);
            return first;
        }
        Instant looked = lookedAt.getOrDefault(issueId, made.get().madeAt());
        if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            return made.get();
        }
        lookedAt.put(issueId, now);
        Digest again = ports.source().make(subscription, period, now, made.get().serviceAsOf());
        Corrections corrections =
                Corrections.of(file.correctionPercent(), made.get().shop().minorDigits());
        List<Moved> moved = corrections.between(made.get(), again);
        List<MovedNumber> numbers = corrections.numbersBetween(made.get(), again);
        if (moved.isEmpty() && numbers.isEmpty()) {
            return made.get();
        }
        Digest corrected =
                again.withItems(DigestReader.MOST_ITEMS).correcting(made.get().version() + 1, moved, numbers);
        ports.outbox().keep(issueId, corrected);
        return corrected;
    }

    private void attempt(Delivery delivery, DeliveryState state, Receiver receiver, Tally tally) {
        if (state.word() != null && state.word().isFinal()) {
            return;
        }
        Instant now = clock.instant();
        if (state.word() == Word.RETRY && state.retryAt().isAfter(now)) {
            tally.waitsUntil(state.retryAt());
            return;
        }
        Channel channel = ports.channels().apply(receiver);
        if (state.word() == Word.SENDING && !channel.knowsRepeats()) {
            note(
                    delivery,
                    new DeliveryState(Word.UNKNOWN, state.attempts(), null),
                    "the sender died while it was sent");
            tally.failed++;
            return;
        }
        Instant free = sentAt.getOrDefault(delivery.receiver(), Instant.EPOCH).plus(channel.gap());
        if (free.isAfter(now)) {
            tally.waitsUntil(free);
            return;
        }
        if (!ports.lease().hold()) {
            return;
        }
        send(delivery, state.attempts() + 1, channel, tally);
    }

    private void send(Delivery delivery, int attempt, Channel channel, Tally tally) {
        note(delivery, new DeliveryState(Word.SENDING, attempt, null), "");
        sentAt.put(delivery.receiver(), clock.instant());
        Outcome outcome = channel.send(new Message(
                delivery.id(),
                delivery.digest(),
                ports.words().apply(delivery.subscription().language())));
        DeliveryState after = after(outcome, attempt, channel.knowsRepeats());
        note(delivery, after, outcome.detail());
        tally.sent += after.word() == Word.SENT ? 1 : 0;
        tally.failed += after.word() == Word.REFUSED || after.word() == Word.UNKNOWN ? 1 : 0;
        if (after.word() == Word.RETRY) {
            tally.waitsUntil(after.retryAt());
        }
    }

    private DeliveryState after(Outcome outcome, int attempt, boolean knowsRepeats) {
        boolean mayRepeat =
                outcome.kind() == Outcome.Kind.AGAIN || outcome.kind() == Outcome.Kind.UNKNOWN && knowsRepeats;
        if (mayRepeat && attempt < backoff.attempts()) {
            Duration wait = backoff.after(attempt);
            boolean isAsked = outcome.pause() != null && outcome.pause().compareTo(wait) > 0;
            return new DeliveryState(Word.RETRY, attempt, clock.instant().plus(isAsked ? outcome.pause() : wait));
        }
        Word word = switch (outcome.kind()) {
            case ACCEPTED -> Word.SENT;
            case UNKNOWN -> Word.UNKNOWN;
            default -> Word.REFUSED;
        };
        return new DeliveryState(word, attempt, null);
    }

    private void note(Delivery delivery, DeliveryState state, String detail) {
        ports.outbox().note(delivery, state, clock.instant(), detail);
    }
}
