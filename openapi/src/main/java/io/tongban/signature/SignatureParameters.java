package io.tongban.signature;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;

/** The covered components and the parameters of one signature (RFC 9421, section 2.3). Immutable. */
public final class SignatureParameters {

    private final List<ComponentIdentifier> components;
    private final Parameters parameters;
    private final String serialized;

    private SignatureParameters(List<ComponentIdentifier> components, Parameters parameters, String serialized) {
        this.components = List.copyOf(components);
        this.parameters = parameters;
        this.serialized = serialized;
        Set<ComponentIdentifier> seen = new HashSet<>();
        for (ComponentIdentifier component : this.components) {
            if (!seen.add(component)) {
                throw malformed("Component " + component + " is listed twice");
            }
        }
    }

    /** Parameters in the order in which they are given: integers as Long, all others as String. */
    public static SignatureParameters of(List<ComponentIdentifier> components, Map<String, Object> parameters) {
        Parameters items = Parameters.valueOf(new LinkedHashMap<>(parameters));
        StringBuilder text = new StringBuilder(256).append('(');
        components.forEach(
                component -> text.append(text.length() > 1 ? " " : "").append(component));
        return new SignatureParameters(
                components, items, items.serializeTo(text.append(')')).toString());
    }

    /** Reads one member of a Signature-Input dictionary. */
    static SignatureParameters of(ListElement<?> member) {
        if (!(member instanceof InnerList list)) {
            throw malformed("A member of Signature-Input is not a list of components");
        }
        List<ComponentIdentifier> components = new ArrayList<>();
        for (Item<?> item : list.get()) {
            if (!(item instanceof StringItem name)) {
                throw malformed("A covered component is not a string");
            }
            components.add(new ComponentIdentifier(name.get(), values(name.getParams())));
        }
        return new SignatureParameters(components, list.getParams(), list.serialize());
    }

    /** Reads the Signature-Input value of one label, such as {@code ("@method");created=1}. */
    public static SignatureParameters parse(String member) {
        StrictDictionary field = StrictDictionary.parse("Signature-Input", List.of("sig=" + member));
        return of(requireNonNull(field.member("sig")));
    }

    public List<ComponentIdentifier> components() {
        return components;
    }

    /** The names of the parameters, in their order. */
    public Set<String> names() {
        return parameters.keySet();
    }

    /**
     * The value of an integer parameter.
     *
     * @throws SignatureRefusedException MALFORMED if it is of another type
     */
    public Optional<Long> integer(String name) {
        return typed(parameters, name, IntegerItem.class).map(IntegerItem::get);
    }

    /**
     * The value of a string parameter.
     *
     * @throws SignatureRefusedException MALFORMED if it is of another type
     */
    public Optional<String> string(String name) {
        return string(parameters, name);
    }

    static Optional<String> string(Parameters parameters, String name) {
        return typed(parameters, name, StringItem.class).map(StringItem::get);
    }

    /** As an inner list with parameters: the last line of the base, and the value in Signature-Input. */
    public String serialized() {
        return serialized;
    }

    @Override
    public String toString() {
        return serialized;
    }

    private static <T extends Item<?>> Optional<T> typed(Parameters parameters, String name, Class<T> type) {
        Item<?> item = parameters.get(name);
        if (item == null) {
            return Optional.empty();
        }
        if (!type.isInstance(item)) {
            throw malformed("Parameter " + name + " is of the wrong type");
        }
        return Optional.of(type.cast(item));
    }

    private static Map<String, Object> values(Parameters parameters) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        // A token reads as a string, too, but is none.
        parameters.forEach((name, item) -> values.put(name, item instanceof StringItem ? item.get() : flag(item)));
        return values;
    }

    private static Object flag(Item<?> item) {
        return item.get() instanceof Boolean set && set ? set : item;
    }

    private static SignatureRefusedException malformed(String detail) {
        return new SignatureRefusedException(SignatureFailure.MALFORMED, detail);
    }
}
