package io.deskpulse.streaming.responsetime;

import io.deskpulse.events.ConversationEntry;
import io.deskpulse.events.Party;
import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.metrics.responsetime.Channel;
import io.deskpulse.metrics.responsetime.ConversationEvent;
import io.deskpulse.metrics.responsetime.ConversationEvent.Kind;
import io.deskpulse.metrics.responsetime.Sender;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.EventValidity;
import io.deskpulse.schemas.RejectedEventException;
import io.deskpulse.schemas.wire.SingleObject;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads from the bytes of a chat message only what response times need, without making an Avro object.
 *
 * <p>Knows the current schema's layout and the bodies that fill a shop's day; returns null, never throws, for anything else and for
 * anything that looks wrong, which the caller then decodes in full. Not thread-safe.
 */
final class ConversationEventProjection {
    private static final long EARLIEST_MILLIS = EventValidity.EARLIEST_EXCLUSIVE.toEpochMilli();
    private static final long LATEST_MILLIS = EventValidity.LATEST_EXCLUSIVE.toEpochMilli();
    private static final Channel[] CHANNELS = {Channel.CHAT, Channel.PHONE, Channel.VIDEO};
    private static final Sender[] SENDERS = Sender.values();
    private static final ConversationEntry[] ENTRIES = ConversationEntry.values();
    private static final Party[] PARTIES = Party.values();

    private final BuyerIdHash hash;
    private final long fingerprint = SingleObject.fingerprint(EventStream.CHAT.schema());
    private final List<String> bodies =
            EventStream.CHAT.bodies().stream().map(Schema::getName).toList();
    private BinaryDecoder in;

    private Kind kind;
    private Sender sender;
    private String account;
    private String toAccount;
    private String label;
    private int score;

    ConversationEventProjection(BuyerIdHash hash) {
        this.hash = hash;
    }

    /** The event, or null when the message must be decoded in full. */
    ConversationEvent read(byte[] message) {
        try {
            return SingleObject.fingerprint(message) == fingerprint ? readCurrent(message) : null;
        } catch (IOException | RejectedEventException | AvroRuntimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private ConversationEvent readCurrent(byte[] message) throws IOException {
        int header = SingleObject.HEADER_BYTES;
        in = DecoderFactory.get().binaryDecoder(message, header, message.length - header, in);
        String eventId = in.readString();
        long timeMillis = in.readLong();
        String shopId = in.readString();
        String conversationId = in.readString();
        String buyerId = in.readString();
        int channel = in.readEnum();
        boolean plausible = isId(eventId)
                && isId(shopId)
                && isId(conversationId)
                && isId(buyerId)
                && timeMillis > EARLIEST_MILLIS
                && timeMillis < LATEST_MILLIS
                && channel < CHANNELS.length;
        if (!plausible || !readBody(bodies.get(in.readIndex())) || !in.isEnd()) {
            return null;
        }
        return new ConversationEvent(
                shopId,
                conversationId,
                eventId,
                timeMillis,
                kind,
                hash.of(buyerId),
                CHANNELS[channel],
                sender,
                account,
                toAccount,
                label,
                score);
    }

    /** Whether the body is one of those read here, and plausible. */
    private boolean readBody(String body) throws IOException {
        sender = null;
        account = null;
        toAccount = null;
        label = null;
        score = -1;
        return switch (body) {
            case "MessageSent" -> readMessage();
            case "ConversationOpened" -> {
                kind = ConversationEvents.kind(ENTRIES[in.readEnum()]);
                account = readOptional();
                yield kind != Kind.OTHER;
            }
            case "BotHandedOff" -> is(Kind.BOT_HANDED_OFF);
            case "AgentAssigned" -> {
                account = in.readString();
                yield is(Kind.AGENT_ASSIGNED) && isId(account);
            }
            case "ConversationTransferred" -> {
                account = in.readString();
                toAccount = in.readString();
                skipOptional();
                yield is(Kind.TRANSFERRED) && isId(account) && isId(toAccount);
            }
            case "ConversationClosed" -> {
                Party by = PARTIES[in.readEnum()];
                label = by.name();
                skipOptional();
                yield is(Kind.CLOSED) && by != Party.UNKNOWN;
            }
            case "RatingInvited" -> is(Kind.RATING_INVITED);
            case "ConversationRated" -> {
                score = in.readInt();
                label = in.readString();
                yield is(Kind.RATED) && score >= 0 && score <= 4;
            }
            default -> false;
        };
    }

    private boolean readMessage() throws IOException {
        int symbol = in.readEnum();
        account = readOptional();
        skipOptional();
        skipOptional();
        skipOptional();
        sender = symbol < SENDERS.length ? SENDERS[symbol] : null;
        return is(Kind.MESSAGE_SENT) && sender != null && (account == null || isId(account));
    }

    private boolean is(Kind read) {
        kind = read;
        return true;
    }

    private static boolean isId(String id) {
        return !id.isBlank();
    }

    private String readOptional() throws IOException {
        return in.readIndex() == 0 ? null : in.readString();
    }

    private void skipOptional() throws IOException {
        if (in.readIndex() != 0) {
            in.skipString();
        }
    }
}
