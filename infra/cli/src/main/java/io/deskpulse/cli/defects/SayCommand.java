package io.deskpulse.cli.defects;

import io.deskpulse.cli.arguments.ClickHouseArguments;
import io.deskpulse.cli.arguments.LocalClock;
import io.deskpulse.digest.defects.DefectStore;
import io.deskpulse.digest.defects.DefectWord;
import io.deskpulse.digest.defects.DefectWord.Action;
import io.deskpulse.digest.defects.StoredDefect;
import io.deskpulse.ops.UserError;
import io.deskpulse.ops.clickhouse.ClickHouseSql;
import io.deskpulse.ops.shops.ShopStore;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code deskpulse defects ack}, {@code assign}, {@code fix} and {@code reject} share. */
abstract class SayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Of an item, or the first letters of it.")
    private String id;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for whoever asks later.")
    private String note;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who says so (default: ${DEFAULT-VALUE}).")
    private String by;

    @Mixin
    private ClickHouseArguments server;

    @Override
    public Integer call() {
        if (by.isBlank()) {
            throw new UserError("--by must not be empty: somebody will ask who said so.");
        }
        ClickHouseSql clickHouse = server.clickHouse(System.getenv());
        Instant now = InstantSource.system().instant();
        DefectStore store = new DefectStore(clickHouse, now);
        StoredDefect item = store.find(id);
        ZoneId zone = new ShopStore(clickHouse).find(item.shop()).zone();
        DefectWord said = word(new Said(now, zone, note.strip(), by.strip()));
        store.say(item, said);
        DefectWord word = said.redacted();
        PrintWriter out = spec.commandLine().getOut();
        if (!word.equals(said)) {
            out.println("Personal data was taken out, as this goes to mails and chats: " + personal(word));
        }
        out.println(item.id() + " (" + item.sku() + ", " + item.what() + "): " + told(word));
        out.flush();
        return 0;
    }

    /** What every word has. */
    record Said(Instant now, ZoneId zone, String note, String by) {
        LocalDate day(String option, String text) {
            return text == null ? null : LocalClock.day(option, text, now, zone);
        }
    }

    abstract DefectWord word(Said said);

    private static String personal(DefectWord word) {
        return Stream.of(word.owner(), word.note(), word.by())
                .filter(text -> text != null && text.contains("["))
                .collect(Collectors.joining("; "));
    }

    private static String told(DefectWord word) {
        String what = switch (word.action()) {
            case ACKNOWLEDGED -> "acknowledged";
            case FIXING -> "being mended";
            case FIXED -> "mended since " + word.holdsFrom() + "; its digest says what that changed";
            case NOT_A_DEFECT -> "no defect";
            case ASSIGNED -> "assigned";
        };
        return what + (word.owner() == null ? "" : ", " + word.owner() + " has it")
                + (word.due() == null ? "" : " until " + word.due()) + ".";
    }

    /** {@code deskpulse defects ack}. */
    @Command(name = "ack", mixinStandardHelpOptions = true, header = "Say that it was read and is one.")
    static final class Ack extends SayCommand {
        @Option(names = "--owner", paramLabel = "NAME", description = "Who mends it.")
        private String owner;

        @Override
        DefectWord word(Said said) {
            return new DefectWord(Action.ACKNOWLEDGED, said.now(), owner, null, said.note(), said.by());
        }
    }

    /** {@code deskpulse defects assign}. */
    @Command(name = "assign", mixinStandardHelpOptions = true, header = "Say who mends it, and until when.")
    static final class Assign extends SayCommand {
        @Option(names = "--owner", paramLabel = "NAME", required = true, description = "Who mends it.")
        private String owner;

        @Option(names = "--due", paramLabel = "DATE", description = "Until when, on the shop's clock.")
        private String due;

        @Override
        DefectWord word(Said said) {
            if (owner.isBlank()) {
                throw new UserError("--owner must not be empty.");
            }
            return new DefectWord(
                    Action.ASSIGNED, said.now(), owner.strip(), said.day("--due", due), said.note(), said.by());
        }
    }

    /** {@code deskpulse defects fix}. */
    @Command(
            name = "fix",
            mixinStandardHelpOptions = true,
            header = "Say that it is mended, or with --start that somebody mends it.",
            description = {
                "",
                "From then on digests compare products delivered before and since. Give with --on the day from which buyers get mended "
                        + "products, when that is another than today.",
                ""
            })
    static final class Fix extends SayCommand {
        @Option(names = "--start", description = "Somebody begins to mend it.")
        private boolean start;

        @Option(names = "--on", paramLabel = "DATE", description = "Since when, on the shop's clock (default: now).")
        private String on;

        @Override
        DefectWord word(Said said) {
            if (start && on != null) {
                throw new UserError("--on is for what is mended; leave out --start or --on.");
            }
            LocalDate day = said.day("--on", on);
            Instant from =
                    day == null ? said.now() : day.atStartOfDay(said.zone()).toInstant();
            if (from.isAfter(said.now())) {
                throw new UserError("--on must not lie in the future, got " + on + ".");
            }
            return new DefectWord(start ? Action.FIXING : Action.FIXED, from, null, null, said.note(), said.by());
        }
    }

    /** {@code deskpulse defects reject}. */
    @Command(name = "reject", mixinStandardHelpOptions = true, header = "Say that it is no defect.")
    static final class Reject extends SayCommand {
        @Override
        DefectWord word(Said said) {
            if (said.note().isEmpty()) {
                throw new UserError("Why is it none? Give --note, for whoever asks later.");
            }
            return new DefectWord(Action.NOT_A_DEFECT, said.now(), null, null, said.note(), said.by());
        }
    }
}
