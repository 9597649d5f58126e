package io.tongban.gateway.dispatch;

import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A province that books by serial, as real ones do, and whose replies the test can bend on their way back. */
final class FarSide implements ProvinceLink {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();
    final Map<String, Integer> sends = new ConcurrentHashMap<>();
    final Queue<UnaryOperator<ProvinceReply>> faults = new ConcurrentLinkedQueue<>();
    final Queue<Instant> resumed = new ConcurrentLinkedQueue<>();
    private final Death death;

    FarSide(Death death) {
        this.death = death;
    }

    @Override
    public ProvinceReply send(ProvinceCommand command, CallLog log) {
        calls.add("send");
        death.at("before send");
        return book(command);
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log) {
        calls.add("resume");
        resumed.add(firstSent);
        return sends.containsKey(command.serial()) ? bend(accepted(command)) : book(command);
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
        return new ProvinceReply.Accepted(
                command.serial(), new ProvinceDetail.Withheld("R1", 100, Instant.parse("2026-11-23T01:00:00Z")));
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        return Optional.empty();
    }

    @Override
    public List<ProvinceFacts> provinces() {
        return List.of();
    }

    @Override
    public Turn turn(ProvinceCode province) {
        return new Turn(Integer.MAX_VALUE, null);
    }

    @Override
    public Optional<String> reload() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
