package io.deskpulse.streaming.topics;

import io.deskpulse.streaming.yaml.SettingsFile;
import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of topics: the bundled one, or one of a shop that extends it.
 *
 * @param taxonomy the bundled topics with those of the file; null when there are problems
 * @param problems every mistake, by line; empty when all is well
 */
public record TopicFile(TopicTaxonomy taxonomy, List<YamlProblem> problems) {
    /** The setting that names the file. */
    public static final String SETTING = "topics";

    /** Reads the text of a file that extends the bundled taxonomy; never throws for what is in it. An empty one adds nothing. */
    public static TopicFile parse(String text) {
        List<TopicChange> bundled = TopicTaxonomy.bundledChanges();
        YamlFile<List<TopicChange>> file = YamlFile.read(text, new TopicFileReader(bundled)::read);
        List<TopicChange> all = new ArrayList<>(bundled);
        Optional.ofNullable(file.value()).ifPresent(all::addAll);
        return new TopicFile(file.problems().isEmpty() ? TopicTaxonomy.of(all) : null, file.problems());
    }

    /**
     * The taxonomy of a setting.
     *
     * @param name path of the file, or {@value SettingsFile#BUNDLED}
     * @param problems told of each mistake; the bundled taxonomy is returned then
     */
    public static TopicTaxonomy taxonomy(String name, Consumer<String> problems) {
        SettingsFile file = new SettingsFile(SETTING, name);
        Optional<TopicFile> read =
                file.isBundled() ? Optional.empty() : file.text(problems).map(TopicFile::parse);
        read.ifPresent(topics -> YamlProblem.tell(name, topics.problems(), problems));
        return read.map(TopicFile::taxonomy).orElseGet(TopicTaxonomy::bundled);
    }
}
