package io.tongban.gateway.certification;

import io.tongban.api.certification.CaseVerdict;
import io.tongban.api.certification.Certification;
import io.tongban.api.certification.CertificationCase;
import java.time.Instant;
import java.util.List;

/** Between runs and the contract's records. */
final class CertificationMapper {
    private CertificationMapper() {}

    static Certification toWire(CertificationRun run, List<Judged> cases, Instant now) {
        return new Certification(
                run.id(),
                run.suite(),
                run.version(),
                run.startedAt(),
                run.endsAt(),
                run.end(now),
                cases.stream().map(CertificationMapper::toWire).toList());
    }

    private static CertificationCase toWire(Judged each) {
        Judgement judgement = each.judgement();
        return new CertificationCase(
                each.name(),
                each.title(),
                each.titleZh(),
                CaseVerdict.valueOf(judgement.verdict().name()),
                judgement.detail(),
                judgement.request() == null ? null : judgement.request().id());
    }
}
