package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of frames that hold XML: an editor calls right and wrong what the start does. */
class FramedXmlSchemaTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            before-length: SI51 | before-length: "SI 51"
            before-length: "0xA55A" | before-length: "0xA5F"
            root: Request | root: "-"
            head: "-" | head: a/b
            row: item | row: "-"
            document-namespace: urn:a | document-namespace: "a b"
            """)
    void saysOfTheWordsOfFramesOfXmlWhatTheReaderSays(String right, String wrong) {
        assertThat(ProfileSchema.schemaSays(framedXml(right))).isEmpty();
        assertThat(ProfileSchema.readerSays(framedXml(right))).isEmpty();
        assertThat(ProfileSchema.schemaSays(framedXml(wrong))).isNotEmpty();
        assertThat(ProfileSchema.readerSays(framedXml(wrong))).isNotEmpty();
    }

    private static JsonNode framedXml(String option) {
        String sichuan = ProfileSchema.resource("51-sichuan.yaml");
        return ProfileSchema.profile(sichuan.substring(0, sichuan.indexOf("head:"))
                        .replaceFirst("(?m)^password:.*\\n", "")
                        .replace("insurances:", "options:\n  layout: xml\n  " + option + "\ninsurances:")
                + """
                        head: {request: ["transaction @t", serial a/b], reply: ["transaction @t", serial a/b, return-code c]}
                        transactions:
                          inquire: {code: "2009", request: [asked-serial d]}
                          query-status: {code: "3001", request: [citizen-number e], row: ["insurance @f", state g, paid-through h]}
                        """);
    }
}
