package io.tongban.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer's first program reads. */
class PartnerFilesTest {
    @TempDir
    Path target;

    @Test
    void holdThePrivateKeyOfEachPlatformAndOfTheAgencyAndNoBanks() throws Exception {
        Map<String, JWK> keys = new HashMap<>();
        for (SandboxPartner partner : SandboxPartner.ALL) {
            keys.put(
                    partner.clientId(),
                    new ECKeyGenerator(Curve.P_256).keyID(partner.clientId()).generate());
        }
        Path folder = target.resolve("partners");

        PartnerFiles.write(keys::get, "an authority", folder);

        for (String client : new String[] {"fengsong-delivery", "xingyun-live", "yuntu-freight", "tongban-agency"}) {
            assertThat(JWK.parse(Files.readString(folder.resolve(client + ".jwk.json"))))
                    .isEqualTo(keys.get(client))
                    .matches(JWK::isPrivate);
        }
        assertThat(folder.resolve("nanling-bank.jwk.json")).doesNotExist();
        assertThat(folder.resolve("ca.pem")).hasContent("an authority");
    }
}
