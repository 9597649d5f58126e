package io.tongban.gateway.trust.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/**
 * An operation of the contract, read from the annotations of its interface: one place says what a method needs.
 *
 * @param id the operationId
 * @param scopes OAuth 2.0 scopes that the token must have, all of them
 * @param isEffect whether it takes an Idempotency-Key; whether a request bears one says nothing
 */
public record Operation(String id, Set<String> scopes, boolean isEffect) {
    private static final String KEY = Operation.class.getName();

    public Operation {
        scopes = Set.copyOf(scopes);
    }

    /** The operation that a resource's method implements; empty for methods outside the contract. */
    static Optional<Operation> of(Method method) {
        return declared(method).map(Operation::read);
    }

    /** The method of the contract that a resource's method implements, with all that its annotations say. */
    public static Optional<Method> declared(Method method) {
        return Stream.concat(
                        Stream.of(method.getDeclaringClass()),
                        Arrays.stream(method.getDeclaringClass().getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(candidate -> candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())
                        && candidate.isAnnotationPresent(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .findFirst();
    }

    private static Operation read(Method declared) {
        String id = declared.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class)
                .operationId();
        SecurityRequirement requirement = declared.getAnnotation(SecurityRequirement.class);
        boolean isEffect = Arrays.stream(declared.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(field -> field != null && field.value().equalsIgnoreCase("Idempotency-Key"));
        return new Operation(id, requirement == null ? Set.of() : Set.of(requirement.scopes()), isEffect);
    }

    void keepIn(RoutingContext context) {
        context.put(KEY, this);
    }

    /** The operation of this exchange, once it has been found. */
    public static Optional<Operation> in(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
