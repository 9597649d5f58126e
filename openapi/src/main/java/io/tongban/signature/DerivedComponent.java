package io.tongban.signature;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The derived components that are parts of a request (RFC 9421, section 2.2). {@code @status} is the response's. */
final class DerivedComponent {

    static final String STATUS = "@status";
    static final String QUERY_PARAM = "@query-param";

    /** What a component reads from a request; {@code @query-param} needs the identifier's name, too. */
    private static final Map<String, Function<RequestMessage, String>> OF_REQUEST = Map.of(
            "@method", RequestMessage::method,
            "@target-uri", RequestMessage::targetUri,
            "@authority", request -> TargetUri.of(request).authority(),
            "@scheme", request -> TargetUri.of(request).scheme(),
            "@request-target", request -> TargetUri.of(request).requestTarget(),
            "@path", request -> TargetUri.of(request).path(),
            "@query", request -> TargetUri.of(request).query());

    private DerivedComponent() {}

    /** The name itself if such a component exists. */
    static Optional<String> named(String name) {
        boolean exists = OF_REQUEST.containsKey(name) || name.equals(STATUS) || name.equals(QUERY_PARAM);
        return exists ? Optional.of(name) : Optional.empty();
    }

    static String valueIn(RequestMessage request, ComponentIdentifier identifier) {
        if (identifier.name().equals(QUERY_PARAM)) {
            return QueryParameter.valueIn(TargetUri.of(request), identifier);
        }
        Function<RequestMessage, String> reader = OF_REQUEST.get(identifier.name());
        if (reader == null) {
            throw absent(identifier, "is not a part of a request");
        }
        return reader.apply(request);
    }

    static String valueIn(ResponseMessage response, ComponentIdentifier identifier) {
        if (!identifier.name().equals(STATUS)) {
            throw absent(identifier, "is not a part of a response");
        }
        return Integer.toString(response.status());
    }

    static SignatureRefusedException absent(ComponentIdentifier identifier, String why) {
        return new SignatureRefusedException(
                SignatureFailure.COMPONENT_NOT_COVERED, "Component " + identifier + " " + why);
    }
}
