package io.tongban.gateway.edge;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the very octets that were signed, at once and whole: the stream of the standard's writers holds its worker
 * thread until the reader has taken them, and a reader that opens no window never does.
 */
@Provider
public class SignedResponseWriter implements ServerMessageBodyWriter<SignedResponse> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == SignedResponse.class;
    }

    @Override
    public void writeResponse(SignedResponse response, Type genericType, ServerRequestContext context) {
        context.serverResponse().end(response.body());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SignedResponse.class;
    }

    @Override
    public void writeTo(
            SignedResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> fields,
            OutputStream out)
            throws IOException {
        out.write(response.body());
    }
}
