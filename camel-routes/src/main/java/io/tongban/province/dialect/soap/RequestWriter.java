package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.XmlElement;
import io.tongban.province.dialect.XmlOutline;
import io.tongban.province.dialect.XmlTemplate;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import io.tongban.province.profile.Transaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes requests. All markup of a transaction is made when the profile is read. */
final class RequestWriter {
    private static final String ENCODING_STYLE = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String TYPED = " xsi:type=\"xsd:string\"";

    private final ProvinceProfile profile;
    private final XmlOutline outline;
    private final FieldTexts texts;
    private final UsernameToken token;
    private final String declaration;
    private final Map<TransactionKind, Made> made = new EnumMap<>(TransactionKind.class);

    /**
     * @param before the envelope down to where its header's blocks stand, the security of each call first
     * @param middle from there to the document
     */
    private record Made(String before, XmlTemplate header, String middle, XmlTemplate document, String after) {}

    /** @throws IllegalArgumentException if no document could be written as the profile says */
    RequestWriter(ProvinceProfile profile, UsernameToken token) {
        this.profile = profile;
        this.outline = XmlOutline.of(profile.options());
        this.texts = new FieldTexts(profile);
        this.token = token;
        this.declaration =
                "<?xml version=\"1.0\" encoding=\"" + profile.options().text(FieldTexts.ENCODING) + "\"?>";
        Optional<Wsdl> wsdl = profile.options()
                .find(Wsdl.OPTION.name())
                .filter(file -> !file.isEmpty())
                .map(Wsdl::read);
        profile.transactions().forEach((kind, transaction) -> {
            if (transaction.capability().sent()) {
                made.put(kind, made(kind, transaction, wsdl));
            }
        });
        requireCarried();
    }

