package io.tongban.province.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command has not is left out where a layout says that it may be, in each dialect by its own means. */
class OptionalFieldsTest {
    private final List<Dialect> dialects = Configured.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        dialects.forEach(Dialect::close);
    }

    /** The head of every request has the person's number, as far as there is one yet. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            44-guangdong.yaml | serial serial, operator | serial serial, optional person-number who/no, operator | </serial><who></who><operator> | </serial><who><no>4400000001</no></who><operator>
            44-guangdong.yaml | serial serial, operator | serial serial, optional person-number who/@no, operator | <who></who> | <who no="4400000001"></who>
            44-guangdong.yaml | serial serial, operator | serial serial, optional person-number no, =1 no/@kind, operator | <no kind="1"></no> | <no kind="1">4400000001</no>
            41-henan.yaml | sent-at fssj] | sent-at fssj, optional person-number rybh] | </fssj></head> | </fssj><rybh>4400000001</rybh></head>
            33-zhejiang.yaml | transaction jydm, | transaction jydm, optional person-number rybh, | "jydm":"CODE","lsh" | "jydm":"CODE","rybh":"4400000001","lsh"
            51-sichuan.yaml | serial 20, operator 10, | serial 20, optional person-number 12, operator 10, | SERIAL            TONGBAN | SERIAL4400000001  TONGBAN
            34-anhui.yaml | request: [serial] | request: [serial, optional person-number] | SERIAL!! | SERIAL!4400000001!
            """)
    void leavesOutWhatACommandHasNot(String file, String old, String now, String without, String with) {
        assertThat(request(profile(file, old, now), Samples.register(Samples.GUANGDONG)))
                .contains(without.replace("SERIAL", Samples.SERIAL)
                        .replace("CODE", "ZJ1001")
                        .replace("!", "|"));
        assertThat(request(profile(file, old, now), Samples.withhold(Samples.GUANGDONG)))
                .contains(with.replace("SERIAL", Samples.SERIAL)
                        .replace("CODE", "ZJ2001")
                        .replace("!", "|"));
    }

    /** Converted twice it would be a hundredth, or no amount. */
    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            41-henan.yaml | sent-at fssj] | sent-at fssj, optional base gz] | <gz>5510.00</gz></head> | <AAE180>5510.00</AAE180>
            51-sichuan.yaml | serial 20, operator 10, | serial 20, optional base 8, operator 10, | SERIAL00005510TONGBAN | 202610000000005510
            51-sichuan.yaml | serial 20, operator 10, | serial 20, optional base 14, operator 10, | SERIAL00000000005510TONGBAN | 202610000000005510
            """)
    void writesAnAmountOnceThatStandsInHeadAndBody(String file, String old, String now, String head, String body) {
        String formats = file.startsWith("51") ? "formats:\n  base: {unit: yuan, decimals: 0}\nhead:" : "head:";
        ProvinceProfile both = OneProfile.edited(
                file, text -> text.replace(old, now).replace("head:", formats), Configured.dialects());

        assertThat(request(both, Samples.withhold(Samples.GUANGDONG)))
                .contains(head.replace("SERIAL", Samples.SERIAL), body);
    }

    /** Said by the citizen number, and a number may say no day. */
    @Test
    void leavesOutADayOfBirthThatTheNumberDoesNotSay() {
        InsuredPerson odd = new InsuredPerson("110105194913310010", Samples.NAME, Samples.MOBILE);
        ProvinceCommand command = Samples.register(Samples.GUANGDONG, odd);

        assertThat(request(profile("44-guangdong.yaml", "- mobile AAC067", "- optional birth-date AAC006"), command))
                .doesNotContain("AAC006");
        assertThat(request(
                        OneProfile.edited(
                                "44-guangdong.yaml",
                                text -> text.replace("- mobile AAC067", "- optional birth-date AAC006")
                                        .replace("- period AAE002", "- birth-date AAC006"),
                                Configured.dialects()),
                        command))
                .as("another transaction needs it")
                .doesNotContain("AAC006");
        assertThatThrownBy(
                        () -> request(profile("44-guangdong.yaml", "- mobile AAC067", "- birth-date AAC006"), command))
                .isInstanceOf(NotCarried.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serial 20, operator | optional serial 20, operator | has "optional serial", and every head of tcp has one
            mobile 11 | optional =1 11 | is always there; remove "optional"
            mobile 11 | optional filler 11 | is always there; remove "optional"
            mobile 11 | optional name 11 | has "optional name", and every register has one
            mobile 11 | optional amount 11 | has "amount", which no register has
            serial 20, operator | serial 20, optional state 1, operator | has "state", which no head of tcp has
            reply: [person-number 12] | reply: [person-number 12, optional place 1] | has an "optional" in a reply
            reply: [person-number 12] | reply: [optional person-number 12] | has "optional person-number", which is always needed
            mobile 11 | optional 11 | is not a layout line
            """)
    void refusesAnOptionalThatHasNoEffect(String old, String now, String why) {
        Links links = new Links(folder).edit("51-sichuan.yaml", old, now);

        assertThatThrownBy(links::open).hasStackTraceContaining(why).hasStackTraceContaining("51-sichuan.yaml:");
    }

    private ProvinceProfile profile(String file, String old, String now) {
        return OneProfile.edited(file, old, now, Configured.dialects());
    }

    private String request(ProvinceProfile profile, ProvinceCommand command) {
        Dialect dialect = dialects.stream()
                .filter(each -> each.needs().name().equals(profile.dialect()))
                .findFirst()
                .orElseThrow();
        Charset charset = dialect.rehearsal(profile).request(command).charset();
        return new String(dialect.rehearsal(profile).request(command).octets(), charset);
    }
}
