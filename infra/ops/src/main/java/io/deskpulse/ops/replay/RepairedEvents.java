package io.deskpulse.ops.replay;

import io.deskpulse.ops.UserError;
import io.deskpulse.ops.replay.files.EventFile;
import io.deskpulse.ops.replay.files.InputFile;
import io.deskpulse.ops.replay.files.RejectedLine;
import io.deskpulse.schemas.jsonl.JsonLinesReader;
import io.deskpulse.schemas.jsonl.ParsedLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of repaired events, all or nothing: a file that is being repaired by hand is sent only when every line is right. */
public final class RepairedEvents {
    private RepairedEvents() {}

    /**
     * Sends every event of a JSON Lines file.
     *
     * @return how many
     * @throws UserError when the file cannot be read or a line is no event, naming the lines; nothing was sent then
     */
    public static long send(Path path, EventSender sender) {
        List<RejectedLine> rejected = new ArrayList<>();
        List<ParsedLine.Event> events = new ArrayList<>();
        try (EventFile file = InputFile.lookedAt(path).events(new JsonLinesReader(), rejected::add)) {
            for (ParsedLine.Event event = file.next(); event != null; event = file.next()) {
                events.add(event);
            }
        }
        if (!rejected.isEmpty()) {
            throw new UserError("Nothing was sent, some lines are not yet right:\n  "
                    + String.join(
                            "\n  ",
                            rejected.stream()
                                    .map(RejectedLine::message)
                                    .limit(20)
                                    .toList()));
        }
        events.forEach(event -> sender.send(event.event()));
        sender.flush();
        return events.size();
    }
}
