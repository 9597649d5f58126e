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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Posts documents to one province, and takes what came back for text. */
final class SoapClient {
    private static final int FAULT = 500;

    private final ProvinceProfile profile;
    private final Binding binding;
    private final HttpPosts posts;
    private final Map<TransactionKind, String> actions = new EnumMap<>(TransactionKind.class);
    private final String encoding;
    private final WireText wire;

    SoapClient(ProvinceProfile profile, Executor threads) {
        this.profile = profile;
        this.binding = Binding.of(profile.options());
        // SOAP 1.1, section 6.2: a fault comes with status 500.
        this.posts = new HttpPosts(profile, threads, binding.isSoap() ? Set.of(200, FAULT) : Set.of(200));
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
        if (response.statusCode() != 200 && !(binding.isSoap() && response.statusCode() == FAULT)) {
            throw new CallFailed(UnknownCause.HTTP_ERROR);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(response.statusCode() == 200, AnswerText.decoded(response.body(), type));
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
