package io.tongban.gateway.console;

import io.tongban.gateway.delivery.province.ProvinceAdmission;
import io.tongban.province.ProvinceCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What provinces are called, by their profiles. */
@ApplicationScoped
class ProvinceNames {
    private final ProvinceAdmission provinces;

    @Inject
    ProvinceNames(ProvinceAdmission provinces) {
        this.provinces = provinces;
    }

    Notice of(ProvinceCode province) {
        return provinces
                .find(province)
                .map(facts -> new Notice(facts.nameZh(), facts.nameEn()))
                .orElse(new Notice(province.value(), province.value()));
    }
}
