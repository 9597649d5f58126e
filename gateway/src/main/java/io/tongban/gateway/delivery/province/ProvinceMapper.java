package io.tongban.gateway.delivery.province;

import io.tongban.api.change.InsuranceChangeKind;
import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceCapabilities;
import io.tongban.api.province.ProvinceCapability;
import io.tongban.api.province.ProvinceHealth;
import io.tongban.api.province.ProvinceState;
import io.tongban.province.Capability;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.TransactionKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** From what we know to the contract's records. */
final class ProvinceMapper {
    private ProvinceMapper() {}

    static Province toWire(ProvinceView view) {
        ProvinceFacts facts = view.facts();
        return new Province(
                facts.code().value(),
                facts.nameZh(),
                facts.nameEn(),
                facts.dialect(),
                facts.insurances().stream().map(InsuranceKind::value).sorted().toList(),
                new ProvinceCapabilities(
                        capability(facts, TransactionKind.REGISTER),
                        capability(facts, TransactionKind.WITHHOLD),
                        capability(facts, TransactionKind.QUERY_STATUS),
                        changes(facts)),
                view.open(),
                view.until(),
                ProvinceState.valueOf(view.state().name()),
                ProvinceHealth.valueOf(facts.health().name()),
                wholeSeconds(view.typical()),
                view.expectedBy(),
                view.waiting());
    }

    private static List<InsuranceChangeKind> changes(ProvinceFacts facts) {
        return Arrays.stream(InsuranceChangeKind.values())
                .filter(kind -> facts.capability(TransactionKind.valueOf(kind.name())) != Capability.NONE)
                .toList();
    }

    private static ProvinceCapability capability(ProvinceFacts facts, TransactionKind command) {
        return ProvinceCapability.valueOf(facts.capability(command).name());
    }

    /** Rounded up: nothing takes no time. */
    private static long wholeSeconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
