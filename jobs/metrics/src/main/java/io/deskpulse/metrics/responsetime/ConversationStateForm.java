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

    /**
     * From when on it knows who spoke when; before that, from 3, contacts, and from 2 invitations that a rating may answer and
     * robots.
     */
    private static final int WITH_MESSAGES = 4;

    private static final FormId ID = new FormId(NAME, 3);

    private static final int WITH_ROBOT = 1;
    private static final int ACCOUNT = 2;
    private static final int DAY = 3;
    private static final int INVITED = 4;
    private static final int INVITED_DAY = 5;
    private static final int ROBOT_OPENED = 6;
    private static final int BEGUN = 7;

    private ConversationStateForm() {}

    @Override
    public FormId id() {
        return ID;
    }

    @Override
    public int generation() {
        return WITH_MESSAGES;
    }

    @Override
    public void write(ConversationState state, FormWriter out) {
        out.flag(WITH_ROBOT, state.withRobot);
        out.name(ACCOUNT, state.account);
        out.flag(ROBOT_OPENED, state.robotOpened);
        out.flag(BEGUN, state.begun);
        if (state.invitedAtMillis != DayFacts.NONE) {
            out.instant(INVITED, state.invitedAtMillis, 0, DayFacts.NONE);
            out.number(INVITED_DAY, state.invitedDay);
        }
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
                case INVITED -> state.invitedAtMillis = in.instant(0);
                case INVITED_DAY -> state.invitedDay = in.count();
                case BEGUN -> state.begun = in.flag();
                case ROBOT_OPENED -> state.robotOpened = in.flag();
                case DAY -> {
                    in.group();
                    DayFacts day = DayForm.read(in);
                    state.days.add(day);
                    state.contacts.goOnAfter(day.contacts);
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
