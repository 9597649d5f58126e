package io.tongban.sandbox.launcher;

import io.tongban.sandbox.province.Fault;
import io.tongban.sandbox.province.Faults;
import io.tongban.sandbox.province.Scenario;
import io.tongban.sandbox.province.Simulator;
import io.tongban.sandbox.province.SimulatorLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A simulated province that is called over TLS. Its address has no scheme: the profile, which asks for TLS, has written
 * that itself.
 *
 * @param address what is called in place of the one in clear text
 * @param front what ends TLS; null where the far side does so itself
 * @param authority file of who vouches for it, which the gateway is told as {@code trust}
 */
record OverTls(Simulator province, String address, @Nullable TlsFront front, Path authority) implements Simulator {
    /** @param issuer whose certificate it shows */
    static OverTls of(Simulator province, CertificateAuthority issuer, Path authority) throws IOException {
        URI clear = URI.create(province.endpoint());
        if (clear.getScheme().equals("postgresql")) {
            // The database speaks TLS on the port that it has.
            return new OverTls(province, clear.getAuthority() + clear.getPath(), null, authority);
        }
        TlsFront front = new TlsFront(issuer, clear.getPort());
        return new OverTls(province, "127.0.0.1:" + front.port() + clear.getPath(), front, authority);
    }

    @Override
    public String provinceCode() {
        return province.provinceCode();
    }

    @Override
    public String endpoint() {
        return address;
    }

    @Override
    public String password() {
        return province.password();
    }

    @Override
    public Map<String, String> moreProperties() {
        Map<String, String> more = new TreeMap<>(province.moreProperties());
        more.put("trust", authority.toString());
        return more;
    }

    @Override
    public SimulatorLedger ledger() {
        return province.ledger();
    }

    @Override
    public Faults faults() {
        return province.faults();
    }

    @Override
    public Set<Fault> knownFaults() {
        return province.knownFaults();
    }

    @Override
    public boolean canStayInProcess() {
        return province.canStayInProcess();
    }

    @Override
    public Set<Scenario> knownScenarios() {
        return province.knownScenarios();
    }

    @Override
    public void close() {
        if (front != null) {
            front.close();
        }
        province.close();
    }
}
