package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.FieldPlace.Kind;
import java.util.List;

/** One event of a conversation. */
public final class ChatReading extends BuyerReading {
    private static final EventLayout LAYOUT = EventLayout.of(EventStream.CHAT);
    private static final List<Body> BODIES = LAYOUT.bodies(Body.class);
    private static final FieldPlace CONVERSATION_ID = LAYOUT.header("conversation_id", Kind.TEXT);
    private static final FieldPlace CHANNEL = LAYOUT.header("channel", Kind.TEXT);
    private static final FieldPlace BUYER_TIER = LAYOUT.header("buyer_tier", Kind.TEXT);
    private static final FieldPlace ENTRY = LAYOUT.body("entry", Kind.TEXT);
    private static final FieldPlace SENDER = LAYOUT.body("sender", Kind.TEXT);
    private static final FieldPlace AGENT_ID = LAYOUT.body("agent_id", Kind.TEXT);
    private static final FieldPlace TEXT = LAYOUT.body("text", Kind.TEXT);
    private static final FieldPlace TOPIC = LAYOUT.body("topic", Kind.TEXT);
    private static final FieldPlace SKU_ID = LAYOUT.body("sku_id", Kind.TEXT);
    private static final FieldPlace FROM_AGENT_ID = LAYOUT.body("from_agent_id", Kind.TEXT);
    private static final FieldPlace TO_AGENT_ID = LAYOUT.body("to_agent_id", Kind.TEXT);
    private static final FieldPlace BY = LAYOUT.body("by", Kind.TEXT);
    private static final FieldPlace SCORE = LAYOUT.body("score", Kind.NUMBER);
    private static final FieldPlace SOURCE = LAYOUT.body("source", Kind.TEXT);
    private static final FieldPlace DIRECTION = LAYOUT.body("direction", Kind.TEXT);
    private static final FieldPlace CONSENT = LAYOUT.body("consent", Kind.FLAG);
    private static final FieldPlace CAUSE = LAYOUT.body("cause", Kind.TEXT);
    private static final FieldPlace PROBLEM = LAYOUT.body("problem", Kind.TEXT);
    private static final FieldPlace SOLUTION = LAYOUT.body("solution", Kind.TEXT);
    private static final FieldPlace FOLLOW_UP_DUE = LAYOUT.body("follow_up_due", Kind.NUMBER);
    private static final FieldPlace PROMISE_ID = LAYOUT.body("promise_id", Kind.TEXT);
    private static final FieldPlace KIND = LAYOUT.body("kind", Kind.TEXT);
    private static final FieldPlace DUE_AT = LAYOUT.body("due_at", Kind.NUMBER);

    /** What happened; the schema tells each. */
    public enum Body {
        CONVERSATION_OPENED,
        MESSAGE_SENT,
        BOT_HANDED_OFF,
        AGENT_ASSIGNED,
        CONVERSATION_TRANSFERRED,
        CONVERSATION_CLOSED,
        RATING_INVITED,
        CONVERSATION_RATED,
        CALL_RANG,
        CALL_ANSWERED,
        CALL_RELEASED,
        CALL_WRAPPED_UP,
        PROMISE_MADE,
        PROMISE_KEPT,
        PRODUCT_RECOMMENDED
    }

    ChatReading(BuyerIdHash hash) {
        super(LAYOUT, hash);
    }

    /** What happened. */
    public Body body() {
        return BODIES.get(bodyIndex());
    }

    /** The conversation; never null. */
    public String conversationId() {
        return text(CONVERSATION_ID);
    }

    /** Symbol of the medium; never null. */
    public String channel() {
        return text(CHANNEL);
    }

    /** How the shop ranks the buyer; may be blank. */
    public String buyerTier() {
        return text(BUYER_TIER);
    }

    /** Symbol of where the buyer landed. */
    public String entry() {
        return text(ENTRY);
    }

    /** Symbol of who spoke. */
    public String sender() {
        return text(SENDER);
    }

    /** The account that spoke, took over, answered, promised or recommended; may be blank where the schema lets it be null. */
    public String agentId() {
        return text(AGENT_ID);
    }

    /** What was said. */
    public String text() {
        return text(TEXT);
    }

    /** What the feed calls the subject of a message; may be blank. */
    public String topic() {
        return text(TOPIC);
    }

    /** The product a message is about, which may be blank, or that was recommended. */
    public String skuId() {
        return text(SKU_ID);
    }

    /** The account that had the conversation. */
    public String fromAgentId() {
        return text(FROM_AGENT_ID);
    }

    /** The account that has it now; may be blank when none has. */
    public String toAgentId() {
        return text(TO_AGENT_ID);
    }

    /** Symbol of who ended it. */
    public String by() {
        return text(BY);
    }

    /** Rating from 0, very good, to 4, very bad. */
    public long score(long otherwise) {
        return number(SCORE, otherwise);
    }

    /** What led to a rating. */
    public String source() {
        return text(SOURCE);
    }

    /** Symbol of who called whom. */
    public String direction() {
        return text(DIRECTION);
    }

    /** Whether the buyer had agreed to be called. */
    public Boolean consent() {
        return flag(CONSENT);
    }

    /** Why the line was closed. */
    public String cause() {
        return text(CAUSE);
    }

    /** What a call was about. */
    public String problem() {
        return text(PROBLEM);
    }

    /** What was done about it. */
    public String solution() {
        return text(SOLUTION);
    }

    /** When a follow-up is due, milliseconds since the epoch. */
    public long followUpDue(long otherwise) {
        return number(FOLLOW_UP_DUE, otherwise);
    }

    /** The promise. */
    public String promiseId() {
        return text(PROMISE_ID);
    }

    /** Symbol of what was promised. */
    public String kind() {
        return text(KIND);
    }

    /** When a promise is due, milliseconds since the epoch. */
    public long dueAt(long otherwise) {
        return number(DUE_AT, otherwise);
    }
}
