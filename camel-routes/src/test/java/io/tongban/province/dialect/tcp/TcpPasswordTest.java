package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Links;
import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.TcpStub;
import io.tongban.province.nearside.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that stands in each frame as it is. */
class TcpPasswordTest {
    private final TcpStub province = new TcpStub();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        province.close();
    }

    @Test
    void standsInTheHeadInPlaceOfAKey() {
        province.answering("D404", "");

        try (ProvinceLink link = links("key 16]", "password 16]", "pass word").open()) {
            link.send(Samples.withhold(Samples.SICHUAN));
        }

        byte[] request = province.requests.get(0);
        assertThat(TcpStub.text(request, 48, 16)).isEqualTo("pass word       ");
    }

    @Test
    void standsInABodyToo() {
        province.answering("D404", "");

        try (ProvinceLink link = links(
                        "[person-number 12, citizen-number 18]", "[person-number 12, password 8]", "secret")
                .open()) {
            link.send(Samples.query(Samples.SICHUAN));
        }

        byte[] request = province.requests.get(0);
        assertThat(TcpStub.text(request, request.length - 8, 8)).isEqualTo("secret  ");
    }

    /** Else each command would be refused for it, as if the command were at fault. */
    @Test
    void thatDoesNotFitItsPlaceStopsTheStart() {
        assertThatThrownBy(links("key 16]", "password 6]", "secrets")::open)
                .hasMessageContaining("\"password\" does not fit its place in a request")
                .hasMessageNotContaining("secrets");
    }

    private Links links(String old, String now, String password) {
        return new Links(folder)
                .set("tongban.province.51.endpoint", province.endpoint())
                .set("tongban.province.51.password", password)
                .edit("51-sichuan.yaml", old, now);
    }
}
