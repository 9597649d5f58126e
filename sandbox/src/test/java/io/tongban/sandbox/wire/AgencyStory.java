package io.tongban.sandbox.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tongban.api.agency.PartnerKeys;
import io.tongban.api.agency.PartnerKind;
import io.tongban.api.agency.PartnerRegistration;
import io.tongban.api.agency.PartnerState;
import io.tongban.api.agency.ProvinceControl;
import io.tongban.api.agency.TaskOutcome;
import io.tongban.api.agency.TaskResolution;
import io.tongban.api.province.ProvinceState;
import io.tongban.sdk.ReviewTaskQuery;
import io.tongban.sdk.Tongban;
import java.util.List;
import java.util.Map;

/** What an agency does, as far as it leaves nothing behind that others would stumble over. */
final class AgencyStory {
    private final Tongban agency;
    private final StoryPapers papers;
    private final StoryTranscript transcript;

    AgencyStory(Tongban agency, StoryPapers papers, StoryTranscript transcript) {
        this.agency = agency;
        this.papers = papers;
        this.transcript = transcript;
    }

    void tell() {
        String clientId = papers.reference("partner");
        PartnerRegistration registration = PartnerRegistration.builder()
                .clientId(clientId)
                .name("新伙伴")
                .kind(PartnerKind.PLATFORM)
                .creditCode("91350100M000100Y43")
                .jwks(keys("story-1"))
                .build();
        transcript.does("a partner", () -> agency.agency().register(registration));
        transcript.does("a partner, repeated", () -> agency.agency().register(registration));
        transcript.isRefused(
                "a partner, otherwise",
                () -> agency.agency()
                        .register(registration.toBuilder().name("别的").build()));
        transcript.isRefused(
                "keys that are none",
                () -> agency.agency()
                        .replaceKeys(
                                clientId, PartnerKeys.builder().jwks(Map.of()).build()));
        transcript.does(
                "new keys",
                () -> agency.agency()
                        .replaceKeys(
                                clientId,
                                PartnerKeys.builder().jwks(keys("story-2")).build()));
        transcript.isRefused(
                "own keys without the one that signs",
                () -> agency.agency()
                        .replaceKeys(
                                "tongban-agency",
                                PartnerKeys.builder().jwks(keys("story-3")).build()));
        transcript.does("suspended", () -> agency.agency().changeState(clientId, PartnerState.SUSPENDED));
        transcript.does("a partner, read", () -> agency.agency().get(clientId));
        transcript.isRefused("no partner", () -> agency.agency().get("nobody-at-all"));
        transcript.does(
                "is among all",
                () -> agency.agency().list().stream()
                        .anyMatch(each -> each.clientId().equals(clientId)));
        transcript.does("a province is let run, once more", () -> {
            // How often it was changed before the story, each gateway knows for itself.
            ProvinceControl before = agency.agency().changeProvinceState("54", ProvinceState.RUNNING, "It runs");
            ProvinceControl after = agency.agency().changeProvinceState("54", ProvinceState.RUNNING, "It runs on");
            return List.of(after.state(), after.reason(), after.changedBy(), after.revision() - before.revision());
        });
        transcript.isRefused(
                "no province is let run",
                () -> agency.agency().changeProvinceState("99", ProvinceState.RUNNING, "It is none"));
        transcript.does(
                "a new key", () -> agency.agency().rotateGatewayKey().kid().isEmpty());
        transcript.does("alerts", () -> agency.agency().alerts().size() >= 0);
        transcript.does("the log", () -> agency.agency().verifyAudit().intact());
        transcript.does(
                "tasks",
                () -> agency.reviewTasks().list(ReviewTaskQuery.all().ofProvince("54")).stream()
                        .count());
        transcript.isRefused("no task", () -> agency.reviewTasks().get("tsk_0"));
        transcript.isRefused(
                "no task is settled",
                () -> agency.reviewTasks()
                        .settle(
                                "tsk_0",
                                TaskResolution.builder()
                                        .outcome(TaskOutcome.NOT_BOOKED)
                                        .note("There is none")
                                        .build()));
    }

    private static Map<String, Object> keys(String keyId) {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate())
                    .toPublicJWKSet()
                    .toJSONObject();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
