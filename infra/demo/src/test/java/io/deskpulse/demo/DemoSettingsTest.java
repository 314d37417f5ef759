package io.deskpulse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.deskpulse.demo.shop.DemoShops;
import io.deskpulse.ops.articles.Article;
import io.deskpulse.streaming.shops.OpenStretch;
import io.deskpulse.streaming.shops.ShopFile;
import io.deskpulse.streaming.shops.ShopProfile;
import io.deskpulse.streaming.shops.ShopSources;
import io.deskpulse.streaming.topics.TopicTaxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSettingsTest {
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");
    private static final int SHIFTS_SECONDS = 17 * 3_600;

    @TempDir
    private Path directory;

    @Test
    void oneShopIsNotAtHome() {
        assertThat(DemoSettings.zones(HOME))
                .containsOnlyKeys("yunshe-apparel", "mujian-home", "guozi-snacks", "northlight-outdoor")
                .containsEntry("northlight-outdoor", ZoneId.of("America/Chicago"))
                .containsEntry("mujian-home", HOME);
    }

    @Test
    void articlesExplainTopicsThatAreKnownAndNotAllOfThem() {
        assertThat(DemoSettings.articles(LocalDate.parse("2026-11-11")))
                .hasSize(3)
                .allSatisfy(
                        article -> assertThat(TopicTaxonomy.bundled().newest().entry(article.topic()))
                                .isNotNull())
                .extracting(Article::published)
                .contains(LocalDate.parse("2026-11-10"));
    }

    @Test
    void everyShopIsOpenWhileSomebodyWorks() throws IOException {
        Map<String, ShopProfile> described =
                shops().stream().collect(Collectors.toMap(ShopProfile::id, Function.identity()));

        DemoShops.all().forEach(shop -> {
            int opens = shop.staff().opensAtHour() * 3_600;
            List<OpenStretch> monday = described.get(shop.id()).hours().stretches().stream()
                    .filter(stretch -> stretch.weekday() == 1)
                    .toList();
            assertThat(monday)
                    .as(shop.id())
                    .extracting(OpenStretch::fromSecond, OpenStretch::toSecond)
                    .containsExactly(tuple(0, opens + SHIFTS_SECONDS - 86_400), tuple(opens, 86_400));
        });
    }

    @Test
    void jobsAreToldTheSame() {
        List<String> settings = DemoSettings.forJobs(directory, ZoneId.of("+05:30"));

        assertThat(settings).hasSize(4).startsWith("--settings").endsWith("+05:30");
        ShopSources read = ShopSources.of(settings.get(1), settings.get(3), Map.of());
        assertThat(read.problems()).isEmpty();
        assertThat(read.settings().zoneByShop())
                .containsEntry("northlight-outdoor", "America/Chicago")
                .containsEntry("guozi-snacks", "+05:30");
    }

    private List<ShopProfile> shops() throws IOException {
        DemoSettings.forJobs(directory, HOME);
        return ShopFile.parse(Files.readString(directory.resolve("shops.yaml")))
                .settings()
                .shops();
    }
}
