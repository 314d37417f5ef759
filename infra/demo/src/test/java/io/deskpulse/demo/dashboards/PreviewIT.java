package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.dashboards.Dashboards;
import io.deskpulse.dashboards.Language;
import io.deskpulse.dashboards.server.Preview;
import io.deskpulse.dashboards.server.PreviewServer;
import io.deskpulse.ops.DeskpulseHome;
import io.deskpulse.ops.Progress;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dashboard in a headless Chromium, on a week of data; skipped where there is no Chromium. Screenshots are kept in target. */
class PreviewIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SHOP = "mujian-home";
    private static final String NAME = "木间家居";
    private static final String OTHER_NAME = "云舍女装";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final List<Integer> WIDTHS = List.of(1600, 900, WIDTH);

    /** Lists what is cut. */
    private static final Path CUT = Path.of("src", "test", "resources", "dashboards", "cut.js");

    @TempDir
    private static Path directory;

    private static ClickHouseAccess access;
    private static PreviewServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> chromium = Browser.program(System.getenv());
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "the preview is not tested: there is no Chromium, on the PATH or named by CHROMIUM");
        Files.createDirectories(SCREENSHOTS);
        access = SeededStack.shared().access();
        server = serve(Language.EN);
        browser = Browser.start(chromium.get(), directory.resolve("profile"));
        browser.resize(WIDTH, HEIGHT);
    }

    @AfterAll
    static void stop() {
        Stream.of(browser, server).forEach(PreviewIT::close);
    }

    static Stream<String> uids() {
        return Dashboards.bundled(Language.EN).list().stream().map(dashboard -> dashboard.uid());
    }

    @ParameterizedTest
    @MethodSource("uids")
    void drawsEveryPanel(String uid) throws IOException {
        open("/d/" + uid + "?" + week());
        browser.screenshot(SCREENSHOTS.resolve(uid + ".png"));
        browser.evaluate(
                "document.querySelectorAll('[data-row] button[aria-expanded=false]').forEach(row => row.click())");
        awaitPanels();
        int height = browser.evaluate("document.documentElement.scrollHeight").asInt();
        browser.resize(WIDTH, height);
        browser.screenshot(SCREENSHOTS.resolve(uid + "-full.png"));

        if (!uid.equals("case")) {
            assertThat(panels("x => x.dataset.state !== 'drawn'", "x => x.textContent"))
                    .isEmpty();
        }
        assertFits(uid, "");
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("uids")
    void fitsInChinese(String uid) throws IOException {
        try (PreviewServer chinese = serve(Language.ZH)) {
            open(chinese, "/d/" + uid + "?" + week());
            assertFits(uid, "-zh");
        }
    }

    @Test
    void fitsAtNightForAnEmptyShopAndInAnotherZone() throws IOException {
        String night = range(SeededStack.END.minus(Duration.ofHours(18)), Duration.ofHours(6));
        for (String uid : List.of("overview", "response", "wall", "day-end")) {
            open("/d/" + uid + "?" + night);
            assertFits(uid, "-night");
            open("/d/" + uid + "?" + week() + "&var-shop=tz-chicago");
            assertFits(uid, "-other-zone");
            open("/d/" + uid + "?" + night + "&var-shop=tz-tokyo");
            assertFits(uid, "-empty");
        }
    }

    /** What a case shows is found by a click. */
    @Test
    void leadsFromAListToItsCase() throws IOException {
        open("/d/day-end?" + week() + "&var-kind=TICKET");
        browser.evaluate("document.querySelector('[data-panel=\"11\"] a[href^=\"/d/case\"]').click()");
        await().atMost(PATIENCE).until(() -> address().startsWith("/d/case"));
        awaitPanels();

        assertThat(address()).contains("var-ticket=");
        assertThat(panels("x => x.dataset.panel === '4'", "x => x.dataset.state")
                        .toString())
                .contains("drawn");
    }

    /** At each width the page is no wider than the window, and nothing that has to be read is cut: on the whole page at the usual one. */
    private static void assertFits(String uid, String suffix) throws IOException {
        for (int width : WIDTHS) {
            browser.resize(width, HEIGHT);
            await().atMost(PATIENCE)
                    .until(() -> browser.evaluate("document.documentElement.scrollWidth")
                                    .asInt()
                            <= width);
            awaitPanels();
            browser.screenshot(SCREENSHOTS.resolve(uid + suffix + "-" + width + ".png"));
            if (width == WIDTH) {
                browser.resize(
                        width,
                        browser.evaluate("document.documentElement.scrollHeight")
                                .asInt());
                awaitPanels();
            }
            assertThat(browser.evaluate(Files.readString(CUT)))
                    .as("%s%s at %d", uid, suffix, width)
                    .isEmpty();
        }
        browser.resize(WIDTH, HEIGHT);
    }

    @Test
    void listsEveryDashboard() throws IOException {
        open("/");

        assertThat(browser.evaluate("document.body.innerText").asText()).contains("Preview", "not Grafana");
        assertThat(browser.evaluate("[...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))"))
                .map(JsonNode::asText)
                .containsExactlyElementsOf(uids().map(uid -> "/d/" + uid).toList());
        browser.screenshot(SCREENSHOTS.resolve("start.png"));
    }

    @Test
    void choosesAShopAndCarriesItAlong() throws IOException {
        open("/d/overview?" + week());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(grid()).contains(NAME, OTHER_NAME));

        browser.click("[data-variable=shop] input");
        await().atMost(PATIENCE).until(() -> isThere("[role=option]"));
        browser.evaluate("[...document.querySelectorAll('[role=option]')].find(option => option.innerText.trim() === '"
                + NAME + "').setAttribute('data-wanted', '')");
        browser.click("[data-wanted]");
        await().atMost(PATIENCE).until(() -> address().contains("var-shop=" + SHOP));
        await().atMost(PATIENCE).until(() -> !grid().contains(OTHER_NAME));
        browser.evaluate("document.querySelector('[data-panel] a[href^=\"/d/\"]').click()");
        await().atMost(PATIENCE).until(() -> !address().startsWith("/d/overview"));
        awaitPanels();

        assertThat(address()).contains("var-shop=" + SHOP, "from=");
        assertThat(panels("x => x.dataset.state === 'error'", "x => x.textContent"))
                .isEmpty();
    }

    @Test
    void marksOnEveryTimeSeriesWhenTheNumbersWereBehind() throws IOException {
        open("/d/overview?" + range(Duration.ofHours(6)));
        await().atMost(PATIENCE).until(() -> isThere("[data-mark]"));

        assertThat(panels("x => x.querySelector('[data-mark]')", "x => x.dataset.panel"))
                .map(JsonNode::asText)
                .containsExactly("14");
        assertThat(browser.evaluate("[...document.querySelectorAll('[data-panel=\"14\"] [data-mark] button')]"
                        + ".map(mark => mark.ariaLabel)"))
                .map(JsonNode::asText)
                .containsExactly("Numbers behind: Shown up to 38 min late.", "Numbers behind: Shown up to 2 min late.");
        browser.evaluate("document.querySelector('[data-panel=\"14\"]').scrollIntoView({block: 'center'})");
        // What is drawn meanwhile may take the focus away.
        await().atMost(PATIENCE).until(() -> {
            browser.evaluate("document.querySelector('[data-panel=\"14\"] [data-mark] button').focus()");
            return pageText().contains(shown("2026-10-24T09:24:30Z"));
        });
        browser.screenshot(SCREENSHOTS.resolve("annotations.png"));
        assertThat(pageText()).contains(shown("2026-10-24T10:01:00Z"), "Numbers behind · All numbers");

        browser.click("[data-annotation=\"Numbers behind\"]");
        await().atMost(PATIENCE).until(() -> !isThere("[data-mark]"));
    }

    /** A curve and bars. */
    @ParameterizedTest
    @CsvSource({"overview, 14", "day-end, 9"})
    void leavesOneSeriesAloneWhenItsNameIsClicked(String uid, int panel) throws IOException {
        String names = "[data-panel=\"" + panel + "\"] [data-testid^=\"data-testid VizLegend series\"] button";
        String colours = "new Set([...document.querySelectorAll('" + names
                + "')].map(name => getComputedStyle(name).color)).size";
        open("/d/" + uid + "?" + range(Duration.ofHours(6)));
        assertThat(browser.evaluate(colours).asInt()).isOne();
        browser.evaluate("document.querySelector('" + names + "').scrollIntoView({block: 'center'})");

        browser.click(names);
        await().atMost(PATIENCE).until(() -> browser.evaluate(colours).asInt() == 2);
        browser.screenshot(SCREENSHOTS.resolve(uid + "-legend.png"));
        browser.click(names);
        await().atMost(PATIENCE).until(() -> browser.evaluate(colours).asInt() == 1);
    }

    @Test
    void marksTheMidnightWithWhichRulesChange() throws IOException {
        open("/d/conversion?" + week());

        await().atMost(PATIENCE).until(() -> isThere("[data-panel=\"10\"] [data-mark=\"Rules change\"]"));
        assertThat(browser.evaluate("document.querySelector('[data-mark=\"Rules change\"] button').ariaLabel")
                        .asText())
                .isEqualTo("Rules change: own.first_wait@1 ends; own.first_wait@2 begins: seeded");
    }

    @Test
    void speaksChinese() throws IOException {
        String title = Dashboards.bundled(Language.ZH).find("overview").title();
        try (PreviewServer chinese = serve(Language.ZH)) {
            open(chinese, "/d/overview?" + week());
            browser.screenshot(SCREENSHOTS.resolve("overview-zh.png"));

            assertThat(browser.evaluate("document.querySelector('header').innerText")
                            .asText())
                    .contains(title, "客户服务", "预览");
            assertThat(panels("x => x.dataset.state !== 'drawn'", "x => x.textContent"))
                    .isEmpty();
        }
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        open("/d/none");

        await().atMost(PATIENCE)
                .until(() ->
                        browser.evaluate("document.body.innerText").asText().contains("there is no dashboard none"));
    }

    private static PreviewServer serve(Language language) {
        return Preview.serve(DeskpulseHome.of(System.getenv()), language, access, 0, Progress.to(System.err));
    }

    private static void open(String path) throws IOException {
        open(server, path);
    }

    private static void open(PreviewServer where, String path) throws IOException {
        browser.open(URI.create(where.url() + path));
        await().atMost(PATIENCE).until(() -> isThere("header"));
        if (path.startsWith("/d/") && !path.equals("/d/none")) {
            awaitPanels();
        }
    }

    private static void awaitPanels() {
        await().atMost(PATIENCE)
                .until(() -> isThere("[data-panel]")
                        && panels("x => x.dataset.state === 'loading'", "x => 1")
                                .isEmpty());
    }

    private static boolean isThere(String selector) throws IOException {
        return browser.evaluate("document.querySelector('" + selector + "') !== null")
                .asBoolean();
    }

    private static JsonNode panels(String which, String what) throws IOException {
        return browser.evaluate(
                "[...document.querySelectorAll('[data-panel]')].filter(" + which + ").map(" + what + ")");
    }

    /** Tables are filled when they come into view. */
    private static String grid() throws IOException {
        browser.evaluate("document.querySelectorAll('[role=grid]').forEach(grid => grid.scrollIntoView())");
        return panels("x => x.querySelector('[role=grid]')", "x => x.innerText").toString();
    }

    private static String address() throws IOException {
        return browser.evaluate("location.pathname + location.search").asText();
    }

    private static String week() {
        return range(SeededStack.LENGTH);
    }

    private static String range(Duration length) {
        return range(SeededStack.END, length);
    }

    private static String range(Instant end, Duration length) {
        return "from=" + end.minus(length).toEpochMilli() + "&to=" + end.toEpochMilli();
    }

    /** Boards are on the clock of the browser, which is that of this process. */
    private static String shown(String instant) {
        return CLOCK.format(Instant.parse(instant).atZone(ZoneId.systemDefault()));
    }

    private static String pageText() throws IOException {
        return browser.evaluate("document.body.innerText").asText();
    }

    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("did not close", e);
        }
    }
}
