package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever length comes back, and whatever follows it, however the province writes lengths: never a yes. */
class HostileLengthsTest {
    private record Province(int digits, TcpStub stub, ProvinceLink link) {}

    private static final List<Province> PROVINCES = new ArrayList<>();

    @BeforeContainer
    static void open() throws IOException {
        for (int digits : new int[] {4, 8}) {
            for (String counted : new String[] {"no", "yes"}) {
                TcpStub stub = new TcpStub(digits, counted.equals("yes"));
                ProvinceLink link = new Links(Files.createTempDirectory("profiles"))
                        .edit(
                                "51-sichuan.yaml",
                                "insurances:",
                                "options: {length-octets: " + digits + ", length-counts-itself: '" + counted
                                        + "'}\ninsurances:")
                        .set("tongban.province.51.endpoint", stub.endpoint())
                        .open();
                PROVINCES.add(new Province(digits, stub, link));
            }
        }
    }

    @AfterContainer
    static void close() throws IOException {
        for (Province province : PROVINCES) {
            province.link().close();
            province.stub().close();
        }
    }

    @Property(tries = 100)
    void rawBytes(@ForAll @IntRange(max = 3) int province, @ForAll @Size(max = 200) byte[] bytes) {
        assertNotAccepted(PROVINCES.get(province), bytes);
    }

    @Property(tries = 100)
    void digitsAndThenAnything(
            @ForAll @IntRange(max = 3) int province,
            @ForAll @IntRange(max = 99_999_999) int length,
            @ForAll @Size(max = 200) byte[] bytes) {
        String digits = String.format("%08d", length)
                .substring(8 - PROVINCES.get(province).digits());
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(bytes);
        assertNotAccepted(PROVINCES.get(province), frame.toByteArray());
    }

    private static void assertNotAccepted(Province province, byte[] answer) {
        province.stub().script = (request, out, socket) -> out.write(answer);

        assertThat(province.link().send(Samples.withhold(Samples.SICHUAN)))
                .isNotInstanceOf(ProvinceReply.Accepted.class);
    }
}
