package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9421, section 2. */
class ComponentValueTest {

    private static final MessageFields FIELDS = MessageFields.builder()
            .add("Host", "www.example.com")
            .add("X-OWS-Header", "   Leading and trailing whitespace.   ")
            .add("X-Obs-Fold-Header", "Obsolete\r\n    line folding.")
            .add("Cache-Control", "max-age=60")
            .add("Cache-Control", "   must-revalidate")
            .add("X-Empty-Header", "")
            .add("Example-Dict", " a=1,    b=2;x=1;y=2,   c=(a   b    c), d")
            .add("Priority", " a=1,    b=2;x=1;y=2,   c=(a   b   c)")
            .add("RateLimit", "\"default\";r=50 ,\t\"daily\"; r=9")
            .add("Idempotency-Key", "  \"k\" ;  x=1")
            .add("Example-Header", "value, with, lots")
            .add("Example-Header", "of, commas")
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"host\" | www.example.com",
                "\"x-ows-header\" | Leading and trailing whitespace.",
                "\"x-obs-fold-header\" | Obsolete line folding.",
                "\"cache-control\" | max-age=60, must-revalidate",
                "\"x-empty-header\" | ``",
                "\"example-dict\" | a=1,    b=2;x=1;y=2,   c=(a   b    c), d",
                "\"example-dict\";key=\"a\" | 1",
                "\"example-dict\";key=\"b\" | 2;x=1;y=2",
                "\"example-dict\";key=\"c\" | (a b c)",
                "\"example-dict\";key=\"d\" | ?1",
                "\"priority\";sf | a=1, b=2;x=1;y=2, c=(a b c)",
                "\"ratelimit\";sf | \"default\";r=50, \"daily\";r=9",
                "\"example-header\" | value, with, lots, of, commas",
                "\"example-header\";bs | :dmFsdWUsIHdpdGgsIGxvdHM=:, :b2YsIGNvbW1hcw==:"
            })
    void readsFields(String component, String value) {
        assertThat(value(new RequestMessage("GET", "https://example.com/", FIELDS), component))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://www.example.com/path?param=value | \"@method\" | POST",
                "https://www.example.com/path?param=value | \"@target-uri\" | https://www.example.com/path?param=value",
                "https://www.Example.COM:443/path | \"@authority\" | www.example.com",
                "https://www.example.com:8443 | \"@authority\" | www.example.com:8443",
                "http://user:secret@example.com:80?a | \"@authority\" | example.com",
                "https://[2001:DB8::1]:/ | \"@authority\" | [2001:db8::1]",
                "HTTP://www.example.com/path?param=value | \"@scheme\" | http",
                "https://www.example.com/path?param=value#part | \"@request-target\" | /path?param=value",
                "https://www.example.com/path?param=value | \"@path\" | /path",
                "https://www.example.com?a=/b | \"@path\" | /",
                "https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman | \"@query\""
                        + " | ?param=value&foo=bar&baz=bat%2Dman",
                "https://www.example.com/path?queryString | \"@query\" | ?queryString",
                "https://www.example.com/path? | \"@query\" | ?",
                "https://www.example.com/path | \"@query\" | ?",
                "https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman&qux= | \"@query-param\";name=\"baz\""
                        + " | bat-man",
                "https://www.example.com/path?param=value&foo=bar&qux= | \"@query-param\";name=\"qux\" | ``",
                "https://e.com/p?var=this%20is%20a%20big%0Amultiline%20value | \"@query-param\";name=\"var\""
                        + " | this%20is%20a%20big%0Amultiline%20value",
                "https://e.com/p?bar=with+plus+whitespace&x=1 | \"@query-param\";name=\"bar\""
                        + " | with%20plus%20whitespace",
                "https://e.com/p?fa%C3%A7ade%22%3A%20=something | \"@query-param\";name=\"fa%C3%A7ade%22%3A%20\""
                        + " | something"
            })
    void derivesFromTheRequest(String targetUri, String component, String value) {
        assertThat(value(new RequestMessage("POST", targetUri, MessageFields.none()), component))
                .isEqualTo(value);
    }

    @Test
    void derivesFromAResponseAndItsRequest() {
        RequestMessage request = new RequestMessage("PUT", "https://example.com/x", FIELDS);
        ResponseMessage response = new ResponseMessage(503, MessageFields.none(), request);

        assertThat(value(response, "\"@status\"")).isEqualTo("503");
        assertThat(value(response, "\"@method\";req")).isEqualTo("PUT");
        assertThat(value(response, "\"example-dict\";req;key=\"d\"")).isEqualTo("?1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"absent\"",
                "\"host\";tr",
                "\"host\";sf",
                "\"x-ows-header\";key=\"value\"",
                "\"example-dict\";key=\"z\"",
                "\"cache-control\";key=\"max-age\";req",
                "\"@status\"",
                "\"@query-param\";name=\"absent\"",
                "\"@query-param\";name=\"twice\"",
                "\"@method\";req"
            })
    void refusesAComponentThatTheMessageDoesNotHave(String component) {
        RequestMessage request = new RequestMessage("GET", "https://example.com/?twice=1&twice=2", FIELDS);

        assertThatThrownBy(() -> value(request, component))
                .isInstanceOfSatisfying(
                        SignatureRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SignatureFailure.COMPONENT_NOT_COVERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "carriage\rreturn", "é", "\u0000", "\u007f"})
    void refusesAValueThatIsNotOneLineOfAscii(String value) {
        RequestMessage request =
                new RequestMessage("GET", "https://example.com/", MessageFields.of(Map.of("X", List.of(value))));
        SignatureParameters parameters = SignatureParameters.parse("(\"x\")");

        assertThatThrownBy(() -> SignatureBase.of(request, parameters)).isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void keepsAnyOctetsInAByteSequence() {
        RequestMessage request =
                new RequestMessage("GET", "https://example.com/", MessageFields.of(Map.of("X", List.of("\u00e9"))));

        assertThat(value(request, "\"x\";bs")).isEqualTo(":6Q==:");
    }

    private static String value(HttpMessage message, String component) {
        String base = SignatureBase.of(message, SignatureParameters.parse("(" + component + ")"))
                .text();
        String line = base.substring(0, base.indexOf('\n'));
        assertThat(line).startsWith(component + ": ");
        return line.substring(component.length() + 2);
    }
}
