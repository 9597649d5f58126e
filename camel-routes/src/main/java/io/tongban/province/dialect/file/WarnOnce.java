package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of what stays wrong once, and again only when it is wrong in another way. Words and names, no content. */
final class WarnOnce {
    private static final Logger LOG = LoggerFactory.getLogger(WarnOnce.class);
    private static final int MOST = 1000;

    private final ProvinceCode province;
    private final Map<String, String> said = new LinkedHashMap<>();

    WarnOnce(ProvinceCode province) {
        this.province = province;
    }

    void about(String what, String wrong) {
        if (!wrong.equals(said.put(what, wrong))) {
            LOG.warn("province {}: {}: {}", province, what, wrong);
        }
        if (said.size() > MOST) {
            said.remove(said.keySet().iterator().next());
        }
    }

    void settled(String what) {
        if (said.remove(what) != null) {
            LOG.info("province {}: {}: all right again", province, what);
        }
    }
}
