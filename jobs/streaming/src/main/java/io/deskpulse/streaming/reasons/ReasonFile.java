package io.deskpulse.streaming.reasons;

import io.deskpulse.streaming.yaml.SettingsFile;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of reasons: the bundled one, or one of a shop that extends it.
 *
 * @param taxonomy the bundled reasons with those of the file; null when there are problems
 * @param problems every mistake, by line; empty when all is well
 */
public record ReasonFile(ReasonTaxonomy taxonomy, List<YamlProblem> problems) {
    /** The setting that names the file. */
    public static final String SETTING = "reasons";

    /** Reads the text of a file that extends the bundled taxonomy; never throws for what is in it. An empty one adds nothing. */
    public static ReasonFile parse(String text) {
        return parse(text, ReasonTaxonomy.bundled());
    }

    /** Reads the text of a file that extends another bundled taxonomy, such as that of a later release. */
    static ReasonFile parse(String text, ReasonTaxonomy bundled) {
        return read(text, new ReasonReader(bundled));
    }

    /** Reads the bundled taxonomy, which extends nothing. */
    static ReasonFile parseBundled(String text) {
        return read(text, new ReasonReader(new ReasonTaxonomy(0, List.of(), List.of(), Cues.NONE)));
    }

    private static ReasonFile read(String text, ReasonReader reader) {
        YamlFile<ReasonTaxonomy> file = YamlFile.read(text, reader::read);
        return new ReasonFile(file.value(), file.problems());
    }

    /**
     * The taxonomy of a setting.
     *
     * @param name path of the file, or {@value SettingsFile#BUNDLED}
     * @param problems told of each mistake; the bundled taxonomy is returned then
     */
    public static ReasonTaxonomy taxonomy(String name, Consumer<String> problems) {
        SettingsFile file = new SettingsFile(SETTING, name);
        Optional<ReasonFile> read =
                file.isBundled() ? Optional.empty() : file.text(problems).map(ReasonFile::parse);
        read.ifPresent(reasons -> YamlProblem.tell(name, reasons.problems(), problems));
        return read.map(ReasonFile::taxonomy).orElseGet(ReasonTaxonomy::bundled);
    }
}
