package io.tongban.gateway.delivery.province;

import io.tongban.province.ProvinceCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** One row for each province whose state was ever changed. */
final class ProvinceControlStore {
    private ProvinceControlStore() {}

    static Control put(
            Handle handle, ProvinceCode province, OperatorState state, String reason, Instant at, String by) {
        long revision = handle.createQuery("""
                        insert into province_control (province, state, reason, changed_at, changed_by)
                        values (:province, :state, :reason, :at, :by)
                        on conflict (province) do update
                           set state = excluded.state, reason = excluded.reason,
                               changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                               revision = province_control.revision + 1
                        returning revision
                        """)
                .bind("province", province.value())
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .mapTo(Long.class)
                .one();
        return new Control(province, state, reason, at, by, revision);
    }

    static Map<ProvinceCode, OperatorState> states(Handle handle) {
        return handle
                .createQuery("select province, state from province_control")
                .map((row, context) -> Map.entry(
                        new ProvinceCode(row.getString("province")), OperatorState.valueOf(row.getString("state"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
