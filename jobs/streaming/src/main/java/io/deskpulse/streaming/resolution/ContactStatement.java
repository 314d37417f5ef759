package io.deskpulse.streaming.resolution;

import static io.deskpulse.streaming.resolution.Columns.column;

import io.deskpulse.metrics.resolution.CallFacts;
import io.deskpulse.metrics.resolution.ContactFacts;
import io.deskpulse.metrics.resolution.PromiseFacts;
import io.deskpulse.streaming.sinks.RowStatement;
import java.time.LocalDate;
import java.util.List;

/** Writes {@link ContactRow}s to table {@code contact_facts}. */
public final class ContactStatement implements RowStatement<ContactRow> {

    @Override
    public String table() {
        return "contact_facts";
    }

    @Override
    public Object[] values(ContactRow row) {
        ContactFacts contact = row.facts();
        CallFacts call = contact.call();
        List<PromiseFacts> promises = contact.promises();
        return new Object[] {
            row.shopId(),
            row.conversationId(),
            row.version(),
            LocalDate.ofEpochDay(contact.epochDay()),
            contact.buyerId(),
            contact.channel(),
            Columns.instant(contact.firstEventMillis()),
            Columns.instant(contact.lastEventMillis()),
            contact.hasCall(),
            Columns.text(call.direction()),
            call.consent(),
            Columns.instant(call.rangMillis()),
            Columns.instant(call.answeredMillis()),
            Columns.text(call.answeredBy()),
            Columns.instant(call.releasedMillis()),
            Columns.text(call.releasedBy()),
            Columns.text(call.cause()),
            Columns.instant(call.wrappedUpMillis()),
            Columns.text(call.wrappedUpBy()),
            Columns.text(call.problem()),
            Columns.text(call.solution()),
            Columns.instant(call.followUpDueMillis()),
            Columns.names(call.anomalies()),
            column(promises, PromiseFacts::promiseId),
            column(promises, promise -> LocalDate.ofEpochDay(promise.epochDay())),
            column(promises, promise -> Columns.text(promise.account())),
            column(promises, promise -> Columns.text(promise.kind())),
            column(promises, promise -> Columns.instant(promise.madeMillis())),
            column(promises, promise -> Columns.instant(promise.dueMillis())),
            column(promises, promise -> Columns.instant(promise.keptMillis()))
        };
    }
}
