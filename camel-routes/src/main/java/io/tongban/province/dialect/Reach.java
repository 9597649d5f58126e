package io.tongban.province.dialect;

import io.tongban.province.profile.ProvinceProfile;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Whether there is anything at a profile's address, and whether it speaks TLS where the profile says so. */
public final class Reach {
    private static final String HIDDEN =
            " speaks TLS, and the profile's address is in clear text; write https:// or tls://";

    private final ProvinceProfile profile;
    private final String host;
    private final int port;

    private Reach(ProvinceProfile profile, String host, int port) {
        this.profile = profile;
        this.host = host;
        this.port = port;
    }

    /** What stands in the way, in words; empty if the way is free so far. */
    public static Optional<String> obstacle(ProvinceProfile profile) {
        return to(profile)
                .flatMap(profile.endpoint().getScheme().matches("https|tls|ftps") ? Reach::overTls : Reach::inClear);
    }

    /** Whether a far side that could not be understood in clear text speaks TLS, in words. */
    public static Optional<String> tlsBehindClearText(ProvinceProfile profile) {
        return profile.overTls() ? Optional.empty() : to(profile).flatMap(Reach::hidesTls);
    }

    private static Optional<Reach> to(ProvinceProfile profile) {
        URI endpoint = profile.endpoint();
        if (endpoint.getHost() == null) {
            return Optional.empty();
        }
        int usual = "https".equals(endpoint.getScheme()) ? 443 : 80;
        return Optional.of(new Reach(profile, endpoint.getHost(), endpoint.getPort() > 0 ? endpoint.getPort() : usual));
    }

    private Optional<String> inClear() {
        try (Socket socket = connected()) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(noConnection(e));
        }
    }

    private Optional<String> overTls() {
        try (Socket socket = connected()) {
            return handshake(socket);
        } catch (IOException e) {
            return Optional.of(noConnection(e));
        }
    }

    private Socket connected() throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("the name " + host + " is not known here");
        }
        Socket socket = new Socket();
        try {
            socket.connect(address, (int) profile.timeouts().connect().toMillis());
            socket.setSoTimeout((int) profile.timeouts().reply().toMillis());
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            throw new IOException(
                    place() + " does not take connections within "
                            + profile.timeouts().connect().toMillis() + " ms: a firewall, or another address",
                    e);
        } catch (IOException e) {
            socket.close();
            throw new IOException("the port is closed: nothing listens at " + place(), e);
        }
    }

    private static String noConnection(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    private String place() {
        return host + ":" + port;
    }

    private Optional<String> handshake(Socket socket) {
        SSLContext context = Tls.of(profile).orElseThrow();
        try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(place() + " " + why(e));
        }
    }

    /** Why a handshake at a profile's address came to nothing, in words. */
    public static String whyNoTls(ProvinceProfile profile, IOException failure) {
        return to(profile)
                .map(reach -> reach.place() + " " + reach.why(failure))
                .orElseThrow();
    }

    /** What to write where a far side begins in clear text. */
    private String inClearText() {
        return switch (profile.endpoint().getScheme()) {
            case "ftps", "ftpes" -> "if it is asked for TLS first, write ftpes://";
            case "postgresql", "mariadb" -> "write the address without sslmode";
            default -> "write the address without s or tls";
        };
    }

    private String why(IOException failure) {
        if (isNotInDate(failure)) {
            return "shows a certificate that is not in date";
        }
        for (Throwable found : Causes.of(failure)) {
            if (found instanceof CertificateException && found.getCause() == null) {
                return "shows a certificate for another name than that of the address";
            }
            if (found instanceof CertificateException) {
                return "shows a certificate that nobody vouches for; name your authority in options.trust";
            }
            if (found instanceof SocketTimeoutException) {
                return "does not answer the beginning of TLS: it may speak none; " + inClearText();
            }
            if (found instanceof EOFException || found instanceof SocketException) {
                return "hangs up at the beginning of TLS: it speaks none, or asks for options.client-certificate";
            }
        }
        return failure instanceof SSLException
                        && String.valueOf(failure.getMessage()).contains("SSL message")
                ? "speaks no TLS, and the profile's address asks for it; " + inClearText()
                : "speaks no TLS that can be agreed on";
    }

    /** Java says so within an exception that would also be there for a certificate that nobody vouches for. */
    private static boolean isNotInDate(IOException failure) {
        return Causes.first(failure, CertificateExpiredException.class).isPresent()
                || Causes.first(failure, CertificateNotYetValidException.class).isPresent();
    }

    private Optional<String> hidesTls() {
        try (Socket socket = connected();
                SSLSocket tls =
                        (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(socket, host, port, true)) {
            tls.startHandshake();
            return Optional.of(place() + HIDDEN);
        } catch (IOException e) {
            // Whoever shows a certificate speaks TLS, whatever is to be thought of it.
            return Causes.first(e, CertificateException.class).map(shown -> place() + HIDDEN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
