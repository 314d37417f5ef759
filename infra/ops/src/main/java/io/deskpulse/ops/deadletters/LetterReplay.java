package io.deskpulse.ops.deadletters;

import io.deskpulse.ops.replay.EventSender;
import io.deskpulse.schemas.EventStream;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;

/**
 * Sends letters back as they were: to the topic they came from, and lines of files to the topic of their event.
 *
 * <p>That helps when the reason has gone: a newer release knows the schema, a clock was wrong, retention was too short.
 */
public final class LetterReplay {
    private final EventSender sender;
    private final JsonLinesReader json = new JsonLinesReader();

    /** A replay through a sender, which stays the caller's to close. */
    public LetterReplay(EventSender sender) {
        this.sender = sender;
    }

    /** Sends one letter; returns null, or why it cannot be sent. */
    public String send(StoredLetter letter) {
        if (letter.value() == null) {
            return "it has no content";
        }
        if (letter.isFromFile()) {
            ParsedLine parsed = json.read(letter.sourceOffset(), letter.value());
            if (parsed instanceof ParsedLine.Event event) {
                sender.send(event.event());
                return null;
            }
            return ((ParsedLine.Failure) parsed).rejection().detail();
        }
        if (EventStream.ofTopic(letter.sourceTopic()) == null) {
            return "its source " + letter.sourceTopic() + " is no topic of events";
        }
        sender.send(letter.sourceTopic(), letter.key(), letter.value());
        return null;
    }
}
