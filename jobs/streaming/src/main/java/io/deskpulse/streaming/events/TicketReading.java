package io.deskpulse.streaming.events;

import io.deskpulse.metrics.privacy.BuyerIdHash;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.streaming.events.FieldPlace.Kind;
import java.util.List;

/** One event of a ticket. */
public final class TicketReading extends BuyerReading {
    private static final EventLayout LAYOUT = EventLayout.of(EventStream.TICKETS);
    private static final List<Body> BODIES = LAYOUT.bodies(Body.class);
    private static final FieldPlace TICKET_ID = LAYOUT.header("ticket_id", Kind.TEXT);
    private static final FieldPlace ORDER_ID = LAYOUT.header("order_id", Kind.TEXT);
    private static final FieldPlace CONVERSATION_ID = LAYOUT.header("conversation_id", Kind.TEXT);
    private static final FieldPlace SKU_ID = LAYOUT.header("sku_id", Kind.TEXT);
    private static final FieldPlace CATEGORY = LAYOUT.body("category", Kind.TEXT);
    private static final FieldPlace PRIORITY = LAYOUT.body("priority", Kind.TEXT);
    private static final FieldPlace COMPLAINT = LAYOUT.body("complaint", Kind.FLAG);
    private static final FieldPlace REASON = LAYOUT.body("reason", Kind.TEXT);
    private static final FieldPlace AGENT_ID = LAYOUT.body("agent_id", Kind.TEXT);
    private static final FieldPlace VISIBLE = LAYOUT.body("visible", Kind.FLAG);
    private static final FieldPlace TO = LAYOUT.body("to", Kind.TEXT);
    private static final FieldPlace IN_FAVOUR_OF = LAYOUT.body("in_favour_of", Kind.TEXT);
    private static final FieldPlace KIND = LAYOUT.body("kind", Kind.TEXT);
    private static final FieldPlace AMOUNT_FEN = LAYOUT.body("amount_fen", Kind.NUMBER);
    private static final FieldPlace DUE_AT = LAYOUT.body("due_at", Kind.NUMBER);
    private static final FieldPlace BY = LAYOUT.body("by", Kind.TEXT);
    private static final FieldPlace TEXT = LAYOUT.body("text", Kind.TEXT);
    private static final FieldPlace DEFECTIVE_SKU_ID = LAYOUT.body("sku_id", Kind.TEXT);
    private static final FieldPlace ATTRIBUTE = LAYOUT.body("attribute", Kind.TEXT);
    private static final FieldPlace SEVERITY = LAYOUT.body("severity", Kind.TEXT);
    private static final FieldPlace INTO_TICKET_ID = LAYOUT.body("into_ticket_id", Kind.TEXT);

    /** What happened; the schema tells each. */
    public enum Body {
        TICKET_OPENED,
        TICKET_ASSIGNED,
        TICKET_REPLIED,
        TICKET_PAUSED,
        TICKET_RESUMED,
        TICKET_ESCALATED,
        PLATFORM_RULED,
        SOLUTION_AGREED,
        SOLUTION_DONE,
        TICKET_RESOLVED,
        TICKET_REOPENED,
        TICKET_CLOSED,
        EVIDENCE_SUPPLIED,
        DEFECT_NOTED,
        TICKET_MERGED
    }

    TicketReading(BuyerIdHash hash) {
        super(LAYOUT, hash);
    }

    /** What happened. */
    public Body body() {
        return BODIES.get(bodyIndex());
    }

    /** The ticket; never null. */
    public String ticketId() {
        return text(TICKET_ID);
    }

    /** The order it is about; may be blank. */
    public String orderId() {
        return text(ORDER_ID);
    }

    /** The conversation it came from; may be blank. */
    public String conversationId() {
        return text(CONVERSATION_ID);
    }

    /** The product the ticket is about; may be blank. */
    public String skuId() {
        return text(SKU_ID);
    }

    /** The kind of case. */
    public String category() {
        return text(CATEGORY);
    }

    /** Urgency. */
    public String priority() {
        return text(PRIORITY);
    }

    /** Whether it was opened as a complaint. */
    public Boolean complaint() {
        return flag(COMPLAINT);
    }

    /** Why it was opened or escalated. */
    public String reason() {
        return text(REASON);
    }

    /** The account that is responsible, replied or resolved; may be blank where the schema lets it be null. */
    public String agentId() {
        return text(AGENT_ID);
    }

    /** Whether the buyer can see a reply. */
    public Boolean visible() {
        return flag(VISIBLE);
    }

    /** Symbol of whom it was escalated to. */
    public String to() {
        return text(TO);
    }

    /** Symbol of whom the platform decided for. */
    public String inFavourOf() {
        return text(IN_FAVOUR_OF);
    }

    /** Symbol of what was agreed; what evidence is. */
    public String kind() {
        return text(KIND);
    }

    /** Money of a solution, fen. */
    public long amountFen(long otherwise) {
        return number(AMOUNT_FEN, otherwise);
    }

    /** When a solution is due, milliseconds since the epoch. */
    public long dueAt(long otherwise) {
        return number(DUE_AT, otherwise);
    }

    /** Symbol of who says that it is resolved, or opened it again. */
    public String by() {
        return text(BY);
    }

    /** The buyer's own words; personal, see {@link Reading}. */
    public String text() {
        return text(TEXT);
    }

    /** The product that has a defect; not that of the ticket. */
    public String defectiveSkuId() {
        return text(DEFECTIVE_SKU_ID);
    }

    /** What is defective about it. */
    public String attribute() {
        return text(ATTRIBUTE);
    }

    /** How bad a defect is. */
    public String severity() {
        return text(SEVERITY);
    }

    /** The ticket that goes on with it. */
    public String intoTicketId() {
        return text(INTO_TICKET_ID);
    }
}
