package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.HttpPosts;
import io.tongban.province.dialect.WireText;
import io.tongban.province.profile.ProvinceProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Posts documents to one province, and takes what came back for text. */
final class SoapClient {
    private static final int OK = 200;
    /** SOAP 1.1, section 6.2, and the HTTP binding of SOAP 1.2, part 2, section 7.5.2.2: a fault of the sender is 400. */
    private static final Set<Integer> FAULTS_11 = Set.of(500);

    private static final Set<Integer> FAULTS_12 = Set.of(400, 500);

    private final ProvinceProfile profile;
    private final Binding binding;
    private final Set<Integer> faults;
    private final HttpPosts posts;
    private final Map<TransactionKind, String> actions = new EnumMap<>(TransactionKind.class);
    private final String encoding;
    private final WireText wire;

    SoapClient(ProvinceProfile profile, Executor threads) {
        this.profile = profile;
        this.binding = Binding.of(profile.options());
        this.faults = switch (binding.version()) {
            case NONE -> Set.of();
            case SOAP_11 -> FAULTS_11;
            case SOAP_12 -> FAULTS_12;
        };
        Set<Integer> telling = new HashSet<>(faults);
        telling.add(OK);
        this.posts = new HttpPosts(profile, threads, telling);
        profile.transactions().forEach((kind, transaction) -> {
            if (transaction.capability().sent()) {
                actions.put(kind, binding.of(transaction.code()).action());
            }
        });
        this.encoding = profile.options().text(FieldTexts.ENCODING);
        this.wire = new WireText(Charset.forName(encoding));
    }

    /**
     * Sends a request once.
     *
     * @throws CallFailed if there is no answer to read
     */
    Reply post(TransactionKind kind, String xml) {
        HttpRequest.Builder request = HttpRequest.newBuilder(profile.endpoint()).POST(body(xml));
        String action = actions.getOrDefault(kind, "");
        String parameters = "; charset=" + encoding;
        switch (binding.version()) {
            case NONE -> request.header("Content-Type", "text/xml" + parameters);
            case SOAP_11 ->
                request.header("Content-Type", "text/xml" + parameters).header("SOAPAction", "\"" + action + "\"");
            case SOAP_12 ->
                request.header(
                        "Content-Type",
                        "application/soap+xml" + parameters + (action.isEmpty() ? "" : "; action=\"" + action + "\""));
        }
        HttpResponse<byte[]> response = posts.answer(request.build());
        if (response.statusCode() != OK && !faults.contains(response.statusCode())) {
            throw new CallFailed(UnknownCause.HTTP_ERROR);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(response.statusCode() == OK, AnswerText.decoded(response.body(), type));
    }

    /** @param good whether HTTP has no complaint; if it has, only a fault is of any account */
    record Reply(boolean good, String text) {
        @Override
        public String toString() {
            return "Reply[…]";
        }
    }

    private HttpRequest.BodyPublisher body(String xml) {
        try {
            return BodyPublishers.ofByteArray(wire.encode(xml));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a profile's own names are not in its encoding", e);
        }
    }
}
