package io.tongban.province.delivery;

import io.tongban.province.CallCapacity;
import io.tongban.province.CallLog;
import io.tongban.province.ProvinceCode;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceFacts;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.Serials;
import io.tongban.province.profile.OffProvince;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The way out to all provinces: sends by the version in force today, and inquires, where it was sent first, before it
 * sends a second time.
 */
final class Delivery implements ProvinceLink {
    /** Where there is no version today, one may be put into the folder at any time. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final ChannelRegistry registry;
    private final Resumption resumption;
    private final Clock clock;
    private final AutoCloseable resources;

    /** @param resources closed together with this */
    Delivery(ChannelRegistry registry, Serials serials, Clock clock, AutoCloseable resources) {
        this.registry = registry;
        this.resumption = new Resumption(serials);
        this.clock = clock.withZone(ProvinceProfile.ZONE);
        this.resources = resources;
    }

    @Override
    public ProvinceReply send(ProvinceCommand command, CallLog log) {
        return through(command, today(), channel -> channel.call(command, log))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no profile is in force today for province " + command.province()));
    }

    @Override
    public ProvinceReply resume(ProvinceCommand command, Instant firstSent, CallLog log) {
        if (!hasEffect(command)) {
            return send(command, log);
        }
        LocalDate day = LocalDate.ofInstant(firstSent, ProvinceProfile.ZONE);
        return through(command, day, channel -> resumption.resume(channel, command, channel.inForce(today()), log))
                .orElseGet(() -> Resumption.unknown(command, without(command)));
    }

    /** A province that was turned off may be turned on again; what ended with its version is for a person. */
    private UnknownCause without(ProvinceCommand command) {
        return registry.now().off().containsKey(command.province())
                ? UnknownCause.NOT_CONNECTED
                : UnknownCause.VERSION_ENDED;
    }

    /** The lane of that day's version, which stays in service until the call has ended. */
    private Optional<ProvinceReply> through(
            ProvinceCommand command, LocalDate day, Function<ProvinceChannel, ProvinceReply> call) {
        while (true) {
            Optional<ProvinceChannel> channel = registry.now().inForce(command.province(), day);
            if (channel.isEmpty()) {
                return Optional.empty();
            }
            ReferenceCount usage = channel.get().usage();
            if (usage.begin()) {
                try {
                    return Optional.of(call.apply(channel.get()));
                } finally {
                    usage.end();
                }
            }
            // It has just left service, so there are other lanes now.
        }
    }

    @Override
    public CallCapacity turn(ProvinceCode province) {
        Instant now = clock.instant();
        return registry.now()
                .inForce(province, today())
                .map(channel -> channel.turn(now))
                .orElseGet(() -> new CallCapacity(0, now.plus(LOOK_AGAIN)));
    }

    @Override
    public Optional<String> reload() {
        return registry.reload();
    }

    @Override
    public Optional<ProvinceFacts> facts(ProvinceCode province) {
        LocalDate today = today();
        ProvinceChannels channels = registry.now();
        return channels.nearest(province, today)
                .map(channel -> channel.facts(today, clock.instant()))
                .or(() -> Optional.ofNullable(channels.off().get(province)).map(off -> facts(off, clock.instant())));
    }

    @Override
    public List<ProvinceFacts> provinces() {
        ProvinceChannels channels = registry.now();
        return Stream.concat(channels.provinces().stream(), channels.off().keySet().stream())
                .sorted()
                .flatMap(province -> facts(province).stream())
                .toList();
    }

    private static ProvinceFacts facts(OffProvince off, Instant now) {
        return new ProvinceFacts(
                off.code(),
                off.nameZh(),
                off.nameEn(),
                off.dialect(),
                false,
                off.insurances(),
                name -> false,
                Map.of(),
                new ProvinceFacts.Hours(false, null),
                now.plus(off.patience().typical()),
                ProvinceFacts.Health.OFF,
                new ProvinceFacts.Bounds(off.queue(), off.patience().giveUpAfter()));
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException("the routes did not stop", e);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean hasEffect(ProvinceCommand command) {
        return TransactionKind.of(command).hasEffect();
    }
}
