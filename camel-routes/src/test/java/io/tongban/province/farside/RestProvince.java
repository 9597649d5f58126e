package io.tongban.province.farside;

import io.tongban.province.Links;
import io.tongban.province.ProvinceCode;
import java.nio.file.Path;
import java.util.List;

/** Zhejiang as a stub, and a link that knows its keys: what most tests of the dialect rest begin with. */
public final class RestProvince implements AutoCloseable {
    public static final ProvinceCode ZHEJIANG = new ProvinceCode("33");
    public static final String PREFIX = "tongban.province.33.";

    public final Seal.Pair theirs = Seal.Pair.fresh();
    public final Seal.Pair ours = Seal.Pair.fresh();
    public final RestStub stub = new RestStub(Seal.sm2(theirs, ours.publicKey()));
    public final Links links;

    public RestProvince(Path folder) {
        links = new Links(folder)
                .set(PREFIX + "endpoint", stub.endpoint())
                .set(PREFIX + "private-key", ours.privateKey())
                .set(PREFIX + "province-key", theirs.publicKey());
    }

    /** @param signature as the profile's option says it */
    public RestProvince signing(String signature) {
        if (signature.equals("hmac-sm3")) {
            links.edit("33-zhejiang.yaml", "signature: sm2 ", "signature: hmac-sm3 ");
            // Keys that no signature would use are refused.
            for (String key : List.of("private-key", "province-key", "province-key-next")) {
                links.edit("33-zhejiang.yaml", "  " + key + ":", "  # " + key + ":");
            }
            stub.seal = Seal.hmac("secret-of-33");
        }
        return this;
    }

    @Override
    public void close() {
        stub.close();
    }
}
