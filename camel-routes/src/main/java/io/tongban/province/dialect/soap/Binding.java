package io.tongban.province.dialect.soap;

import io.tongban.province.profile.Options;
import io.tongban.province.profile.Options.Option;
import java.util.List;

/**
 * How documents travel, in the words of a WSDL's binding: in which envelope, under which names. A star in a name stands
 * for the transaction's code in {@code operation}, and for the operation in all others; {@link #NO_ELEMENT} says that
 * there is no such element.
 *
 * @param parameter element of the operation that holds the document
 * @param response element around the answer
 * @param result element of the response that holds the answer's document
 * @param qualified whether parameter and result stand in the namespace, too
 * @param encoded whether the call says its types (rpc/encoded)
 * @param action SOAPAction, or the parameter {@code action} of SOAP 1.2's content type
 */
record Binding(
        Version version,
        String namespace,
        String operation,
        String parameter,
        String response,
        String result,
        boolean qualified,
        boolean encoded,
        String action,
        Payload payload) {
    static final String NO_ELEMENT = "-";
    /** Envelopes that a WSDL speaks of. */
    static final String SOAP = "soap-1.1|soap-1.2";

    private static final String NAME = "(?=[^*]*\\*?[^*]*$)[A-Za-z_*][A-Za-z0-9_.*-]*|-";
    private static final String ELEMENT = "[A-Za-z_][A-Za-z0-9_.-]*|-";
    private static final String NAME_HINT = "a name, with or without one *, or - for none";

    static final List<Option> OPTIONS = List.of(
            Option.usually("envelope", "soap-1.1", SOAP + "|none", "soap-1.1, soap-1.2 or none"),
            Option.usually("namespace", "http://sandbox.tongban.io/si/soap", "[^\\s\"<>&]{1,200}", "a URI")
                    .where("envelope", SOAP),
            name("operation", "callBusiness"),
            name("parameter", "request"),
            name("response", "*Response"),
            name("return", "return"),
            Option.usually("qualified", "no", "yes|no", "yes or no").where("envelope", SOAP),
            Option.usually("style", "literal", "literal|encoded", "literal or encoded")
                    .where("envelope", SOAP),
            Option.usually(
                            "soap-action",
                            "",
                            "(?=[^*]*\\*?[^*]*$)[^\\s\"\\p{Cntrl}]{1,200}",
                            "a URI, with or without one *")
                    .where("envelope", SOAP),
            Option.usually("payload", "cdata", "cdata|text|elements", "cdata, text or elements")
                    .where("envelope", SOAP));

    private static Option name(String word, String usual) {
        return Option.usually(word, usual, NAME, NAME_HINT).where("envelope", SOAP);
    }

    /** What is around the document. */
    enum Version {
        NONE(""),
        SOAP_11("http://schemas.xmlsoap.org/soap/envelope/"),
        SOAP_12("http://www.w3.org/2003/05/soap-envelope");

        private final String namespace;

        Version(String namespace) {
            this.namespace = namespace;
        }

        String namespace() {
            return namespace;
        }
    }

    /** How the document stands in its parameter. */
    enum Payload {
        CDATA,
        TEXT,
        ELEMENTS
    }

    static Binding of(Options options) {
        Version version = switch (options.text("envelope")) {
            case "soap-1.1" -> Version.SOAP_11;
            case "soap-1.2" -> Version.SOAP_12;
            default -> Version.NONE;
        };
        if (version == Version.NONE) {
            String none = NO_ELEMENT;
            return new Binding(version, "", none, none, none, none, false, false, "", Payload.ELEMENTS);
        }
        return new Binding(
                version,
                options.text("namespace"),
                options.text("operation"),
                options.text("parameter"),
                options.text("response"),
                options.text("return"),
                options.yes("qualified"),
                options.text("style").equals("encoded"),
                options.text("soap-action"),
                switch (options.text("payload")) {
                    case "cdata" -> Payload.CDATA;
                    case "text" -> Payload.TEXT;
                    default -> Payload.ELEMENTS;
                });
    }

    boolean isSoap() {
        return version != Version.NONE;
    }

    /** Whether the call itself says which transaction it is. */
    boolean tellsTransaction() {
        return operation.contains("*");
    }

    /** The same, for one transaction: no star is left. */
    Binding of(String code) {
        String called = operation.replace("*", code);
        if (!called.matches(ELEMENT)) {
            throw new IllegalArgumentException("the code \"" + code + "\" makes no name of an operation");
        }
        return new Binding(
                version,
                namespace,
                called,
                parameter.replace("*", called),
                response.replace("*", called),
                result.replace("*", called),
                qualified,
                encoded,
                action.replace("*", called),
                payload);
    }
}
