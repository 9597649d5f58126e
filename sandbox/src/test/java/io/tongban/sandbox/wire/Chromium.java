package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, without a window, with nothing of an earlier run; screenshots lie in target/screenshots. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String MISSING =
            "The counter page is tested in Chromium: apt-get install chromium chromium-driver fonts-noto-cjk";

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;
    /** The realm's first page of a run is slow, and more so beside others. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Where a browser must be there ({@code .ci/run} says so), its lack is a failure; elsewhere the test is left out. */
    static Chromium start() throws IOException {
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            if ("required".equals(System.getenv("TONGBAN_BROWSER"))) {
                fail(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        Files.createDirectories(SCREENSHOTS);
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toString())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=zh-CN",
                        "--user-data-dir=" + Files.createTempDirectory("chromium"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        Chromium browser = new Chromium(new ChromeDriver(service, options));
        browser.driver.manage().timeouts().pageLoadTimeout(PATIENCE);
        browser.width(DESKTOP);
        return browser;
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE).until(page -> page.findElement(By.cssSelector(css)));
    }

    /** What the page says, as soon as it says this. */
    String shows(String expected) {
        return new WebDriverWait(driver, PATIENCE)
                // One page goes and another comes.
                .ignoring(WebDriverException.class)
                .withMessage(() -> expected + " on " + driver.getCurrentUrl())
                .until(page -> {
                    String text = page.findElement(By.tagName("body")).getText();
                    return text.contains(expected) ? text : null;
                });
    }

    /** Sends the form of this field, and returns when its page has gone. */
    void send(WebElement field, CharSequence... keys) {
        field.sendKeys(keys);
        field.sendKeys(Keys.ENTER);
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(field));
    }

    /** Where it is, as soon as it has come to an address with these parts. */
    String isAt(String... parts) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> List.of(parts) + " in " + driver.getCurrentUrl())
                .until(page -> {
                    String address = page.getCurrentUrl();
                    return Stream.of(parts).allMatch(address::contains) ? address : null;
                });
    }

    /** Who uses a keyboard alone is here now. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /**
     * Judges the page as it is shown: axe finds nothing serious; nothing has to be scrolled sideways at phone width or at
     * 200 %; nothing runs in it. Leaves two screenshots.
     */
    void judge(String name) throws IOException {
        assertThat(driver.executeScript("return document.scripts.length"))
                .as("scripts of %s", name)
                .isEqualTo(0L);
        List<Rule> serious = new AxeBuilder()
                .analyze(driver).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious).as("findings of axe on %s", name).isEmpty();
        assertThat(driver.findElements(By.tagName("script")).size())
                .as("scripts")
                .isZero();
        shoot(name + "-desktop");
        // What a window of 1280 shows at 200 % is what one of 640 shows.
        for (int width : List.of(DESKTOP / 2, PHONE)) {
            width(width);
            assertThat((Boolean) driver.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s fits into %d pixels", name, width)
                    .isTrue();
        }
        shoot(name + "-phone");
        width(DESKTOP);
    }

    private void width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    byte[] shoot(String name) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        byte[] png = Base64.getDecoder().decode((String) shot.get("data"));
        Files.write(SCREENSHOTS.resolve(name + ".png"), png);
        return png;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
