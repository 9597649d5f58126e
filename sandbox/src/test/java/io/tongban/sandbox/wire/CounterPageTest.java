package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** A bank without software of its own serves a rider who walks in, in a real browser, against a real Keycloak. */
@ExtendWith(RunningSandbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CounterPageTest {
    private final TestSandbox sandbox;
    private final Counters counters;
    private final int n = People.next();
    private Chromium browser;
    /** The first that is open now: the branch by day, its terminal at night. */
    private String point;

    CounterPageTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
        counters = new Counters(sandbox);
    }

    @BeforeAll
    void aRiderWhoLeftAMandateWithTheBank() throws Exception {
        browser = Chromium.start();
        Counters.awaitDay();
        counters.furnish();
        ByHand bank = sandbox.partner(Counters.RURAL_BANK);
        String worker = new Insuring(sandbox).enrolled(bank, "44", n);
        sandbox.accepted(bank.post("/v1/mandates", Counters.mandateForCounters(worker)), 201);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void aTellerLogsInAndServesByKeyboardAlone() throws Exception {
        browser.driver().get(sandbox.gateway() + "/counter");
        assertThat(browser.driver().getCurrentUrl())
                .startsWith(sandbox.stack().keycloak().issuer("tongban").toString())
                .contains("code_challenge_method=S256");
        logIn("teller");
        assertThat(browser.shows("接待参保人")).contains("Serve a worker");
        assertThat(browser.find("header").getText())
                .contains("云岭村镇银行", "柜员", "Y1001")
                .doesNotContain("轧账");
        browser.judge("desk");
        point = browser.find("select[name=point] option:checked").getText();
        assertThat(point).startsWith("云岭村镇银行呈贡").doesNotContain("现不营业");

        assertThat(browser.focused().getDomAttribute("name")).isEqualTo("number");
        type(People.citizenNumber(n), Keys.TAB, Keys.SPACE, Keys.TAB, Keys.SPACE, Keys.TAB, Keys.TAB, Keys.ENTER);

        assertThat(browser.shows("1102.00")).contains("广东", "职工养老保险", "已登记");
        assertThat(browser.driver().getPageSource()).doesNotContain(People.citizenNumber(n));
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(sandbox.gateway() + "/counter/worker");
        assertThat(sandbox.count("select count(*) from audit where action = 'counter.looked'"
                        + " and facts like '%page.serve%' and subject_id like 'wkr_%'" + acted("Y1001")))
                .isPositive();
        browser.judge("worker");
    }

    @Test
    @Order(2)
    void paysInCashAndTheReceiptsCodeLeadsToThePublicPage() throws Exception {
        browser.find("input[name=means][value=CASH]").sendKeys(Keys.SPACE, Keys.ENTER);

        assertThat(browser.shows("已收款")).contains("1102.00", point);
        browser.judge("receipt");
        String address = scanned();
        assertThat(address).startsWith(sandbox.gateway() + "/receipts/");
        assertThat(sandbox.count("select count(*) from counter_payment where operator = 'Y1001'"))
                .isEqualTo(1);
        String own = browser.driver().getCurrentUrl();

        browser.driver().get(address);
        assertThat(browser.shows("已收款")).contains("1102.00", point).doesNotContain("撤销");
        browser.judge("public-receipt");
        browser.driver().get(sandbox.gateway() + "/receipts");
        browser.judge("receipt-check");
        browser.driver().get(own);
    }

    @Test
    @Order(3)
    void nothingOfTheWorkerComesBackFromHistory() {
        for (int page = 0; page < 5; page++) {
            browser.driver().navigate().back();
            assertThat(browser.driver().getPageSource()).doesNotContain("缴费状态");
        }
    }

    @Test
    @Order(4)
    void theSessionIsKeptFromScriptsAndOtherSites() {
        browser.driver().get(sandbox.gateway() + "/counter");
        Cookie session = browser.driver().manage().getCookieNamed("q_session_teller");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getPath()).isEqualTo("/counter");
        assertThat(session.getSameSite()).isIn("Lax", "Strict");
        // Sealed: neither the name nor the staff number is in it.
        assertThat(session.getValue()).doesNotContain("Y1001").matches("[A-Za-z0-9._-]+");
    }

    @Test
    @Order(5)
    void whoSendsAFormAfterTheSessionIsLoggedInAnewAndBeginsAnew() {
        browser.driver().manage().deleteCookieNamed("q_session_teller");
        browser.find("input[name=identified]").click();
        browser.find("input[name=purpose]").click();
        browser.send(browser.find("input[name=number]"), People.citizenNumber(n));

        assertThat(browser.shows("接待参保人")).doesNotContain("缴费状态");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(sandbox.gateway() + "/counter");
        assertThat(browser.find("input[name=number]").getDomProperty("value")).isEmpty();
    }

    @Test
    @Order(6)
    void aTellerDoesNotEndTheDayNotEvenWithThePassword() {
        browser.driver().get(sandbox.gateway() + "/counter/day");
        passwordOnceMore();
        assertThat(browser.shows("未能办理")).contains("未能办理");
    }

    @Test
    @Order(7)
    void whoLogsOutIsOutOfBoth() {
        browser.find("a[href='/counter/logout']").click();
        assertThat(browser.isAt("/realms/tongban", "openid-connect/auth")).contains("/realms/tongban");
        for (String page : List.of("/counter", "/counter/day")) {
            browser.driver().get(sandbox.gateway() + page);
            assertThat(browser.driver().getCurrentUrl())
                    .startsWith(sandbox.stack().keycloak().issuer("tongban").toString());
        }
    }

    @Test
    @Order(8)
    void theSupervisorEndsTheDayOnceItBalances() throws Exception {
        browser.driver().get(sandbox.gateway() + "/counter");
        logIn("supervisor");
        assertThat(browser.shows("主管")).contains("主管", "Y2001", "轧账");
        browser.driver().get(sandbox.gateway() + "/counter/points?near=yl-01-t1&service=PAY");
        assertThat(browser.shows("云岭村镇银行呈贡便民终端")).contains("云岭村镇银行呈贡便民终端");
        browser.judge("points");

        browser.driver().get(sandbox.gateway() + "/counter/day");
        assertThat(browser.driver().getCurrentUrl()).contains("prompt=login");
        passwordOnceMore();
        assertThat(browser.shows("账面")).contains("Y1001", "1102.00");
        browser.find("input[name=counted]").sendKeys("1,102.01", Keys.ENTER);

        assertThat(browser.shows("账款不符")).contains("page_", "收款");
        assertThat(browser.find("input[name=counted]").getDomProperty("value")).isEqualTo("1102.01");
        browser.judge("day-differs");
        assertThat(sandbox.count("select count(*) from counter_day where client_id = '" + Counters.RURAL_BANK + "'"))
                .isZero();
        browser.find("input[name=counted]").clear();
        browser.find("input[name=counted]").sendKeys("1102", Keys.ENTER);

        assertThat(browser.shows("本日已轧账并签名")).contains("本日已轧账并签名");
        browser.judge("day-closed");
        assertThat(sandbox.count("select count(*) from counter_day where client_id = '" + Counters.RURAL_BANK + "'"))
                .isEqualTo(1);
        assertThat(sandbox.count("select count(*) from audit where action = 'counter-day.closed'" + acted("Y2001")))
                .as("who ended the day")
                .isEqualTo(1);
        assertThat(sandbox.count(
                        "select count(*) from counter_reported where client_id = '" + Counters.RURAL_BANK + "'"))
                .as("what was compared is not kept")
                .isZero();
    }

    @Test
    @Order(9)
    void whoIsSuspendedIsOutWithTheNextPress() {
        browser.driver().get(sandbox.gateway() + "/counter");
        assertThat(browser.shows("接待参保人")).contains("接待参保人");
        ByHand bank = sandbox.partner(Counters.RURAL_BANK);
        sandbox.accepted(
                bank.signed(bank.unsigned(
                                "PUT",
                                "/v1/operators/Y2001",
                                "{\"role\":\"SUPERVISOR\",\"state\":\"SUSPENDED\",\"points\":[\"yl-01\"]}")
                        .with("idempotency-key", TestSandbox.key())),
                200);

        browser.driver().get(sandbox.gateway() + "/counter");
        assertThat(browser.shows("未能办理")).contains("未能办理").doesNotContain("接待参保人");
    }

    @Test
    @Order(10)
    void theAccessLogTellsOfWhichBankThePagesAre() throws Exception {
        List<String> pages = Files.readAllLines(sandbox.stack().gatewayProcess().log()).stream()
                .filter(line -> line.contains("tongban.access"))
                .filter(line -> line.contains(" partner=" + Counters.RURAL_BANK + " actor=operator "))
                .toList();

        assertThat(pages).isNotEmpty().allMatch(line -> line.contains(" route=none "));
        assertThat(Files.readString(sandbox.stack().gatewayProcess().log())).doesNotContain("partner=tongban-console");
        assertThat(sandbox.count(
                        "select count(*) from request_log where client_id = 'tongban-console' or route = 'none'"
                                + " and client_id = '" + Counters.RURAL_BANK + "'"))
                .as("pages are no requests of a program")
                .isZero();
    }

    /** Who acted, and whose data it was. */
    private static String acted(String staffNumber) {
        return " and actor_kind = 'operator' and actor = '" + Counters.RURAL_BANK + "/" + staffNumber
                + "' and tenant = '" + Counters.RURAL_BANK + "'";
    }

    /** The realm knows who it is, and asks for the password alone. */
    private void passwordOnceMore() {
        browser.find("#password").sendKeys(sandbox.stack().counterPassword(), Keys.ENTER);
    }

    private void logIn(String user) {
        browser.find("#username").sendKeys(user);
        browser.find("#password").sendKeys(sandbox.stack().counterPassword(), Keys.ENTER);
    }

    private void type(CharSequence... keys) {
        for (CharSequence key : keys) {
            browser.focused().sendKeys(key);
        }
    }

    /** As a telephone reads it: from the pixels. */
    private String scanned() throws Exception {
        byte[] png = browser.find("svg.qr").getScreenshotAs(OutputType.BYTES);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
