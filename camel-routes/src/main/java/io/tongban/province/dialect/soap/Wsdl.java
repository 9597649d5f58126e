package io.tongban.province.dialect.soap;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.XmlDocuments;
import io.tongban.province.dialect.XmlText;
import io.tongban.province.profile.Options.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a WSDL 1.1 file says of the operations that can be called: the element that each stands under in the body, and its
 * SOAPAction. Files that it imports are not read.
 */
final class Wsdl {
    static final Option OPTION = new Option(
                    "wsdl",
                    Optional.of(""),
                    Wsdl::isWsdl,
                    "the path of a WSDL 1.1 file that has portType and binding itself, for nothing that it imports is read")
            .where("envelope", Binding.SOAP);

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static final String SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** The element of a document's message, by the message's name; none where its parts are typed, as rpc has them. */
    private final Map<String, QName> elements = new LinkedHashMap<>();
    /** Its input and output messages, by the operation's name. */
    private final Map<String, Messages> operations = new LinkedHashMap<>();
    /** Of each operation, by its name, as each version's binding has it. */
    private final Map<Binding.Version, Map<String, Bound>> bindings = new LinkedHashMap<>();

    private String targetNamespace = "";

    private static final class Messages {
        private String input = "";
        private String output = "";
    }

    /** @param namespace of an rpc's element; empty where the binding names none */
    private record Bound(String action, String namespace) {}

    private Wsdl() {}

