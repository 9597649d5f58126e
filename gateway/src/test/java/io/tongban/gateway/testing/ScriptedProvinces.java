package io.tongban.gateway.testing;

import io.tongban.province.CallCapacity;
import io.tongban.province.CallLog;
import io.tongban.province.Capability;
import io.tongban.province.InsuranceKind;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Facts of four provinces: 44 and 51 open, 31 closed, 11 off, unless the test says else; and whatever reply it wants. */
public final class ScriptedProvinces implements ProvinceLink {
    public static final InsuranceKind PENSION = new InsuranceKind("AAE140:110");
    public static final InsuranceKind MEDICAL = new InsuranceKind("AAE140:310");
    public static final InsuranceKind INJURY = new InsuranceKind("AAE140:410");

    public volatile Set<String> open = Set.of("44", "51");
    public volatile Set<String> off = Set.of("11");
    public volatile int places = 8;
    public volatile int queue = 1000;
    public volatile Capability capability = Capability.ONLINE;
    /** Provinces that have the next two. */
    public volatile Set<String> reconciled = Set.of("44");

    public volatile Capability days = Capability.ONLINE;

    public volatile Capability items = Capability.ONLINE;
    /** Of all provinces, as profiles leave out what they have no transaction for. */
    public volatile Set<TransactionKind> notOffered = Set.of();

    public volatile ProvinceFacts.Hours hours = new ProvinceFacts.Hours(true, null);
    private volatile Function<ProvinceCommand, ProvinceReply> script =
            command -> new ProvinceReply.Unknown(command.serial(), UnknownCause.NOT_CONNECTED);

    public void reply(Function<ProvinceCommand, ProvinceReply> next) {
        this.script = next;
    }

    @Override
    public ProvinceReply send(ProvinceCommand command, CallLog log) {
        return script.apply(command);
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log) {
        return script.apply(command);
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        return provinces().stream().filter(each -> each.code().equals(province)).findFirst();
    }

    @Override
    public List<ProvinceFacts> provinces() {
        return List.of(facts("11"), facts("31"), facts("44"), facts("51"));
    }

    /** Names of the basic plane only, as with GBK. */
    private ProvinceFacts facts(String code) {
        return new ProvinceFacts(
                new ProvinceCode(code),
                "省",
                "Province",
                "soap",
                open.contains(code),
                Set.of(PENSION, MEDICAL),
                name -> name.codePoints().allMatch(Character::isBmpCodePoint),
                capabilities(code),
                hours,
                Instant.parse("2026-11-24T02:00:00Z"),
                off.contains(code) ? ProvinceFacts.Health.OFF : ProvinceFacts.Health.UP,
                new ProvinceFacts.Bounds(queue, Duration.ofHours(72)));
    }

    private Map<TransactionKind, Capability> capabilities(String code) {
        Map<TransactionKind, Capability> all = new EnumMap<>(TransactionKind.class);
        for (TransactionKind kind : TransactionKind.values()) {
            if (kind.hasEffect()) {
                all.put(kind, capability);
            }
        }
        all.put(TransactionKind.QUERY_STATUS, Capability.ONLINE);
        all.put(TransactionKind.DAY_TOTALS, reconciled.contains(code) ? days : Capability.NONE);
        all.put(TransactionKind.DAY_ITEMS, reconciled.contains(code) ? items : Capability.NONE);
        all.keySet().removeAll(notOffered);
        return all;
    }

    @Override
    public CallCapacity turn(ProvinceCode province) {
        return new CallCapacity(places, null);
    }

    @Override
    public Optional<String> reload() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
