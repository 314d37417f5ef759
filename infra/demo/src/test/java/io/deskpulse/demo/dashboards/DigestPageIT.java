package io.deskpulse.demo.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.cli.Deskpulse;
import io.deskpulse.ops.clickhouse.ClickHouseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digest of a demo week as a mail program draws it, wide and as on a telephone. Screenshots are kept in target. */
class DigestPageIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int HEIGHT = 800;

    /** Of the shop and period of which the screenshots are. */
    private static final List<String> DIGEST =
            List.of("digest", "--shop=yunshe-apparel", "--period=week", "--date=2026-10-21");

    @TempDir
    private static Path directory;

    private static ClickHouseAccess access;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        access = SeededStack.shared().access();
        Files.createDirectories(SCREENSHOTS);
        Optional<Path> chromium = Browser.program(System.getenv());
        if (chromium.isPresent()) {
            browser = Browser.start(chromium.get(), directory.resolve("profile"));
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 760", "en, 360", "zh, 760", "zh, 360"})
    void isNoWiderThanTheWindow(String language, int width) throws IOException {
        Assumptions.assumeTrue(
                browser != null, "the digest is not drawn: there is no Chromium, on the PATH or named by CHROMIUM");
        Path page = write(language, "html");

        browser.resize(width, HEIGHT);
        browser.open(page.toUri());
        browser.evaluate("new Promise(done => document.readyState === 'complete' ? done() : window.onload = done)");
        browser.resize(
                width, browser.evaluate("document.documentElement.scrollHeight").asInt());
        browser.screenshot(SCREENSHOTS.resolve("digest-" + language + "-" + width + ".png"));

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate("document.body.innerText").asText())
                .contains("云舍女装")
                .doesNotContain("null", "NaN", "undefined");
    }

    /** What has a part in the digest has a story in the demo: items with their life, quotes, questions, promises. */
    @Test
    void aDemoWeekHasSomethingToTell() throws IOException {
        String text = Files.readString(write("en", "markdown"));

        assertThat(text)
                .contains("# Defects of products: 云舍女装, 2026-10-19 to 2026-10-25")
                .contains("- Cases: ", "- Money lost: ", "- First seen: ")
                .contains("## Asked again and again, without an article", "- Promises: ", "- Escalations: ")
                .doesNotContain("No case of a defect", "null", "NaN");
    }

    private static Path write(String language, String format) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), access.password());
        Path page = directory.resolve("digest-" + language + "." + format);
        List<String> arguments = new ArrayList<>(DIGEST);
        arguments.addAll(List.of("--language=" + language, "--format=" + format, "--output=" + page));
        arguments.addAll(List.of("--url=" + access.url(), "--user=" + access.user(), "--password-file=" + password));
        assertThat(Deskpulse.commandLine().execute(arguments.toArray(String[]::new)))
                .isZero();
        Files.copy(page, SCREENSHOTS.resolve(page.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return page;
    }
}
