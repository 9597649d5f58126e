package io.tongban.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 3986, sections 5.2.4 and 6.2, and what was seen. */
class NormalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://partner.example, https://partner.example/",
        "https://partner.example?, https://partner.example/",
        "https://partner.example/hook?, https://partner.example/hook",
        "https://partner.example?a=b, https://partner.example/?a=b",
        "HTTPS://Partner.EXAMPLE/Hook, https://partner.example/Hook",
        "https://partner.example:443/, https://partner.example/",
        "https://partner.example:/x, https://partner.example/x",
        "https://partner.example:80/, https://partner.example:80/",
        "http://127.0.0.1:80/x, http://127.0.0.1/x",
        "https://[2606:4700::ABCD]:8443/, https://[2606:4700::abcd]:8443/",
        "https://partner.example/a/b/c/./../../g, https://partner.example/a/g",
        "https://partner.example/mid/content=5/../6, https://partner.example/mid/6",
        "https://partner.example/../../x, https://partner.example/x",
        "https://partner.example/a/.., https://partner.example/",
        "https://partner.example/a/., https://partner.example/a/",
        "https://partner.example/a//b/, https://partner.example/a//b/",
        "https://partner.example/%7efoo/%2fa%3a?x=%41%c3%a4, https://partner.example/~foo/%2Fa%3A?x=A%C3%A4",
        "https://partner.example/a/%2e%2E/b, https://partner.example/b",
        "https://user@partner.example/#part, https://user@partner.example/#part",
        "mailto:someone@partner.example, mailto:someone@partner.example",
    })
    void isTheOneThatACallBears(String registered, String normal) {
        assertThat(NormalUrl.of(URI.create(registered))).hasToString(normal);
        assertThat(NormalUrl.of(URI.create(normal))).hasToString(normal);
    }
}
