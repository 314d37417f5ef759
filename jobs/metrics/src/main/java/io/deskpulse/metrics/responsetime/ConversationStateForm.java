package io.deskpulse.metrics.responsetime;

import io.deskpulse.metrics.binary.FormId;
import io.deskpulse.metrics.binary.FormReader;
import io.deskpulse.metrics.binary.FormWriter;
import io.deskpulse.metrics.timeline.ReleasedForm;
import io.deskpulse.metrics.timeline.StateForm;
import java.io.IOException;
import java.util.List;

/** Binary form of {@link ConversationState}s. */
public final class ConversationStateForm implements StateForm<ConversationState> {
    /** The form; it has no state. */
    public static final ConversationStateForm INSTANCE = new ConversationStateForm();

    static final String NAME = "conversation-timeline";

    /** From when on a state knows when the buyer turned to the shop. */
    static final int WITH_CONTACTS = 1;

    private static final FormId ID = new FormId(NAME, 3);

    private static final int WITH_ROBOT = 1;
    private static final int ACCOUNT = 2;
    private static final int DAY = 3;

    private ConversationStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_CONTACTS;
    }

    @Override
    public void write(ConversationState state, FormWriter out) {
        out.flag(WITH_ROBOT, state.withRobot);
        out.name(ACCOUNT, state.account);
        for (DayFacts day : state.days) {
            out.group(DAY);
            DayForm.write(day, out);
            out.end();
        }
    }

    @Override
    public ConversationState read(FormReader in) throws IOException {
        ConversationState state = new ConversationState();
        for (int tag = in.next(); tag != FormReader.END; tag = in.next()) {
            switch (tag) {
                case WITH_ROBOT -> state.withRobot = in.flag();
                case ACCOUNT -> state.account = in.name();
                case DAY -> {
                    in.group();
                    state.days.add(DayForm.read(in));
                }
                default -> {}
            }
        }
        return state;
    }

    @Override
    public List<ReleasedForm<ConversationState>> released() {
        return List.of(ReleasedConversationForm.WITHOUT_CONTACTS, ReleasedConversationForm.WITH_CONTACTS);
    }
}
