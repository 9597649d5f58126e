package io.tongban.gateway.delivery.province;

import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceApi;
import io.tongban.api.province.ProvinceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The provinces over HTTP. */
@ApplicationScoped
public class ProvinceResource implements ProvinceApi {
    private final ProvinceService provinces;

    @Inject
    public ProvinceResource(ProvinceService provinces) {
        this.provinces = provinces;
    }

    @Override
    public ProvinceList listProvinces() {
        return new ProvinceList(
                provinces.list().stream().map(ProvinceMapper::toWire).toList());
    }

    @Override
    public Province readProvince(String code) {
        return ProvinceMapper.toWire(provinces.read(code));
    }
}
