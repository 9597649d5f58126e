package io.tongban.gateway.delivery.province;

import io.tongban.gateway.platform.outbox.OutboxEntry;
import io.tongban.gateway.platform.principal.Actor;
import io.tongban.province.ProvinceCode;

/** How a province is called where there is only text: in the outbox and in the audit log. */
public final class ProvinceKeys {
    private ProvinceKeys() {}

    /** Where commands to a province wait. */
    public static String lane(ProvinceCode province) {
        return "province:" + province;
    }

    /** The province as the one who acts, in the audit log. */
    public static Actor actor(ProvinceCode province) {
        return new Actor.Province(province.value());
    }

    /**
     * A command to a province, in its lane. Commands for one person go out in the order of their acceptance, whatever
     * they are: nobody can be withheld for before they are registered.
     */
    public static OutboxEntry command(String kind, String subjectId, ProvinceCode province, String personId) {
        return new OutboxEntry(kind, subjectId, lane(province), personId + ":" + province);
    }
}
