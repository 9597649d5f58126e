package io.tongban.gateway.edge;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes the very octets that were signed. */
@Provider
public class SignedResponseWriter implements MessageBodyWriter<SignedResponse> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SignedResponse.class;
    }

    @Override
    public void writeTo(
            SignedResponse answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> fields,
            OutputStream out)
            throws IOException {
        out.write(answer.body());
    }
}
