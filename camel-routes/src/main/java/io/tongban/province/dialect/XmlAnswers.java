package io.tongban.province.dialect;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Reads the documents of answers by the places that the profile's layouts name. */
public final class XmlAnswers {
    private final ProvinceProfile profile;
    private final XmlOutline outline;
    private final XmlResultReader reader;

    public XmlAnswers(ProvinceProfile profile) {
        this.profile = profile;
        this.outline = XmlOutline.of(profile.options());
        this.reader = new XmlResultReader(outline, places(), placesInRows());
    }

    private Set<String> places() {
        Set<String> places = new HashSet<>();
        profile.heads().reply().forEach(slot -> places.add(outline.inHeadOfResult(slot.element())));
        profile.transactions().values().stream()
                .flatMap(transaction -> transaction.reply().stream())
                .forEach(slot -> places.add(outline.inBodyOfResult(slot.element())));
        return places;
    }

    private Set<String> placesInRows() {
        return profile.transactions().values().stream()
                .flatMap(transaction -> transaction.row().stream())
                .map(Slot::element)
                .collect(Collectors.toSet());
    }

    /**
     * @param xml decoded, so the encoding that its declaration names is of no account
     * @throws CallFailed as unreadable if this is no such document
     */
    public Document read(String xml) {
        try {
            return new Document(reader.read(XmlText.readable(xml.strip()).strip()));
        } catch (XMLStreamException e) {
            throw new CallFailed(UnknownCause.UNREADABLE);
        }
    }

    /** Texts as they stand there; a field whose place is missing has none. */
    public final class Document {
        private final XmlResultReader.Result result;

        private Document(XmlResultReader.Result result) {
            this.result = result;
        }

        /** @throws CallFailed as unreadable if another text than a layout's constant stands in its place */
        public Map<Field, String> head(List<Slot> slots) {
            return pick(slots, outline::inHeadOfResult, result.texts());
        }

        /** @throws CallFailed as {@link #head} does */
        public Map<Field, String> body(List<Slot> slots) {
            return pick(slots, outline::inBodyOfResult, result.texts());
        }

        /** @throws CallFailed as {@link #head} does */
        public List<Map<Field, String>> rows(List<Slot> slots) {
            List<Map<Field, String>> rows = new ArrayList<>();
            result.rows().forEach(texts -> rows.add(pick(slots, UnaryOperator.identity(), texts)));
            return rows;
        }

        private static Map<Field, String> pick(List<Slot> slots, UnaryOperator<String> at, Map<String, String> texts) {
            Map<Field, String> fields = new EnumMap<>(Field.class);
            for (Slot slot : slots) {
                String text = texts.get(at.apply(slot.element()));
                if (slot.filler()) {
                    Fillers.require(slot, text);
                } else if (text != null) {
                    fields.put(slot.field(), XmlText.whole(slot.field(), text));
                }
            }
            return fields;
        }
    }
}
