package io.tongban.province.dialect.soap;

import static io.tongban.province.dialect.soap.VendorSystem.FILE;
import static io.tongban.province.dialect.soap.VendorSystem.KNOWN;
import static io.tongban.province.dialect.soap.VendorSystem.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.SoapStub;
import io.tongban.province.nearside.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a call says who calls, where no sign-in does. */
class SignedCallsTest {
    @TempDir
    Path folder;

    private VendorSystem system;

    @BeforeEach
    void open() {
        system = new VendorSystem(folder);
    }

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void putsWhatTheProfileSaysIntoTheHeader() {
        system.links.edit(
                FILE,
                "serial serial]\n",
                "serial serial]\n  soap-header: [operator AuthHeader/User, password AuthHeader/Password]\n");
        system.links.edit(
                FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        system.province.answering("0000", KNOWN);

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text())
                .contains("<soap:Header><AuthHeader xmlns=\"http://sandbox.tongban.io/si/soap\"><User>TONGBAN</User>"
                        + "<Password>secret-of-44</Password></AuthHeader></soap:Header>");
    }

    @Test
    void signsByUsernameTokenAsText() {
        system.options("ws-security: text");
        system.links.edit(
                FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        system.province.answering("0000", KNOWN);

        assertThat(system.registered()).isEqualTo(REGISTERED);
        assertThat(system.sent().text())
                .contains("<wsse:Username>TONGBAN</wsse:Username><wsse:Password Type=\"http://docs.oasis-open.org/wss/"
                        + "2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText\">secret-of-44<");
    }

    @Test
    void signsByUsernameTokenAsDigestThatIsFreshForEachCall() throws Exception {
        system.options("ws-security: digest");
        system.links.edit(
                FILE, "operator: TONGBAN\n", "operator: TONGBAN\npassword: ${tongban.province.44.password}\n");
        system.province.answering("0000", KNOWN);

        try (ProvinceLink link = system.links.open()) {
            link.send(Samples.register(Samples.GUANGDONG));
            link.send(Samples.register(Samples.GUANGDONG));
        }

        String first = requireDigest(system.province.wholes.get(0).text());
        assertThat(requireDigest(system.province.wholes.get(1).text())).isNotEqualTo(first);
    }

    /** Returns the nonce. */
    private static String requireDigest(String envelope) throws Exception {
        String nonce = envelope.replaceAll("(?s).*<wsse:Nonce [^>]*>([^<]+)<.*", "$1");
        String created = SoapStub.field(envelope, "wsu:Created");
        assertThat(created).isEqualTo("2026-11-23T09:52:00Z");
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(Base64.getDecoder().decode(nonce));
        sha1.update((created + "secret-of-44").getBytes(StandardCharsets.UTF_8));
        assertThat(envelope)
                .contains("#PasswordDigest\">" + Base64.getEncoder().encodeToString(sha1.digest()) + "<")
                .doesNotContain("secret-of-44");
        return nonce;
    }
}
