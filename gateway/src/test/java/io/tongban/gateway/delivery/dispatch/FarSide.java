package io.tongban.gateway.delivery.dispatch;

import io.tongban.province.CallCapacity;
import io.tongban.province.CallLog;
import io.tongban.province.Capability;
import io.tongban.province.ProvinceCall;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A province that books by serial, as real ones do, and whose replies the test can bend on their way back. */
final class FarSide implements ProvinceLink {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();
    final Map<String, Integer> sends = new ConcurrentHashMap<>();
    final Queue<UnaryOperator<ProvinceReply>> faults = new ConcurrentLinkedQueue<>();
    final Queue<Instant> resumed = new ConcurrentLinkedQueue<>();
    final AtomicInteger availability = new AtomicInteger();
    volatile int places = 8;
    volatile Capability capability = Capability.ONLINE;
    private final Death death;

    FarSide(Death death) {
        this.death = death;
    }

    @Override
    public ProvinceReply send(ProvinceCommand command, CallLog log) {
        calls.add("send");
        death.at("before send");
        return told(log, TransactionKind.REGISTER, book(command));
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log) {
        calls.add("resume");
        resumed.add(firstSent);
        if (sends.containsKey(command.serial())) {
            return told(log, TransactionKind.INQUIRE, bend(accepted(command)));
        }
        return told(log, TransactionKind.REGISTER, book(command));
    }

    private static ProvinceReply told(CallLog log, TransactionKind kind, ProvinceReply reply) {
        String cause =
                reply instanceof ProvinceReply.Unknown unknown ? unknown.cause().word() : null;
        String outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        log.called(new ProvinceCall(kind, Instant.now(), Duration.ZERO, outcome, cause, null));
        return reply;
    }

    private ProvinceReply book(ProvinceCommand command) {
        sends.merge(command.serial(), 1, Integer::sum);
        death.at("after send");
        return bend(accepted(command));
    }

    private ProvinceReply bend(ProvinceReply reply) {
        UnaryOperator<ProvinceReply> fault = faults.poll();
        return fault == null ? reply : fault.apply(reply);
    }

    private static ProvinceReply accepted(ProvinceCommand command) {
        return accepted(command.serial(), 100);
    }

    static ProvinceReply accepted(String serial, long amountFen) {
        return new ProvinceReply.Accepted(
                serial, new ProvinceDetail.Withheld("R1", amountFen, Instant.parse("2026-11-23T01:00:00Z")));
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        return Optional.of(new ProvinceFacts(
                province,
                "广东省",
                "Guangdong",
                "soap",
                true,
                Set.of(),
                name -> true,
                Map.of(TransactionKind.REGISTER, capability),
                new ProvinceFacts.Hours(true, null),
                Instant.EPOCH,
                ProvinceFacts.Health.UP,
                new ProvinceFacts.Bounds(1000, Duration.ofDays(3))));
    }

    @Override
    public List<ProvinceFacts> provinces() {
        return List.of();
    }

    @Override
    public CallCapacity turn(ProvinceCode province) {
        availability.incrementAndGet();
        return new CallCapacity(places, null);
    }

    @Override
    public Optional<String> reload() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
