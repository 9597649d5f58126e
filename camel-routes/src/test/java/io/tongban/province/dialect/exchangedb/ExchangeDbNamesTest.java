package io.tongban.province.dialect.exchangedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.Dongting;
import io.tongban.province.farside.ExchangeStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A name is in the province's table as it is written, or it is refused before anything is sent. */
class ExchangeDbNamesTest {
    private static ExchangeStub province;
    private static ProvinceLink gb18030;
    private static ProvinceLink gbk;
    private static int count;

    @BeforeContainer
    static void open() throws IOException {
        province = new ExchangeStub();
        province.answering(Dongting.REGISTERED);
        gb18030 = links().open();
        gbk = links().edit("98-dongting.yaml", "GB18030", "GBK").open();
    }

    private static Links links() throws IOException {
        return Dongting.unhurried(Files.createTempDirectory("profiles"), province.endpoint());
    }

    @AfterContainer
    static void close() {
        gb18030.close();
        gbk.close();
        province.close();
    }

    @Property(tries = 300)
    void arrivesWholeOrIsRefused(@ForAll("names") String name, @ForAll boolean narrow) {
        ProvinceLink link = narrow ? gbk : gb18030;
        String serial = String.format("W261123175200%08d", ++count);

        ProvinceReply reply = link.send(registering(serial, name));

        boolean carried = link.facts(Samples.DONGTING).orElseThrow().names().carries(name);
        if (carried) {
            assertThat(reply).isInstanceOf(ProvinceReply.Accepted.class);
            assertThat(province.texts("select \"XM\" from \"Qzk\".\"WbJh\" where \"LSH\" = '" + serial + "'"))
                    .containsExactly(name);
        } else {
            assertThat(reply).isEqualTo(new ProvinceReply.Refused(serial, RefusalReason.OTHER, "not-carried", "name"));
            assertThat(province.texts("select \"XM\" from \"Qzk\".\"WbJh\" where \"LSH\" = '" + serial + "'"))
                    .isEmpty();
        }
    }

    @Example
    void knowsWhatEachCharsetHas() {
        ProvinceFacts.TextCarrier wide = carrier(gb18030);
        ProvinceFacts.TextCarrier narrow = carrier(gbk);

        assertThat(List.of("䶮", "𠮷", "王小明", "阿卜杜拉·买买提", "\"'; drop table \"Qzk\""))
                .allMatch(wide::carries);
        assertThat(List.of("", " 王", "王　", "王\u0000", "王\u0007", "王\uD842", "王".repeat(21)))
                .noneMatch(wide::carries);
        assertThat(List.of("㐂", "𠮷")).noneMatch(narrow::carries);
        assertThat(narrow.carries("王小明")).isTrue();
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> anything =
                Arbitraries.integers().between(0, 0xFFFF).map(unit -> String.valueOf((char) unit.intValue()));
        Arbitrary<String> han = Arbitraries.integers().between(0x4E00, 0x9FFF).map(Character::toString);
        Arbitrary<String> rare =
                Arbitraries.integers().between(0x20000, 0x323AF).map(Character::toString);
        return Arbitraries.oneOf(anything, han, rare, Arbitraries.of("䶮", "𠮷", "·", "'", "\"", "\\", "?", "$1"))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    private static ProvinceFacts.TextCarrier carrier(ProvinceLink link) {
        return link.facts(Samples.DONGTING).orElseThrow().names();
    }

    private static ProvinceCommand registering(String serial, String name) {
        return new ProvinceCommand.Register(
                Samples.DONGTING,
                serial,
                new InsuredPerson(Samples.CITIZEN_NUMBER, name, Samples.MOBILE),
                ProvinceCommand.Place.WORK_PLACE);
    }
}
