package io.tongban.sdk;

import io.tongban.api.province.Province;
import io.tongban.api.province.ProvinceList;
import io.tongban.sdk.internal.call.Call;
import io.tongban.sdk.internal.call.Caller;
import io.tongban.sdk.internal.call.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What each province takes, whether it is open, and how long an outcome takes. */
public final class Provinces {
    private static final String PATH = "/v1/provinces";

    private final Caller caller;

    Provinces(Caller caller) {
        this.caller = caller;
    }

    /** All that are connected, by code. */
    public List<Province> list() {
        return caller.call(listing()).items();
    }

    public CompletableFuture<List<Province>> listAsync() {
        return caller.start(listing()).thenApply(ProvinceList::items);
    }

    /**
     * Refused with {@code not-found} if there is none.
     *
     * @param code first two digits of its GB/T 2260 code
     */
    public Province get(String code) {
        return caller.call(reading(code));
    }

    public CompletableFuture<Province> getAsync(String code) {
        return caller.start(reading(code));
    }

    private static Call<ProvinceList> listing() {
        return Call.read("listProvinces", PATH, ProvinceList.class);
    }

    private static Call<Province> reading(String code) {
        return Call.read("readProvince", PATH + "/" + Target.segment(code), Province.class);
    }
}