    private static boolean isWsdl(String file) {
        try {
            Wsdl wsdl = read(file);
            return !wsdl.operations.isEmpty() && !wsdl.bindings.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if the file cannot be read, or is no WSDL */
    static Wsdl read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] octets = in.readNBytes(MOST_BYTES + 1);
            if (octets.length > MOST_BYTES) {
                throw new IllegalArgumentException("the WSDL " + file + " is longer than 4 MiB");
            }
            Wsdl wsdl = new Wsdl();
            wsdl.read(XmlDocuments.reader(
                    XmlText.readable(AnswerText.decoded(octets, "")).strip()));
            return wsdl;
        } catch (IOException | InvalidPathException | XMLStreamException | CallFailed e) {
            throw new IllegalArgumentException("the WSDL " + file + " cannot be read", e);
        }
    }

    private void read(XMLStreamReader in) throws XMLStreamException {
        Place at = new Place();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(in, at);
            } else if (event == XMLStreamConstants.END_ELEMENT && WSDL.equals(in.getNamespaceURI())) {
                at.end(in.getLocalName());
            }
        }
    }

    /** How far a file is read. */
    private static final class Place {
        private String message = "";
        private String operation = "";
        private boolean inBinding;
        private boolean inInput;

        void end(String element) {
            switch (element) {
                case "binding" -> inBinding = false;
                case "operation" -> operation = "";
                case "input" -> inInput = false;
                default -> {
                    // nothing that matters ends here
                }
            }
        }
    }

    private void begin(XMLStreamReader in, Place at) {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        switch (namespace) {
            case WSDL -> beginOwn(in, at);
            case SOAP_11 -> beginBound(in, at, Binding.Version.SOAP_11);
            case SOAP_12 -> beginBound(in, at, Binding.Version.SOAP_12);
            default -> {
                // types, documentation, policies
            }
        }
    }

    private void beginOwn(XMLStreamReader in, Place at) {
        switch (in.getLocalName()) {
            case "definitions" -> targetNamespace = attribute(in, "targetNamespace");
            case "message" -> at.message = attribute(in, "name");
            case "part" -> {
                if (!attribute(in, "element").isEmpty()) {
                    elements.put(at.message, named(in, attribute(in, "element")));
                }
            }
            case "binding" -> at.inBinding = true;
            case "operation" -> {
                at.operation = attribute(in, "name");
                if (!at.inBinding) {
                    operations.put(at.operation, new Messages());
                }
            }
            case "input" -> {
                at.inInput = true;
                message(in, at, messages -> messages.input = local(attribute(in, "message")));
            }
            case "output" -> message(in, at, messages -> messages.output = local(attribute(in, "message")));
            default -> {
                // services and their addresses, faults, imports
            }
        }
    }

    private void message(XMLStreamReader in, Place at, Consumer<Messages> taker) {
        Messages messages = operations.get(at.operation);
        if (messages != null && !at.inBinding && !attribute(in, "message").isEmpty()) {
            taker.accept(messages);
        }
    }

    private void beginBound(XMLStreamReader in, Place at, Binding.Version version) {
        Map<String, Bound> bound = bindings.computeIfAbsent(version, any -> new LinkedHashMap<>());
        switch (in.getLocalName()) {
            case "operation" -> bound.put(at.operation, new Bound(attribute(in, "soapAction"), ""));
            case "body" -> {
                Bound before = bound.get(at.operation);
                if (at.inInput && before != null) {
                    bound.put(at.operation, new Bound(before.action(), attribute(in, "namespace")));
                }
            }
            default -> {
                // headers, addresses
            }
        }
    }

    private static String attribute(XMLStreamReader in, String name) {
        String value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static QName named(XMLStreamReader in, String name) {
        String prefix = name.contains(":") ? name.substring(0, name.indexOf(':')) : "";
        String namespace = in.getNamespaceURI(prefix);
        return new QName(namespace == null ? "" : namespace, local(name));
    }

    /**
     * Whether a transaction is called as the file says.
     *
     * @throws IllegalArgumentException if the file has no such operation, or has it in another way
     */
    void check(Binding binding, String transaction) {
        Map<String, Bound> bound = bindings.getOrDefault(binding.version(), Map.of());
        if (bound.isEmpty()) {
            throw wrong("\"options.envelope\" is " + word(binding.version()) + ", for which it has no binding");
        }
        if (binding.operation().equals(Binding.NO_ELEMENT)) {
            return;
        }
        String name = operations.keySet().stream()
                .filter(operation -> bound.containsKey(operation)
                        && element(operation, bound).getLocalPart().equals(binding.operation()))
                .findFirst()
                .orElseThrow(() -> wrong("it has no operation \"" + binding.operation() + "\", as which \""
                        + transaction + "\" is called; it has " + names(bound)));
        Bound called = bound.getOrDefault(name, new Bound("", ""));
        QName element = element(name, bound);
        if (!element.getNamespaceURI().equals(binding.namespace())) {
            throw wrong("the operation \"" + name + "\" stands in the namespace " + element.getNamespaceURI()
                    + "; write it in \"options.namespace\"");
        }
        if (!called.action().equals(binding.action())) {
            throw wrong("the operation \"" + name + "\" has the SOAPAction \"" + called.action()
                    + "\"; write \"options.soap-action\" so that it is this");
        }
        checkResponse(binding, name);
    }

    private void checkResponse(Binding binding, String name) {
        String output = operations.getOrDefault(name, new Messages()).output;
        QName element = elements.get(output);
        String response = element == null ? name + "Response" : element.getLocalPart();
        if (!output.isEmpty()
                && !binding.response().equals(Binding.NO_ELEMENT)
                && !binding.response().equals(response)) {
            throw wrong("the operation \"" + name + "\" is answered with \"" + response
                    + "\"; write \"options.response\" so that it is this");
        }
    }

    /** What stands in the body: the element of a document's message, or for an rpc the operation itself. */
    private QName element(String operation, Map<String, Bound> bound) {
        QName document = elements.get(operations.getOrDefault(operation, new Messages()).input);
        String named = bound.getOrDefault(operation, new Bound("", "")).namespace();
        return document != null ? document : new QName(named.isEmpty() ? targetNamespace : named, operation);
    }

    private Set<String> names(Map<String, Bound> bound) {
        Set<String> names = new TreeSet<>();
        bound.keySet().forEach(operation -> names.add(element(operation, bound).getLocalPart()));
        return names;
    }

    private static String word(Binding.Version version) {
        return version == Binding.Version.SOAP_12 ? "soap-1.2" : "soap-1.1";
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("of \"options.wsdl\": " + why);
    }
}
