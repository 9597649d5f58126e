package io.tongban.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongban.sandbox.province.Simulator;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway runs the provinces that it is configured for, and says which are off. */
@ExtendWith(RunningSandbox.class)
class ProvincesThatRunTest {
    private final TestSandbox sandbox;
    private Node few;

    ProvincesThatRunTest(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Nothing but Guangdong and Sichuan is configured there. */
    @BeforeEach
    void startANodeOfTwoProvinces() throws Exception {
        Map<String, String> properties = new HashMap<>();
        for (Simulator province : sandbox.stack().provinces()) {
            String code = province.provinceCode();
            if (!code.equals("44") && !code.equals("51")) {
                province.properties()
                        .keySet()
                        .forEach(name -> properties.put("tongban.province." + code + "." + name, ""));
            }
        }
        few = Node.of(sandbox.stack().startNode("two-provinces", properties), sandbox);
    }

    @AfterEach
    void stop() {
        few.close();
    }

    @Test
    void thoseThatAreNotConfiguredAreOff() throws Exception {
        ByHand partner = few.partner("fengsong-delivery");

        JsonNode provinces = few.wire().send(partner.get("/v1/provinces")).json();
        assertThat(provinces.findValuesAsText("code")).hasSize(32).isSorted();
        for (JsonNode province : provinces.findParents("health")) {
            boolean on = province.get("code").asText().matches("44|51");
            assertThat(province.get("health").asText()).isEqualTo(on ? "UP" : "OFF");
            assertThat(province.at("/capabilities/withhold").asText()).isEqualTo(on ? "ONLINE" : "NONE");
            assertThat(province.hasNonNull("expectedBy")).isEqualTo(on);
        }

        Answer refused = few.wire().send(partner.post("/v1/workers", sandbox.registration("11")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("province-unknown");
        Answer taken = few.wire().send(partner.post("/v1/workers", sandbox.registration("44")));
        assertThat(taken.status()).as("%s", new String(taken.body())).isEqualTo(201);

        assertThat(Files.readString(sandbox.stack().folder().resolve("two-provinces.log")))
                .contains("2 profiles in service: [44, 51]")
                .contains("off, because no property is set that their profiles ask for")
                .contains("[11, 12, 13,");
    }
}
