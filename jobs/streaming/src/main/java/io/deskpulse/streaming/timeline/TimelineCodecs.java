package io.deskpulse.streaming.timeline;

import io.deskpulse.metrics.complaints.ComplaintStateForm;
import io.deskpulse.metrics.conversion.BuyerStateForm;
import io.deskpulse.metrics.presence.AgentStateForm;
import io.deskpulse.metrics.resolution.CallPromiseStateForm;
import io.deskpulse.metrics.resolution.TicketStateForm;
import io.deskpulse.metrics.responsetime.ConversationStateForm;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import io.deskpulse.streaming.codec.Codec;
import io.deskpulse.streaming.codec.StateCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Codecs of all timelines of this release and of those before. */
public final class TimelineCodecs implements StateCodecs {
    private static final List<StateForm<?>> FORMS = List.of(
            ConversationStateForm.INSTANCE,
            TicketStateForm.INSTANCE,
            CallPromiseStateForm.INSTANCE,
            BuyerStateForm.INSTANCE,
            ComplaintStateForm.INSTANCE,
            AgentStateForm.INSTANCE);

    /** None of these classes exists any more; their names do, in savepoints. */
    private static final Map<String, String> IDS_BY_RELEASED_CLASS = Map.of(
            "io.deskpulse.streaming.responsetime.ConversationTimelineCodec$State", "conversation-timeline/1",
            "io.deskpulse.streaming.responsetime.ConversationTimelineCodec$StateWithContacts",
                    "conversation-timeline/2",
            "io.deskpulse.streaming.resolution.TicketTimelineCodec$State", "ticket-timeline/1",
            "io.deskpulse.streaming.resolution.ContactTimelineCodec$State", "contact-timeline/1",
            "io.deskpulse.streaming.conversion.BuyerTimelineCodec$State", "buyer-timeline/1");

    @Override
    public List<Codec<?>> codecs() {
        List<Codec<?>> codecs = new ArrayList<>();
        FORMS.forEach(form -> add(form, codecs));
        return codecs;
    }

    @Override
    public Map<String, String> idsByReleasedClass() {
        return IDS_BY_RELEASED_CLASS;
    }

    private static <S> void add(StateForm<S> form, List<Codec<?>> codecs) {
        codecs.add(new TimelineStateCodec<>(form));
        for (ReleasedForm<S> released : form.released()) {
            codecs.add(new ReleasedTimelineCodec<>(released));
        }
    }
}