    private void requireCarried() {
        try {
            texts.requireCarried("\"operator\"", profile.operator());
            texts.requireCarried("\"password\"", profile.password().value());
            Stream.concat(
                            Stream.of(profile.heads().request(), profile.heads().soapHeader()),
                            profile.transactions().values().stream().map(Transaction::request))
                    .flatMap(List::stream)
                    .forEach(slot -> texts.requireCarried("a constant of a layout", slot.constant()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(profile.file() + ": " + e.getMessage(), e);
        }
    }

    private Made made(TransactionKind kind, Transaction transaction, Optional<Wsdl> wsdl) {
        try {
            Binding binding = Binding.of(profile.options()).of(transaction.code());
            wsdl.ifPresent(file -> file.check(binding, kind.word()));
            return made(transaction, binding);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(profile.file() + ": " + e.getMessage(), e);
        }
    }

    private Made made(Transaction transaction, Binding binding) {
        XmlElement document = XmlElement.document();
        document.within(outline.inHead(""));
        place(document, profile.heads().request(), outline::inHead);
        document.within(outline.inBody(""));
        place(document, transaction.request(), outline::inBody);
        boolean alone = binding.payload() != Binding.Payload.ELEMENTS
                || (binding.operation().equals(Binding.NO_ELEMENT)
                        && binding.parameter().equals(Binding.NO_ELEMENT));
        if (alone && document.children().size() != 1) {
            throw new IllegalArgumentException("a document has one outermost element; name it in \"options.root\"");
        }
        document.children().forEach(outermost -> outermost.fix(outline.attributes()));
        if (binding.encoded() && binding.payload() == Binding.Payload.ELEMENTS) {
            document.fixTexts(TYPED);
        }
        requireTold(binding);
        requireAnswerable(binding);
        if (!binding.isSoap()) {
            XmlTemplate none = new XmlTemplate(XmlElement.document(), UnaryOperator.identity());
            return new Made(declaration, none, "", new XmlTemplate(document, UnaryOperator.identity()), "");
        }
        return inEnvelope(binding, document);
    }

    /** Else every booking would stay unknown: no answer could be read. */
    private void requireAnswerable(Binding binding) {
        if (binding.isSoap()
                && binding.operation().equals(Binding.NO_ELEMENT)
                && Stream.of("parameter", "response", "return", "soap-action")
                        .anyMatch(word -> profile.options().text(word).contains("*"))) {
            throw new IllegalArgumentException(
                    "a * stands for the operation, and \"options.operation\" is -, none; write"
                            + " - or a whole name for parameter, response, return and soap-action");
        }
        boolean alone = !binding.isSoap() || binding.payload() != Binding.Payload.ELEMENTS;
        if (alone && outline.result().isEmpty()) {
            throw new IllegalArgumentException(
                    "an answer's document has one outermost element; name it in \"options.result\"");
        }
    }

    /** Else the far side would get documents of which it cannot say what they are for. */
    private void requireTold(Binding binding) {
        boolean placed = profile.heads().request().stream().anyMatch(slot -> slot.field() == Field.TRANSACTION);
        if (!placed && !Binding.of(profile.options()).tellsTransaction()) {
            throw new IllegalArgumentException("no request says its transaction; place \"transaction\" in"
                    + " \"head.request\", or write \"options.operation\" with a *");
        }
        if (!binding.isSoap() && !profile.heads().soapHeader().isEmpty()) {
            throw new IllegalArgumentException("\"head.soap-header\" has no effect where envelope is none; remove it");
        }
    }

    private Made inEnvelope(Binding binding, XmlElement document) {
        String types = binding.encoded()
                ? " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                : "";
        String begin =
                declaration + "<soap:Envelope xmlns:soap=\"" + binding.version().namespace() + "\" xmlns:si=\""
                        + binding.namespace() + "\"" + types + "><soap:Header>";
        StringBuilder middle = new StringBuilder("</soap:Header><soap:Body>");
        StringBuilder after = new StringBuilder("</soap:Body></soap:Envelope>");
        if (!binding.operation().equals(Binding.NO_ELEMENT)) {
            String style = binding.encoded() ? " soap:encodingStyle=\"" + ENCODING_STYLE + "\"" : "";
            around(middle, after, "si:" + binding.operation(), style);
        }
        boolean text = binding.payload() != Binding.Payload.ELEMENTS;
        if (!binding.parameter().equals(Binding.NO_ELEMENT)) {
            String prefix = binding.qualified() ? "si:" : "";
            around(middle, after, prefix + binding.parameter(), binding.encoded() && text ? TYPED : "");
        }
        UnaryOperator<String> wrapped = UnaryOperator.identity();
        if (binding.payload() == Binding.Payload.CDATA) {
            middle.append("<![CDATA[").append(declaration);
            after.insert(0, "]]>");
        } else if (binding.payload() == Binding.Payload.TEXT) {
            wrapped = markup -> XmlTemplate.escaped(markup, false);
            middle.append(wrapped.apply(declaration));
        }
        XmlElement blocks = XmlElement.document();
        place(blocks, profile.heads().soapHeader(), UnaryOperator.identity());
        blocks.children().forEach(block -> block.fix(" xmlns=\"" + binding.namespace() + "\""));
        XmlTemplate header = new XmlTemplate(blocks, UnaryOperator.identity());
        return new Made(begin, header, middle.toString(), new XmlTemplate(document, wrapped), after.toString());
    }

    private static void around(StringBuilder before, StringBuilder after, String name, String attributes) {
        before.append('<').append(name).append(attributes).append('>');
        after.insert(0, "</" + name + ">");
    }

    private static void place(XmlElement document, List<Slot> slots, UnaryOperator<String> at) {
        slots.forEach(slot -> document.place(at.apply(slot.element()), slot));
    }

    /** @throws io.tongban.province.dialect.NotCarried if the request cannot hold a value */
    String write(SoapCall call) {
        Made template = made.get(call.kind());
        if (template == null) {
            throw new IllegalStateException("no transaction " + call.kind().word());
        }
        Map<Field, String> fields = call.fields();
        Function<Slot, String> written = slot -> texts.written(slot, fields);
        StringBuilder xml = new StringBuilder(2048).append(template.before()).append(token.block());
        template.header().write(xml, written);
        xml.append(template.middle());
        template.document().write(xml, written);
        return xml.append(template.after()).toString();
    }
}
