package io.tongban.gateway.delivery.dispatch;

import io.tongban.gateway.testing.House;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceInbox;

/** The rooms of a house, dispatching by hand. */
public final class Dispatching {
    private Dispatching() {}

    public static ProvinceInbox inbox(House house) {
        return house.get(Acknowledgements.class);
    }

    /** Hands the subject to a person, as after a reply that no inquiry can mend. */
    public static void handOver(House house, ProvinceOperation task, String subjectId, String reason) {
        Handover handover = house.get(Handover.class);
        house.jdbi.useTransaction(handle -> {
            handle.execute("delete from outbox where subject_id = ?", subjectId);
            handover.waitForPerson(handle, task, subjectId, new ProvinceCode("44"), reason, House.NOW);
        });
    }
}
