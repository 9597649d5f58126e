package io.tongban.sandbox.wire;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.http.conn.ssl.SSLSocketFactory;

/** HTTP/1.1, with a connection of its own for each call. */
final class RestAssuredCarrier implements Transport.Carrier {
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final RestAssuredConfig config;

    private RestAssuredCarrier(RestAssuredConfig config) {
        this.config = config;
    }

    static RestAssuredCarrier clear() {
        return new RestAssuredCarrier(AS_IT_IS);
    }

    /** With one context for all calls: a trust store would be read, and a whole handshake made, for each. */
    static RestAssuredCarrier over(SSLContext trust) {
        SSLSocketFactory sockets = new SSLSocketFactory(trust, SSLSocketFactory.STRICT_HOSTNAME_VERIFIER);
        return new RestAssuredCarrier(AS_IT_IS.sslConfig(SSLConfig.sslConfig().sslSocketFactory(sockets)));
    }

    @Override
    public Answer carry(Call call) {
        RequestSpecification request = RestAssured.given().config(config).urlEncodingEnabled(false);
        call.fields().forEach(request::header);
        if (call.body().length > 0) {
            request.body(call.body());
        }
        Response response = request.request(call.method(), call.uri());
        Map<String, List<String>> fields = new HashMap<>();
        response.headers()
                .forEach(field -> fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field.getValue()));
        return new Answer(response.statusCode(), fields, response.asByteArray());
    }
}
