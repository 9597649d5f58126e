package io.tongban.sandbox.launcher;

import io.tongban.api.agency.PartnerKind;
import io.tongban.sandbox.population.Platform;
import io.tongban.sandbox.population.Population;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client of realm {@code tongban} that the register has to know.
 *
 * @param creditCode unified social credit code (GB 32100) of a payer; well-formed, and nobody's
 */
record SandboxPartner(
        String clientId,
        String name,
        PartnerKind kind,
        @Nullable String creditCode) {
    static final List<SandboxPartner> ALL = Stream.concat(
                    Population.platforms().stream().map(SandboxPartner::of),
                    Stream.of(
                            // Keys of the other two kinds; they have no workers in the demo.
                            new SandboxPartner("xingyun-live", "星云直播", PartnerKind.PLATFORM, "91339900MA0XGYUN67"),
                            new SandboxPartner("yuntu-freight", "云途货运", PartnerKind.PLATFORM, "91379900MA0YUNTU4Y"),
                            new SandboxPartner("yinzhan-limited", "银栈", PartnerKind.BANK, null),
                            new SandboxPartner("nanling-bank", "南岭银行", PartnerKind.BANK, "91440000MA0NANLNG1"),
                            new SandboxPartner("jialing-bank", "嘉陵银行", PartnerKind.BANK, "91510000MA0JALNGB8"),
                            // Without software of its own: it uses the counter page.
                            new SandboxPartner("yunling-rural-bank", "云岭村镇银行", PartnerKind.BANK, "91530000MA0YUNLG17"),
                            new SandboxPartner("tongban-agency", "经办机构", PartnerKind.AGENCY, null),
                            new SandboxPartner("agency-trainee", "经办机构见习", PartnerKind.AGENCY, null),
                            new SandboxPartner("other-audience", "别处的受众", PartnerKind.BANK, null),
                            new SandboxPartner("short-lived", "短命令牌", PartnerKind.BANK, null)))
            .toList();

    private static SandboxPartner of(Platform platform) {
        return new SandboxPartner(platform.clientId(), platform.name(), PartnerKind.PLATFORM, platform.creditCode());
    }
}
