package io.tongban.province.conformance;

import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceInbox;
import io.tongban.province.ProvinceReply;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what arrives unasked while the checks run. */
final class ReplyBox implements ProvinceInbox {
    private final Map<String, ProvinceReply> bySerial = new ConcurrentHashMap<>();
    private final Set<String> reversed = ConcurrentHashMap.newKeySet();
    private final Exchanges exchanges;

    ReplyBox(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void arrived(ProvinceCode province, ProvinceReply reply) {
        bySerial.put(reply.serial(), reply);
    }

    @Override
    public void reversed(ProvinceCode province, String serial, Instant at) {
        reversed.add(serial);
    }

    @Override
    public void unreadable(ProvinceCode province, String why, byte[] octets) {
        exchanges.arrived(why, octets);
    }

    Optional<ProvinceReply> find(String serial) {
        return Optional.ofNullable(bySerial.get(serial)).filter(reply -> !(reply instanceof ProvinceReply.Pending));
    }

    boolean isReversed(String serial) {
        return reversed.contains(serial);
    }
}
