package io.tongban.province.dialect.exchangedb;

import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.postgresql.ssl.WrappedFactory;

/**
 * How the driver comes to the profile's certificates: it knows a class by name, and one text to give it. Of its own it
 * would look into the home folder of the account that Tongban runs under.
 */
public final class TlsSockets extends WrappedFactory {
    private static final String BETWEEN = "\n";

    /** @param files as {@link #files} wrote them */
    public TlsSockets(String files) throws IOException, GeneralSecurityException {
        String[] both = files.split(BETWEEN, -1);
        factory = Tls.context(both[0], both[1]).getSocketFactory();
    }

    static String files(ProvinceProfile profile) {
        return profile.trust() + BETWEEN + profile.clientCertificate();
    }
}
