package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.gateway.platform.outbox.Settings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
    private final TargetRules rules = new TargetRules(Settings.of(WebhookConfig.class, Map.of()));
    private final TargetRules sandbox =
            new TargetRules(Settings.of(WebhookConfig.class, Map.of("tongban.webhook.allow-private-targets", "true")));

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/hook", "https://1.1.1.1:8443/a?b=c", "https://[2606:4700::1111]/"})
    void permitsHttpsToPublicAddresses(String url) {
        assertThat(rules.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://1.1.1.1/hook, https",
        "ftp://1.1.1.1/hook, https",
        "HTTPS://1.1.1.1/hook, https",
        "/hook, https",
        "https:hook, host",
        "https://under_score.example/, host",
        "https://user:word@1.1.1.1/, user info",
        "https://1.1.1.1/#part, fragment",
        "https://1.1.1.1/中, ASCII",
        "https://127.0.0.1/, public internet",
        "https://[::1]/, public internet",
        "https://localhost/, public internet",
        "https://169.254.169.254/latest/meta-data, public internet",
        "https://2130706433/, public internet",
        "https://[::ffff:10.0.0.1]/, public internet",
        "https://no-such-host.invalid/, no address"
    })
    void refusesAllOthersAndSaysWhy(String url, String why) {
        assertThat(rules.refusal(URI.create(url)).orElse("")).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/hook", "https://localhost/", "https://1.1.1.1/"})
    void permitsLoopbackAndHttpInTheSandbox(String url) {
        assertThat(sandbox.refusal(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://user@127.0.0.1/", "http://224.0.0.1/"})
    void refusesTheRestInTheSandboxToo(String url) {
        assertThat(sandbox.refusal(URI.create(url))).isPresent();
    }
}
