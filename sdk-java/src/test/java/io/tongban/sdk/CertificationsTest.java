package io.tongban.sdk;

import static io.tongban.sdk.farside.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.api.certification.CertificationPage;
import io.tongban.api.certification.CertificationSummary;
import io.tongban.sdk.farside.AgencySamples;
import io.tongban.sdk.farside.Received;
import io.tongban.sdk.farside.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CertificationsTest {
    private final Scene scene = new Scene();
    private final Tongban tongban = scene.client();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void walksThePartnersRunsFromPageToPage() {
        scene.gateway().answer(page("crt_2", "crt_3", "crt_2"), page(null, "crt_1"));

        assertThat(tongban.certifications().list())
                .extracting(CertificationSummary::id)
                .containsExactly("crt_3", "crt_2", "crt_1");

        assertThat(scene.gateway().received())
                .extracting(Received::target)
                .containsExactly("/v1/certifications", "/v1/certifications?cursor=crt_2");
    }

    /** After a restart, too, the same approval has the same key; for another province it has another. */
    @Test
    void namesAnApprovalByItsRunAndProvince() {
        Reply approved = Reply.of(201, AgencySamples.CERTIFICATION_APPROVAL);
        scene.gateway().answer(approved, approved, approved);
        var order = AgencySamples.CERTIFICATION_APPROVAL_ORDER;

        tongban.agency().approveCertification("crt_1", order);
        tongban.agency().approveCertification("crt_1", order);
        tongban.agency()
                .approveCertification("crt_1", order.toBuilder().province("51").build());

        List<String> keys = scene.gateway().received().stream()
                .map(each -> each.field("Idempotency-Key").orElseThrow())
                .toList();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(scene.gateway().received().get(0).target()).isEqualTo("/v1/admin/certifications/crt_1/approvals");
        assertThat(scene.gateway().received().get(0).body()).isEqualTo("{\"province\":\"44\"}");
    }

    private static Reply page(@Nullable String next, String... ids) {
        return Reply.of(
                200,
                new CertificationPage(
                        List.of(ids).stream()
                                .map(id ->
                                        new CertificationSummary(id, "platform", "1", NOW, NOW, null, null, List.of()))
                                .toList(),
                        next));
    }
}
