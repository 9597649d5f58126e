package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceFacts.TextCarrier;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.Dialect;
import io.tongban.province.dialect.Serials;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.DialectNeeds;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;

/** Speaks {@code docs/dialects/soap.md} through a CXF client. */
public final class SoapDialect implements Dialect {
    private final Clock clock;
    private final Serials serials;
    private final Bus bus;

    public SoapDialect(Clock clock, Serials serials) {
        this.clock = clock;
        this.serials = serials;
        this.bus = ownBus();
    }

    /** A bus of our own, built past the factory, which would make it the default of everyone else's CXF. */
    private static Bus ownBus() {
        ExtensionManagerBus bus = new ExtensionManagerBus(Map.of(), Map.of(), SoapDialect.class.getClassLoader());
        bus.setId("tongban-provinces");
        bus.initialize();
        return bus;
    }

    @Override
    public DialectNeeds needs() {
        return new DialectNeeds(
                "soap",
                DialectNeeds.Placing.NAMES,
                Set.of("http", "https"),
                Set.of("UTF-8"),
                Set.of(TransactionKind.SIGN_IN),
                Set.of(Field.TRANSACTION, Field.SERIAL, Field.TOKEN),
                Set.of(Field.RETURN_CODE, Field.SERIAL),
                Set.of(Field.TOKEN),
                Stream.concat(Envelope.OPTIONS.stream(), Tls.OPTIONS.stream()).toList());
    }

    @Override
    public RoutesBuilder route(ProvinceProfile profile, String id) {
        return new SoapRoute(profile, id, bus, clock, serials);
    }

    @Override
    public TextCarrier names(ProvinceProfile profile) {
        BusinessWriter writer = new BusinessWriter(profile);
        return name -> writer.carries(Field.NAME, name);
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }
}
