package io.deskpulse.ops.articles;

import io.deskpulse.streaming.yaml.YamlFile;
import io.deskpulse.streaming.yaml.YamlProblem;
import io.deskpulse.streaming.yaml.YamlSection;
import io.deskpulse.streaming.yaml.YamlValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file says: articles, or why it says none.
 *
 * @param articles null when there are problems
 * @param problems all of them, by line; empty when all is well
 */
public record ArticleFile(List<Article> articles, List<YamlProblem> problems) {
    private static final Pattern SHORT = Pattern.compile("\\P{Cntrl}{1,100}");
    private static final Pattern TITLE = Pattern.compile("\\P{Cntrl}{1,300}");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** The last whole year of a ClickHouse Date. */
    private static final LocalDate LAST = LocalDate.of(2148, 12, 31);

    /** Reads YAML or JSON; never throws. */
    public static ArticleFile parse(String text) {
        YamlFile<List<Article>> file = YamlFile.read(text, ArticleFile::read);
        return new ArticleFile(file.value(), file.problems());
    }

    private static List<Article> read(YamlValue root) {
        List<Article> articles = new ArrayList<>();
        if (root.isAbsent()) {
            root.problem("the file is empty; articles stand under 'articles'");
            return articles;
        }
        Set<String> told = new HashSet<>();
        for (YamlValue value : root.section("the file")
                .knowing("articles")
                .required("articles")
                .elements()) {
            Article article = article(value);
            if (article != null && !told.add(article.shop() + '\n' + article.id())) {
                value.problem("article '" + article.id() + "' of this shop is there twice");
            } else if (article != null) {
                articles.add(article);
            }
        }
        return articles;
    }

    /** The article; null when it has a mistake. */
    private static Article article(YamlValue value) {
        YamlSection section = value.section("an article")
                .knowing("id", "shop", "topic", "title", "terms", "published", "changed", "withdrawn");
        String id = section.required("id").matching(SHORT, "an id of 100 characters at most");
        String shop = section.optional("shop").text();
        String topic = section.required("topic").matching(SHORT, "a topic such as SIZE ('deskpulse topics list')");
        String title = section.optional("title").matching(TITLE, "a title of 300 characters at most");
        LocalDate published = day(section.required("published"));
        LocalDate changed = day(section.optional("changed"));
        LocalDate withdrawn = day(section.optional("withdrawn"));
        boolean ordered = notBefore(section, "changed", changed, published);
        ordered &= notBefore(section, "withdrawn", withdrawn, published);
        if (id == null || topic == null || published == null || !ordered) {
            return null;
        }
        return new Article(
                shop == null ? "" : shop,
                id,
                topic,
                title == null ? "" : title,
                List.copyOf(section.words("terms")),
                published,
                changed,
                withdrawn);
    }

    private static LocalDate day(YamlValue value) {
        return value.read("a day such as 2026-11-01, from " + FIRST + " to " + LAST, text -> {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        });
    }

    private static boolean notBefore(YamlSection section, String key, LocalDate day, LocalDate published) {
        boolean wrong = day != null && published != null && day.isBefore(published);
        if (wrong) {
            section.key(key).problem("'" + key + "' must not be before 'published', got " + day + " and " + published);
        }
        return !wrong;
    }
}
